import { messages as german } from '../../../site/src/messages/de.ts'
import { messages as english } from '../../../site/src/messages/en.ts'

/** What texts with something in them are made from: the first of these that both languages can take. */
const given: readonly (readonly unknown[])[] = [
  [3, 4, 5],
  ['Xy', 'Yx', 'Zx'],
  [['Xy', 'Yx'], 3],
  ['Xy', 3, 3],
]

/** Every text of the messages by its path, in their order; what needs more than words and numbers is left out. */
function textsOf(value: unknown, other: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function' && typeof other === 'function') {
    for (const some of given) {
      const [said, otherSaid] = [attempt(value, some), attempt(other, some)]
      if (typeof said === 'string' && typeof otherSaid === 'string') return [[path, said]]
    }
    return []
  }
  if (typeof value !== 'object' || value === null) return []
  const others = (other ?? {}) as Readonly<Record<string, unknown>>
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, others[key], `${path}.${key}`))
}

function attempt(say: object, some: readonly unknown[]): unknown {
  try {
    return (say as (...given: readonly unknown[]) => unknown)(...some)
  } catch {
    return undefined
  }
}

export const englishTexts: ReadonlyMap<string, string> = new Map(textsOf(english, german, 'messages'))
export const germanTexts: ReadonlyMap<string, string> = new Map(textsOf(german, english, 'messages'))
