import { buildInput } from '../catalogue/build-input.ts'
import type { Card } from '../catalogue/build-input.ts'
import { followPath, targetsOf } from '../catalogue/catalogue.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import type { Kind } from '../catalogue/model.ts'
import { nameIn } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { areaOf } from '../page/areas.ts'
import type { Page } from '../page/section.ts'
import { enumLabel, kindLabel, kindsLabel } from '../words/labels.ts'
import { plainNumber } from '../words/values.ts'

/** Which picture stands for a page. */
export interface CardOfPage {
  /** From the site's folder: `cards/practices.png`. */
  readonly path: string
  /** What it shows, on the page that it belongs to: the others only name it. */
  readonly card?: Card
}

/** Kinds whose items have pictures of their own, and how many of each: the rest takes its kind's, or a build would draw for minutes. */
const drawn = new Set(['ValueStream', 'Service'])
const mostDrawn = 40

const siteCard = 'cards/site.png'

/** The picture for a page: its own for the start page, kinds, value streams and services, else that of its kind or the site. */
export function cardOf(page: Page, isStart: boolean, catalogue: Catalogue): CardOfPage {
  if (isStart) return { path: siteCard, card: cardOfSite(page, catalogue) }
  const { item, folder } = page
  const kind = item?.kind ?? [...catalogue.model.kinds.values()].find((each) => each.folder === folder)
  const items = kind === undefined ? [] : (catalogue.byKind.get(kind.name) ?? [])
  if (kind === undefined || items.length === 0) return { path: siteCard }
  if (item !== undefined && drawn.has(kind.name) && items.indexOf(item) < mostDrawn)
    return { path: `cards/${kind.folder}/${nameIn(item)}.png`, card: cardOfItem(item, catalogue) }
  const path = `cards/${kind.folder}.png`
  return item === undefined ? { path, card: cardOfKind(kind, items.length) } : { path }
}

function cardOfSite({ lead }: Page, { byKind, items }: Catalogue): Card {
  const { title } = buildInput()
  const count = (kind: string): number => byKind.get(kind)?.length ?? 0
  return {
    site: title,
    title,
    ...(lead === undefined ? {} : { summary: lead }),
    numbers: [
      numberOf(count('ValueStream'), messages.cards.streams),
      numberOf(count('Practice'), messages.cards.practices),
      numberOf(items.size, messages.cards.items),
    ],
  }
}

const cardOfKind = (kind: Kind, count: number): Card => ({
  site: buildInput().title,
  title: kindsLabel(kind),
  summary: kind.description.replace(/\s+/g, ' '),
  area: areaOf(kind),
  numbers: [numberOf(count, messages.cards.items)],
})

function cardOfItem(item: Item, { model, streams }: Catalogue): Card {
  const { perspective } = item.values
  const lead = streams.get(item.id)?.measures.figures.find(({ name }) => name === 'Lead time')
  const fed = model.paths.find(({ declaredBy, field }) => declaredBy === item.kind.name && field === 'practices')
  const steps = targetsOf(item, 'HAS_STEP').length
  return {
    site: buildInput().title,
    label: kindLabel(item.kind),
    title: item.name,
    ...(item.summary === undefined ? {} : { summary: item.summary }),
    ...(perspective === 'AS_IS' || perspective === 'TO_BE'
      ? {
          mark: {
            text: enumLabel(perspective),
            tone: perspective === 'AS_IS' ? ('as-is' as const) : ('to-be' as const),
          },
        }
      : {}),
    area: areaOf(item.kind),
    numbers: [
      ...(steps === 0 ? [] : [numberOf(steps, messages.cards.steps)]),
      ...(fed === undefined ? [] : [numberOf(followPath(item, fed, 'there').length, messages.cards.practices)]),
      ...(lead?.text == null ? [] : [{ number: lead.text, of: messages.cards.leadTime }]),
      ...(steps === 0 ? [numberOf(item.holds.length + item.isHeldBy.length, messages.cards.relations)] : []),
    ],
  }
}

const numberOf = (count: number, say: (count: number) => string): Card['numbers'][number] => ({
  number: plainNumber(count),
  of: say(count),
})
