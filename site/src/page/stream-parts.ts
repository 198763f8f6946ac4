import { targetsOf } from '../catalogue/catalogue.ts'
import type { Item } from '../catalogue/catalogue.ts'
import { messages } from '../messages/messages.ts'
import { feedingPractices } from './contributions.ts'
import { itemLink } from './item-link.ts'
import { endOf } from './page-context.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import { pathSections } from './path-section.ts'
import type { Banner, Block } from './section.ts'
import { answersSection } from './stream-answers.ts'
import { comparisonSection } from './stream-comparison.ts'
import { streamFacts } from './stream-facts.ts'
import { measuresSection } from './stream-measures.ts'
import { stepSection } from './stream-steps.ts'
import { visitedActivities } from './visited-activities.ts'

/** Says of a stream, before anything else, whether it happens or should happen. */
export function streamBanner({ values }: Item): Banner | undefined {
  if (values['perspective'] === 'AS_IS') {
    return {
      tone: 'as-is',
      title: messages.stream.asIsTitle,
      text: messages.stream.asIsText,
    }
  }
  return {
    tone: 'to-be',
    title: messages.stream.toBeTitle,
    text: messages.stream.toBeText,
  }
}

/** A value stream's own parts: from what to what, its steps, measures, practices, six questions, and what it replaces. */
export function streamParts(context: PageContext): OwnParts {
  const { prose, catalogue, item } = context
  const read = catalogue.streams.get(item.id)
  if (read === undefined) throw new Error(`The API has no measures of ${item.id}.`)
  const shown = new Set([
    'perspective',
    'starts',
    'trigger',
    'value',
    'timesIn',
    'answersInWords',
    'mapped',
    endOf('REPLACES', 'holds'),
    endOf('REPLACES', 'isHeldBy'),
    endOf('HAS_STEP', 'holds'),
    endOf('BROUGHT_BY', 'holds'),
    endOf('VALUE_FOR', 'holds'),
  ])
  return {
    shown,
    first: [{ id: prose.anchor(messages.stream.fromAndTo), blocks: [ends(context)] }],
    facts: streamFacts(context),
    sections: [
      ...stepSection(context),
      ...measuresSection(context, read),
      ...feedingPractices(context, read),
      ...visitedActivities(context, read),
      ...pathSections(context, {}, ['practices', 'activities']),
      ...answersSection(context, read),
      ...comparisonSection(context, read),
    ],
  }
}

function ends({ item, prose }: PageContext): Block {
  const people = (type: string): readonly ReturnType<typeof itemLink>[] =>
    targetsOf(item, type).map((each) => itemLink(each.item))
  const text = (field: string): string => prose.short(String(item.values[field] ?? ''))
  return {
    is: 'ends',
    from: {
      title:
        item.values['starts'] === 'OPPORTUNITY'
          ? messages.stream.startsWithOpportunity
          : messages.stream.startsWithDemand,
      html: text('trigger'),
      people: { label: messages.stream.broughtBy, links: people('BROUGHT_BY') },
    },
    to: {
      title: messages.stream.endsWithValue,
      html: text('value'),
      people: { label: messages.stream.for, links: people('VALUE_FOR') },
    },
  }
}
