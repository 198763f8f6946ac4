import { describe, expect, it } from 'vitest'
import { siteLocales } from '../../../graph/catalogue/layer.ts'
import { locales } from '../../../site/locale.ts'
import { messages as german } from '../../../site/src/messages/de.ts'
import { messages as english } from '../../../site/src/messages/en.ts'
import { englishTexts, germanTexts } from './texts.ts'

/** Texts that both languages say alike: names, abbreviations, and words that German took from English. */
const alike = [
  /^(JSON|Markdown|GraphQL|CSV|API|OK|Name|Team|Services?|Practices?|Partner|Status|Version|Governance|Navigation)$/,
  /^(Information|Verb|Links?|Text|Optional|Start|Schema|Form|h|min|s|light|dark|In GraphQL: 3|Revision 3: 4\.?)$/,
]

describe('messages', () => {
  it('are there for every language that the configuration takes', () => {
    expect(locales).toStrictEqual(siteLocales)
    expect([english.locale, german.locale]).toStrictEqual([...locales])
  })

  it('say the same things in both languages, and nothing empty but what is empty in both', () => {
    expect([...germanTexts.keys()]).toStrictEqual([...englishTexts.keys()])
    const empty = [...germanTexts].filter(([key, text]) => text === '' && englishTexts.get(key) !== '')
    expect(empty).toStrictEqual([])
    expect(englishTexts.size).toBeGreaterThan(300)
  })

  it('are in German where they are German', () => {
    const same = [...germanTexts].filter(([key, text]) => text === englishTexts.get(key) && /[a-z]{3}/i.test(text))
    const unexpected = same.filter(([, text]) => !alike.some((pattern) => pattern.test(text)))
    expect(unexpected).toStrictEqual([])
  })
})
