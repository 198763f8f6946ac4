import type { messages as english } from './en.ts'

/** The interface's texts in the site's language: English, unless a build puts another in this module's place (`site/locale.ts`). */
export { messages, sayings, terms } from './en.ts'

/** What a language must say: the same texts as English, made from the same things. */
export type Messages = Translated<typeof english>

/** What the API says in English, by its English words: labels and verbs of the model, names and formulas of figures. */
export type Terms = Readonly<Record<string, string>>

/**
 * What the API says in English with something in it: how to recognise it, and how to say it with what was found. What
 * wasn't found in it is empty.
 */
export type Saying = readonly [english: RegExp, say: (...found: string[]) => string | undefined]

type Translated<Text> = Text extends string
  ? string
  : Text extends (...given: infer Given) => infer Said
    ? (...given: Given) => Translated<Said>
    : { readonly [Key in keyof Text]: Translated<Text[Key]> }
