/**
 * What is checked while files are read, by the name that its findings have: what it takes. A catalogue that breaks one can't
 * be understood, so that their severities can't be set; the rules in `rules/` are about catalogues that can.
 */
export const readingRules = {
  aliases: 'What a file says once and means in many places isn’t too much to read.',
  config: 'tributary.config.yaml says what can be: its settings are known, and their values fit.',
  'duplicate-id': 'No two files of a layer, and no two items inside of one, have the same id.',
  'duplicate-relation': 'Two items are related once by a field, from either end.',
  encoding: 'Files are UTF-8.',
  'file-name': 'The names of files, and of items written inside of one, can be part of an id.',
  'file-size': 'No file is larger than can be read.',
  'former-id': 'A former id is whole, leads to one item, and is no other item’s now.',
  'front-matter': 'A Markdown file begins with front matter, which is closed.',
  layer: 'The layers that a catalogue extends are there, differ in name, and don’t go in a circle.',
  model: 'The model files that a catalogue adds fit together with Tributary’s own.',
  'not-a-file': 'What is named like a file is one.',
  plugin: 'Plug-ins can be loaded, export rules, and these don’t fail.',
  required: 'Items and relations have the fields that they can’t be without.',
  'site-files': 'Files for the site are where the site can take them from.',
  'stray-file': 'Every file lies where it is read.',
  'symbolic-link': 'Links lead to what can be read.',
  'unknown-field': 'Every field is one of its kind, written at the end where it belongs.',
  'unknown-folder': 'Every folder is that of a kind.',
  'unknown-kind': 'Every kind that is named is one of the model.',
  'unknown-reference': 'Every reference leads to an item of a fitting kind.',
  unreadable: 'Files can be read.',
  'wrong-type': 'Every value is of its field’s type.',
  'yaml-syntax': 'Files are YAML.',
} as const satisfies Readonly<Record<string, string>>

/** Name of something that is checked while files are read. */
export type ReadingRule = keyof typeof readingRules

/** What such a name takes; undefined for a name that is none of them. */
export const readingRuleSays = (name: string): string | undefined =>
  new Map<string, string>(Object.entries(readingRules)).get(name)
