import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { ConfigData } from 'html-validate'

/** What html-validate looks for on our pages: all that it recommends, less what fights with how they are made. */
const rules: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Any text may be an anchor since HTML 5, `_top` and anchors in other scripts among them.
    'valid-id': ['error', { relaxed: true }],
    // Names of items are the catalogue's, and a title ends with the catalogue's own.
    'long-title': 'off',
    // Where phones show a table's rows as cards, browsers forget that it is a table unless its roles are written.
    'no-redundant-role': 'off',
    // Frames that scroll are regions for the keyboard's sake, not sections of the page; suggestions can't be a <select>.
    'prefer-native-element': ['error', { exclude: ['region', 'listbox'] }],
    // Filters work while one types: there is nothing to submit.
    'wcag/h32': 'off',
    // Tables name their columns, and shares their length, for the style sheet.
    'no-inline-style': 'off',
    // Buttons outside of forms do nothing but what they are told to.
    'no-implicit-button-type': 'off',
  },
}

/** What is wrong with pages as HTML, by their files: among others a heading's level left out, and an anchor that is there twice. */
export async function htmlFaults(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const validator = new HtmlValidate(new StaticConfigLoader(rules))
  const faults: string[] = []
  for (const [file, html] of pages) {
    const { results } = await validator.validateString(html, file)
    for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages))
      faults.push(`${file}: ${ruleId}: ${message} (${selector ?? ''})`)
  }
  return faults
}
