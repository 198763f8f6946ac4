import { messages, sayings, terms } from '../messages/messages.ts'

/** What the API says, to be shown: in the site's language, or in English and marked as such. */
export interface SaidByApi {
  readonly text: string
  readonly lang?: 'en'
}

/** Marks a text that is English on a site in another language, so that it is read out as such. */
export const inEnglish: Pick<SaidByApi, 'lang'> = messages.locale === 'en' ? {} : { lang: 'en' }

/** Sentences are looked for among many patterns, and come again on other pages. */
const known = new Map<string, string | undefined>()

/**
 * What the API says in English, in the site's language: labels, verbs and words of the built-in model, figures, questions,
 * and sentences about what is missing. A model of the catalogue's own is in the language that it is written in: what isn't
 * known stays as it is.
 */
export const inSiteLanguage = (text: string): string => translated(text) ?? text

/** The same for whole sentences: what isn't known is marked as English. */
export function saidByApi(text: string): SaidByApi {
  const said = translated(text)
  return said === undefined ? { text, ...inEnglish } : { text: said }
}

function translated(text: string): string | undefined {
  if (messages.locale === 'en') return text
  if (!known.has(text)) known.set(text, terms[text] ?? saying(text) ?? sentenceBySentence(text))
  return known.get(text)
}

function saying(text: string): string | undefined {
  for (const [english, say] of sayings) {
    const found = english.exec(text)
    const said = found === null ? undefined : say(...found.slice(1).map((each: string | undefined) => each ?? ''))
    if (said !== undefined) return said
  }
  return undefined
}

/** Several sentences, each known by itself. */
function sentenceBySentence(text: string): string | undefined {
  const sentences = text.split(/(?<=\.) (?=[A-Z\d])/)
  if (sentences.length === 1) return undefined
  const said = sentences.map((each) => terms[each] ?? saying(each))
  return said.every((each) => each !== undefined) ? said.join(' ') : undefined
}
