import type { Comparison } from '../catalogue/read-streams.ts'
import { messages } from '../messages/messages.ts'
import { apiFigure } from '../words/durations.ts'
import { inSiteLanguage } from '../words/site-language.ts'
import { sideCell, verdict } from './change-cells.ts'
import type { FigureChange } from './change-cells.ts'
import { itemLink, itemNamed, linksTo } from './item-link.ts'
import type { PageContext } from './page-context.ts'
import type { Cell, Fact, Table } from './section.ts'
import type { Line } from './stream-block.ts'

type StepChange = Comparison['steps'][number]

/** The steps of both streams side by side: which are new, which fall away, and what changes in those that stay. */
export function changesOfSteps(context: PageContext, { steps }: Comparison): Table {
  const names = steps[0]?.figures.map(({ name }) => name) ?? []
  return {
    label: messages.comparison.steps,
    columns: [
      { title: messages.words.asIs },
      { title: messages.words.toBe },
      ...names.map((name) => ({ title: inSiteLanguage(name) })),
      { title: messages.comparison.whatChanges },
    ],
    rows: steps.map((change) => ({
      cells: [
        stepCell(context, change.asIs, messages.comparison.new),
        stepCell(context, change.toBe, messages.comparison.fallsAway),
        ...change.figures.map((figure) => figureCell(figure, change)),
        { details: differences(context, change) },
      ],
    })),
  }
}

function stepCell({ catalogue }: PageContext, step: StepChange['asIs'], without: string): Cell {
  return step === null
    ? { badges: [{ text: without, tone: 'weak' }] }
    : { strong: true, links: [itemLink(itemNamed(catalogue, step))] }
}

/** Where there are both steps: from what to what, and whether that is better. Otherwise the one that there is. */
function figureCell(figure: FigureChange, { asIs, toBe }: StepChange): Cell {
  if (asIs === null) return sideCell(figure.toBe)
  if (toBe === null) return sideCell(figure.asIs)
  if (figure.asIs === null && figure.toBe === null) return sideCell(null)
  const [before, after] = [figure.asIs, figure.toBe].map((each) =>
    (each === null ? messages.words.notRecorded : apiFigure(each)).replaceAll(' ', '\u00a0'),
  )
  const text = `${String(before)} → ${String(after)}`
  return { text, ...(figure.better === null ? {} : { badges: [verdict(figure.better)] }) }
}

function differences({ catalogue }: PageContext, change: StepChange): Fact[] {
  const { practices, performers, contracts, suppliers, activityChanges } = change
  const { comes, goes } = messages.comparison
  const parts = [practices, performers, contracts, suppliers]
  const said = (verb: string, side: 'added' | 'removed'): Fact[] => {
    const ids = new Set(parts.flatMap((part) => part[side].map(({ id }) => id)))
    const links = linksTo(
      catalogue,
      [...ids].map((id) => ({ id })),
    )
    return links.length === 0 ? [] : [{ label: verb, cell: { links, inline: true } }]
  }
  return [
    ...(activityChanges
      ? [{ label: messages.words.activity, cell: { text: messages.comparison.anotherActivity } }]
      : []),
    ...(change.asIs === null || change.toBe === null ? [] : [...said(comes, 'added'), ...said(goes, 'removed')]),
  ]
}

/** How steps whose ids differ came to stand beside each other. */
export const matchedLines = ({ steps }: Comparison): Line[] =>
  steps.some(({ matchedBy }) => matchedBy === 'ACTIVITY_AND_PRACTICES') ? [[messages.comparison.matched]] : []
