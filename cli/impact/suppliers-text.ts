import type { CliSuppliersQuery, SupplierCapacity } from '../generated/graphql.ts'
import { blocks } from '../text/section.ts'
import { numbers, table } from '../text/table.ts'
import { counted, names, percent, perspectiveWord, spoken } from '../text/words.ts'
import { hanging, indent, paragraph } from '../text/wrap.ts'
import { byState } from './by-state.ts'

/** What hangs on each supplier, as the API tells it. */
export type Concentrations = CliSuppliersQuery['supplierConcentration']

type Capacity = Concentrations[number]['capacities'][number]

const capacityWords: Readonly<Record<SupplierCapacity, string>> = {
  CONTRACT_HOLDER: 'contract holder',
  SUBCONTRACTOR: 'sub-supplier',
  MAKER: 'maker',
  OWNER: 'owner of other suppliers',
}

const legend =
  'Lead time: the part of it that steps carry which wouldn’t be OK; alone: which would be degraded or down. Hangs on it: alone, little, or what else there is.'

/**
 * What hangs on each supplier, the most depended-on first; those on which nothing hangs in one line at the end.
 * @param first how many of the others are told. Undefined: all.
 */
export function suppliersText(all: Concentrations, first: number | undefined, width: number): string {
  const bearing = all.filter(({ capacities }) => capacities.some(bears))
  const idle = all.filter(({ capacities }) => !capacities.some(bears))
  const shown = bearing.slice(0, first)
  const left = bearing.length - shown.length
  return blocks(
    ...shown.map((each) => supplierText(each, width)),
    shown.length === 0 ? '' : paragraph(legend, width),
    left === 0 ? '' : `${left} more are left out: --first says how many are listed.`,
    idle.length === 0
      ? ''
      : paragraph(
          `No value stream and no service hangs on ${counted(idle.length, 'supplier')}: ${namesOf(idle)}.`,
          width,
        ),
    all.length === 0 ? 'There are no suppliers.' : '',
  )
}

const bears = ({ streams, services }: Capacity): boolean => streams.length + services.length > 0

const namesOf = (all: Concentrations): string => names(all.map(({ supplier }) => supplier))

/** A supplier: the API's sentences, then its capacities one by one. */
function supplierText({ supplier, summary, capacities }: Concentrations[number], width: number): string {
  const inner = width - 2
  const parts = capacities.filter(bears).map((each) => capacityText(each, inner))
  return blocks(supplier.id, indent(blocks(paragraph(summary, inner), ...parts)))
}

function capacityText({ as, through, streams, services }: Capacity, width: number): string {
  const inner = width - 2
  const told = services.map(({ service, state, alternatives }) => {
    const text = alternatives.length === 0 ? service.name : `${service.name} (${alternativesText(alternatives)})`
    return { state, text }
  })
  return [
    paragraph(`As ${capacityWords[as]}, through: ${names(through)}`, width),
    ...(streams.length === 0 ? [] : [indent(streamsText(streams, inner))]),
    ...(services.length === 0 ? [] : [indent(hanging('Services ', byState(told), inner))]),
  ].join('\n')
}

const streamsText = (streams: Capacity['streams'], width: number): string =>
  table(
    [{ title: 'State' }, { title: 'Stream' }, ...numbers('Lead time', 'Alone'), { title: 'Hangs on it' }],
    streams.map(({ stream, perspective, state, alone, alternatives, share, shareAlone }) => [
      spoken(state),
      `${stream.name} (${perspectiveWord(perspective)})`,
      percent(share),
      percent(shareAlone),
      alone ? 'alone' : alternatives.length === 0 ? 'little' : alternativesText(alternatives),
    ]),
    width,
  )

/** "or for Service desk: IT Service Desk; for Capture: Agent". */
const alternativesText = (alternatives: Capacity['streams'][number]['alternatives']): string =>
  `or ${alternatives.map(({ of, left }) => `for ${of.name}: ${names(left)}`).join('; ')}`
