import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import type { Connection, Item } from '../catalogue/catalogue.ts'
import type { Model } from '../catalogue/model.ts'
import { messages } from '../messages/messages.ts'
import { enumLabel } from '../words/labels.ts'
import { allRows } from './all-rows.ts'
import { itemLink, streamsOf } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Cell, ItemLink, Section } from './section.ts'

const words = messages.activities

/** An activity's own parts: the skills that it calls for and who has them, the streams that visit it, who works in it. */
export function activityParts(context: PageContext): OwnParts {
  return {
    shown: new Set([endOf('CALLS_FOR', 'holds'), endOf('VISITS', 'isHeldBy')]),
    sections: [...skills(context), ...pathSections(context, { streams: words.streams }), ...practices(context)],
  }
}

function skills({ item, prose, catalogue }: PageContext): Section[] {
  const called = targetsOf(item, 'CALLS_FOR')
  if (called.length === 0) return []
  const table = {
    label: words.skills,
    columns: [{ title: words.skill }, { title: words.level }, { title: words.who, wide: true }, { title: words.roles }],
    rows: called.map(({ item: skill, values }) => {
      const { level } = values
      return {
        cells: [
          { strong: true, links: [itemLink(skill)] },
          typeof level === 'string' ? { badges: [{ text: enumLabel(level), tone: 'plain' as const }] } : {},
          holdersCell(skill, level, catalogue.model),
          { inline: true, links: holdersOf(skill, 'REQUIRES_SKILL').map((each) => itemLink(each.item)) },
        ],
      }
    }),
  }
  return [
    { id: prose.anchor(words.skills), title: words.skills, count: called.length, blocks: [{ is: 'table', table }] },
  ]
}

/** Who has a skill, how well and how many; and whether nobody has it, or nobody well enough. */
function holdersCell(skill: Item, atLeast: unknown, { enums }: Model): Cell {
  const held = holdersOf(skill, 'HAS_SKILL')
  if (held.length === 0) return { badges: [{ text: words.nobody, tone: 'warn' }] }
  const levels = enums.get('SkillLevel')?.values.map(({ name }) => name) ?? []
  const suffices = ({ values: { level } }: Connection): boolean =>
    typeof atLeast !== 'string' || typeof level !== 'string' || levels.indexOf(level) >= levels.indexOf(atLeast)
  const links = held.map(({ item, values: { level, people } }): ItemLink => {
    const said = words.held(
      typeof level === 'string' ? messages.inSentence(enumLabel(level)) : undefined,
      typeof people === 'number' ? people : undefined,
    )
    return said === '' ? itemLink(item) : itemLink(item, said)
  })
  return { links, ...(held.some(suffices) ? {} : { badges: [{ text: words.notEnough, tone: 'warn' }] }) }
}

/** The practices that work the steps which visit it. */
function practices({ item, prose }: PageContext): Section[] {
  const steps = holdersOf(item, 'VISITS').map((each) => each.item)
  const worked = steps.flatMap((step) => targetsOf(step, 'WORKED_BY').map(({ item: practice }) => ({ practice, step })))
  const byPractice = [...Map.groupBy(worked, ({ practice }) => practice)].sort(([, a], [, b]) => b.length - a.length)
  if (byPractice.length === 0) return []
  const table = {
    label: words.practices,
    columns: [{ title: words.practice }, { title: words.inStreams, wide: true }, { title: words.steps, numeric: true }],
    rows: byPractice.map(([practice, some]) => ({
      cells: [
        { strong: true, links: [itemLink(practice)] },
        { inline: true, links: streamsOf(some.map(({ step }) => step)) },
        { text: String(some.length) },
      ],
    })),
  }
  return [
    { id: prose.anchor(words.practices), title: words.practices, count: byPractice.length, blocks: allRows(table) },
  ]
}
