/** Makes an element of a class, with what is in it. Texts stay texts: nothing of a catalogue becomes HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...content)
  return made
}

/** What lies inside at a selector. @throws Error where the page has nothing of that sort there. */
export function find<Kind extends Element>(inside: ParentNode, kind: new () => Kind, selector: string): Kind {
  const found = inside.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`)
  return found
}

/** A button that does something on this page. */
export function button(className: string, text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', className, text)
  made.type = 'button'
  made.addEventListener('click', onPress)
  return made
}
