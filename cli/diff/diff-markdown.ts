import type { Diff } from '../../graph/diff/diff.ts'
import type { ToldFinding } from '../../graph/diff/finding-differences.ts'
import type { ItemDifference } from '../../graph/diff/item-differences.ts'
import { allTopics } from '../../graph/diff/meaning/all-topics.ts'
import type { Effect, Meaning } from '../../graph/diff/meaning/topic.ts'
import { code, escaped } from './markdown.ts'
import { Page } from './page.ts'
import { itemSums, modelText, shown } from './sums.ts'
import type { Only } from './sums.ts'
import { toldTogether } from './told-together.ts'
import { fieldText, relationText } from './value-text.ts'
import type { Marks } from './value-text.ts'

/** How many lines of a list are seen at once; with more, all of them fold away. */
const fewLines = 8

const marks: Marks = {
  went: (text) => `~~${escaped(text)}~~`,
  came: (text) => `**${escaped(text)}**`,
  plain: escaped,
}
const words: Readonly<Record<Effect, string>> = { WORSE: '🔴', BETTER: '🟢', NEUTRAL: '⚪' }
const actions: Readonly<Record<ItemDifference['action'], string>> = {
  ADDED: 'added',
  REMOVED: 'removed',
  RENAMED: 'renamed',
  CHANGED: 'changed',
}

/**
 * A difference as a comment on a pull request: the verdict first, then what it means, then what changed. At most 60,000
 * characters; what doesn't fit is counted at the end.
 */
export function diffMarkdown(diff: Diff, only: Only | undefined): string {
  const page = new Page()
  const { meaning, items } = shown(only)
  page.add(`## ${headline(diff)}`)
  page.add(`${escaped(diff.before)} → ${escaped(diff.after)}`)
  page.add(escaped(diff.verdict))
  if (!diff.differs) return page.text()
  if (meaning && diff.meaning.length > 0) addMeaning(page, diff.meaning)
  if (items) {
    if (diff.items.length > 0) addItems(page, diff)
    page.list(
      '### Model',
      diff.model.map((each) => `- ${escaped(modelText(each))}`),
      fewLines,
    )
    page.list(
      '### Catalogue',
      diff.settings.map((each) => `- ${fieldText(each, marks)}`),
      fewLines,
    )
  }
  page.list('### New findings', diff.findings.added.map(findingText), fewLines)
  page.list('### Findings that are gone', diff.findings.removed.map(findingText), fewLines)
  return page.text()
}

/** The verdict in so few words that a heading holds them. */
function headline({ absent, differs, meaning, findings }: Diff): string {
  if (absent !== undefined) return absent === 'BEFORE' ? 'A new catalogue' : 'The catalogue is gone'
  if (!differs) return 'Nothing differs'
  const warnings = findings.added.filter(({ severity }) => severity !== 'info')
  const worse = meaning.filter(({ effect }) => effect === 'WORSE').length + warnings.length
  if (worse > 0) return `Look at this: ${worse} ${worse === 1 ? 'thing gets' : 'things get'} worse`
  return meaning.length > 0 ? 'Nothing gets worse' : 'Nothing that is relied on changes'
}

function addMeaning(page: Page, meaning: readonly Meaning[]): void {
  const topics = allTopics
    .map(({ name, title }) => ({ title, found: meaning.filter(({ topic }) => topic === name) }))
    .filter(({ found }) => found.length > 0)
  const count = (found: readonly Meaning[], effect: Effect): string => {
    const { length } = found.filter((each) => each.effect === effect)
    return length === 0 ? '' : String(length)
  }
  page.add(
    [
      `| What it means | ${words.WORSE} worse | ${words.BETTER} better | ${words.NEUTRAL} to know |`,
      '|---|--:|--:|--:|',
      ...topics.map(
        ({ title, found }) =>
          `| ${title} | ${count(found, 'WORSE')} | ${count(found, 'BETTER')} | ${count(found, 'NEUTRAL')} |`,
      ),
    ].join('\n'),
  )
  for (const { title, found } of topics) {
    const lines = toldTogether(found).map(({ effect, sentence }) => `- ${words[effect]} ${escaped(sentence)}`)
    page.list(`### ${title}`, lines, fewLines)
  }
}

function addItems(page: Page, diff: Diff): void {
  const head = ['| | Item | What changes |', '|---|---|---|']
  const rows = diff.items.map((item) => `| ${actions[item.action]} | ${nameText(item)} | ${changesText(item)} |`)
  page.list(`### ${itemSums(diff)}`, rows, fewLines, head)
}

const nameText = ({ id, name, formerId }: ItemDifference): string =>
  `${escaped(name)}<br>${formerId === undefined ? '' : `${code(formerId)} → `}${code(id)}`

/** The fields and relations of an item that is there on both sides. */
function changesText({ action, fields, relations }: ItemDifference): string {
  if (action === 'ADDED' || action === 'REMOVED') return ''
  return [...fields.map((each) => fieldText(each, marks)), ...relations.map((each) => relationText(each, marks))].join(
    '<br>',
  )
}

const findingText = ({ severity, rule, message, item }: ToldFinding): string =>
  `- ${severity} ${code(rule)}${item === undefined ? '' : ` ${code(item)}`}: ${escaped(message)}`
