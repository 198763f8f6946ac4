import { linkTo } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { dayBefore } from '../words/durations.ts'
import { kindsLabel } from '../words/labels.ts'
import { plainNumber, longDay } from '../words/values.ts'
import { contractEndSection } from './contract-end.ts'
import type { OwnParts, PageContext } from './page-context.ts'
import type { Fact } from './section.ts'

/** A contract's own facts: the last day on which notice can be given; and what it would take with it if it ended. */
export function contractParts(context: PageContext): OwnParts {
  const { item, today } = context
  const { end, noticePeriod } = item.values
  const facts: Fact[] = []
  if (typeof end === 'string' && typeof noticePeriod === 'string') {
    const day = dayBefore(end, noticePeriod)
    const passed = day < today ? { badges: [{ text: messages.words.passed, tone: 'warn' as const }] } : {}
    facts.push({ label: messages.contractEnd.lastDayToGiveNotice, cell: { text: longDay(day), ...passed } })
  }
  return { sections: contractEndSection(context), facts, shown: new Set() }
}

/** A metric's own facts: its target in its unit, and which way is better. */
export function metricParts({ item }: PageContext): OwnParts {
  const { target, unit } = item.values
  if (typeof target !== 'number' || typeof unit !== 'string') return { sections: [], shown: new Set() }
  const text = targetText(String(item.values['direction']), target, unit)
  return {
    sections: [],
    facts: [{ label: messages.metric.target, cell: { text } }],
    shown: new Set(['target', 'unit']),
  }
}

/** What a metric should be: "At least 90 %". */
export function targetText(direction: string, target: number, unit: string): string {
  const value = `${plainNumber(target)} ${unit}`
  if (direction === 'HIGHER_IS_BETTER') return messages.metric.atLeast(value)
  return direction === 'LOWER_IS_BETTER' ? messages.metric.atMost(value) : value
}

/** A concept's own facts: the items of this catalogue that are its instances, instead of their kind's name. */
export function conceptParts({ item, catalogue }: PageContext): OwnParts {
  const kind = catalogue.model.kinds.get(String(item.values['kind']))
  if (kind === undefined) return { sections: [], shown: new Set() }
  const count = catalogue.byKind.get(kind.name)?.length ?? 0
  const link = { href: linkTo({ allOf: kind }), name: kindsLabel(kind), note: messages.concept.count(count) }
  return { sections: [], facts: [{ label: messages.concept.here, cell: { links: [link] } }], shown: new Set(['kind']) }
}
