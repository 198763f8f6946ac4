import type { Diff } from '../../graph/diff/diff.ts'
import type { FindingDifferences } from '../../graph/diff/finding-differences.ts'
import type { ItemDifference } from '../../graph/diff/item-differences.ts'
import { allTopics } from '../../graph/diff/meaning/all-topics.ts'
import type { Effect } from '../../graph/diff/meaning/topic.ts'
import { blocks, section, title } from '../text/section.ts'
import { bullets, hanging, paragraph } from '../text/wrap.ts'
import { itemSums, modelText, shown } from './sums.ts'
import type { Only } from './sums.ts'
import { toldTogether } from './told-together.ts'
import { fieldText, relationText } from './value-text.ts'
import type { Marks } from './value-text.ts'

/** What went stands in [-…-], what came in {+…+}: as git marks words. */
const marks: Marks = { went: (text) => `[-${text}-]`, came: (text) => `{+${text}+}`, plain: (text) => text }

const signs: Readonly<Record<ItemDifference['action'], string>> = {
  ADDED: '+ ',
  REMOVED: '- ',
  RENAMED: '> ',
  CHANGED: '~ ',
}
const bySign: Readonly<Record<Effect, string>> = { WORSE: '! ', BETTER: '+ ', NEUTRAL: '· ' }

/** A difference as people read it, at most so many columns wide. */
export function diffText(diff: Diff, only: Only | undefined, width: number): string {
  const { meaning, items } = shown(only)
  const inner = width - 2
  return blocks(
    title(`${diff.before} → ${diff.after}`),
    paragraph(diff.verdict, width),
    ...(meaning ? meaningText(diff, inner) : []),
    ...(items
      ? [
          section(itemSums(diff), diff.items.map((item) => itemText(item, inner)).join('\n')),
          section('Model', bullets(diff.model.map(modelText), inner)),
          section(
            'Catalogue',
            bullets(
              diff.settings.map((each) => fieldText(each, marks)),
              inner,
            ),
          ),
        ]
      : []),
    ...findingsText(diff.findings, inner),
  )
}

function meaningText({ meaning }: Diff, width: number): string[] {
  return allTopics.map(({ name, title: heading }) => {
    const found = toldTogether(meaning.filter(({ topic }) => topic === name))
    return section(heading, found.map(({ effect, sentence }) => hanging(bySign[effect], sentence, width)).join('\n'))
  })
}

function itemText({ action, id, name, formerId, fields, relations }: ItemDifference, width: number): string {
  const what = formerId === undefined ? `${id}  ${name}` : `${formerId} → ${id}  ${name}`
  const isTold = action === 'CHANGED' || action === 'RENAMED'
  const lines = isTold
    ? [...fields.map((each) => fieldText(each, marks)), ...relations.map((each) => relationText(each, marks))]
    : []
  return [`${signs[action]}${what}`, ...lines.map((line) => hanging('    ', line, width))].join('\n')
}

function findingsText({ added, removed }: FindingDifferences, width: number): string[] {
  const said = ({ severity, rule, message }: FindingDifferences['added'][number]): string =>
    `${severity} ${rule}: ${message}`
  return [
    section(`New findings: ${added.length}`, bullets(added.map(said), width)),
    section(`Findings that are gone: ${removed.length}`, bullets(removed.map(said), width)),
  ]
}
