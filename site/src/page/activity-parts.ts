import { holdersOf, targetsOf } from '../catalogue/catalogue.ts'
import { enumLabel } from '../words/labels.ts'
import { itemLink } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Section } from './section.ts'

/** An activity's own parts: the skills that it calls for and who has them, and the streams that visit it. */
export function activityParts(context: PageContext): OwnParts {
  return {
    shown: new Set([endOf('CALLS_FOR', 'holds'), endOf('VISITS', 'isHeldBy')]),
    sections: [...skills(context), ...pathSections(context, { streams: 'Value streams that visit it' })],
  }
}

function skills({ item, prose }: PageContext): Section[] {
  const called = targetsOf(item, 'CALLS_FOR')
  if (called.length === 0) return []
  const title = 'Skills that it calls for'
  return [
    {
      id: prose.anchor(title),
      title,
      count: called.length,
      blocks: [
        {
          is: 'table',
          table: {
            label: title,
            columns: [
              { title: 'Skill' },
              { title: 'At least' },
              { title: 'Who has it', wide: true },
              { title: 'Roles that require it' },
            ],
            rows: called.map(({ item: skill, values }) => {
              const teams = holdersOf(skill, 'HAS_SKILL').map((each) => itemLink(each.item))
              const level = values['level']
              return {
                cells: [
                  { strong: true, links: [itemLink(skill)] },
                  typeof level === 'string' ? { badges: [{ text: enumLabel(level), tone: 'plain' }] } : {},
                  teams.length === 0 ? { sub: 'Nobody is recorded as having it.' } : { links: teams, inline: true },
                  { links: holdersOf(skill, 'REQUIRES_SKILL').map((each) => itemLink(each.item)) },
                ],
              }
            }),
          },
        },
      ],
    },
  ]
}
