import { messages } from '../messages/messages.ts'
import { inSiteLanguage } from './site-language.ts'

/** `ValueStream` → `value stream`, `IT` stays. */
const spoken = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').replace(/[-_]/g, ' ')

/** First letter large, the rest as it is. */
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** What a field is called on pages: `reviewBy` → "Review by". */
export const fieldLabel = (field: string): string => inSiteLanguage(sentenceCase(spoken(field).toLowerCase()))

/** What a word of a closed list is called: `SERVICE_MANAGEMENT` → "Service management". */
export const enumLabel = (word: string): string =>
  inSiteLanguage(knownWords[word] ?? sentenceCase(spoken(word).toLowerCase()))

/** Words whose spelling isn't that of their letters. */
const knownWords: Readonly<Record<string, string>> = { AS_IS: 'As-is', TO_BE: 'To-be', CALL_OFF: 'Call-off' }

/** One item of a kind: `GuidingPrinciple` → "Guiding principle". */
export const kindLabel = (kind: { readonly name: string }): string =>
  inSiteLanguage(sentenceCase(spoken(kind.name).toLowerCase()))

/** Many items of a kind, as its folder says: `value-streams` → "Value streams". */
export const kindsLabel = (kind: { readonly folder: string }): string =>
  inSiteLanguage(sentenceCase(spoken(kind.folder)))

/** The first sentence of a description, its line breaks gone. */
export const firstSentence = (description: string): string =>
  /^.*?[.?!](?=\s|$)/s.exec(description.replace(/\s+/g, ' ').trim())?.[0] ?? description

/** "1 step", "3 steps". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString(messages.intlLocale)} ${count === 1 ? one : many}`
