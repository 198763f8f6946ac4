import { findingDifferences } from './finding-differences.ts'
import type { FindingDifferences } from './finding-differences.ts'
import { itemDifferences } from './item-differences.ts'
import type { FieldDifference, ItemDifference } from './item-differences.ts'
import { allTopics } from './meaning/all-topics.ts'
import { counted } from './meaning/topic.ts'
import type { Meaning } from './meaning/topic.ts'
import { modelDifferences } from './model-differences.ts'
import type { ModelDifference } from './model-differences.ts'
import { renamedItems } from './renamed-items.ts'
import { settingsDifferences } from './settings-differences.ts'
import type { BuiltIn, Side } from './side.ts'
import { verdictOf } from './verdict.ts'
import { SideView } from './view.ts'
import { withLaterIds } from './with-later-ids.ts'
import { listed } from '../impact/listed.ts'

/** All that two sides differ in, and what that means. Plain data: it is what `tributary diff --format json` prints. */
export interface Diff {
  /** What was compared. */
  readonly before: string
  readonly after: string
  /** The side on which there was no catalogue: all of the other one is new, or gone, and nothing is said of what that means. */
  readonly absent?: 'BEFORE' | 'AFTER'
  /** Then: what comes with built-in layers, which is neither new nor gone. */
  readonly builtIn?: BuiltIn
  /** Whether anything differs but places in files. */
  readonly differs: boolean
  /** What it comes to, in a few words. */
  readonly verdict: string
  /** By topic, in the order of `allTopics`; of a topic, what is worse comes first. */
  readonly meaning: readonly Meaning[]
  /** Those that came, went, have another id and say something else. */
  readonly items: readonly ItemDifference[]
  readonly findings: FindingDifferences
  /** Kinds, fields and relations of the model. */
  readonly model: readonly ModelDifference[]
  /** What the catalogue says of itself. */
  readonly settings: readonly FieldDifference[]
}

/** Compares two sides. `diffSides(b, a)` says the opposite of `diffSides(a, b)`, of the same items. */
export function diffSides(before: Side, after: Side): Diff {
  const renamed = renamedItems(before.graph, after.graph)
  const [was, is] = [new SideView(withLaterIds(before, renamed)), new SideView(after)]
  const items = itemDifferences(was, is, renamed)
  const absent = before.isAbsent ? 'BEFORE' : after.isAbsent ? 'AFTER' : undefined
  const topics = absent === undefined ? allTopics : []
  const meaning = topics.flatMap(({ name, find }): Meaning[] =>
    // What is worse comes first, and the rest stays in order.
    find(was, is)
      .sort((a, b) => Number(b.effect === 'WORSE') - Number(a.effect === 'WORSE'))
      .map((found) => ({ topic: name, ...found })),
  )
  const findings = findingDifferences(was.side.findings, is.side.findings)
  const model = modelDifferences(before.model, after.model)
  const settings = settingsDifferences(before.settings, after.settings)
  const lists = [meaning, items, findings.added, findings.removed, model, settings]
  const differs = lists.some((list) => list.length > 0)
  const verdict =
    absent === undefined
      ? verdictOf(differs, meaning, findings)
      : absent === 'BEFORE'
        ? `There is no catalogue in ${before.label}: everything is new${besides(before)}.`
        : `There is no catalogue in ${after.label}: everything is gone${besides(after)}.`
  const { builtIn } = absent === 'BEFORE' ? before : after
  return {
    ...{ before: before.label, after: after.label, ...(absent === undefined ? {} : { absent }) },
    ...(builtIn === undefined ? {} : { builtIn }),
    ...{ differs, verdict, meaning, items, findings, model, settings },
  }
}

/** What an absent side has nevertheless. */
const besides = ({ builtIn }: Side): string =>
  builtIn === undefined ? '' : `, besides ${coming(builtIn.items)} with ${listed(builtIn.layers)}`

const coming = counted('item that comes', 'items that come')
