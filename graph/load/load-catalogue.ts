import { setTimeout as sleep } from 'node:timers/promises'
import { mendStore } from '../store/open-store.ts'
import { StoreError } from '../store/store.ts'
import type { Store } from '../store/store.ts'
import type { Plan } from './plan.ts'
import { lastRevision } from './revision.ts'
import type { Revision } from './revision.ts'

/** For how long a load waits for others, milliseconds. */
const patience = 120_000
/** Pauses before it is tried again, milliseconds: they double from the shortest to the longest. */
const pauses = { shortest: 250, longest: 5_000 }

/** The two parts of a load, and who is told why it takes longer. */
export interface LoadSteps {
  readonly plan: () => Promise<Plan>
  readonly apply: (plan: Plan) => Promise<Revision | undefined>
  /** Told, once each, that another load is at work, that it was faster, and that the graph was damaged. */
  readonly onDelay: (why: string) => void
}

/** What a load did: its plan, and the revision that it made, unless there was nothing to change. */
export interface LoadDone {
  readonly plan: Plan
  readonly revision: Revision | undefined
}

/**
 * Plans and applies, whatever others do meanwhile: while another load is at work it waits, up to two minutes; when another
 * was faster, it plans again upon what that one made, so that nothing is lost. A damaged graph is mended first.
 * @throws what the steps throw, and a StoreError of the failure `busy` when the other load takes longer.
 */
export async function loadCatalogue(store: Store, { plan, apply, onDelay }: LoadSteps): Promise<LoadDone> {
  const told = new Set<string>()
  const tell = (why: string): void => {
    if (!told.has(why)) onDelay(why)
    told.add(why)
  }
  const started = performance.now()
  for (let pause = pauses.shortest; ; pause = Math.min(pause * 2, pauses.longest)) {
    let planned: Plan | undefined
    try {
      planned = await plan()
      return { plan: planned, revision: await apply(planned) }
    } catch (error) {
      const why = await delayBy(error, store, planned)
      if (why === undefined || performance.now() - started + pause > patience) throw error
      tell(why)
    }
    await sleep(pause)
  }
}

/** Why it is worth trying again, after what needs doing for that is done; undefined: it isn't. */
async function delayBy(error: unknown, store: Store, planned: Plan | undefined): Promise<string | undefined> {
  if (!(error instanceof StoreError)) return undefined
  if (error.failure === 'damaged') return mendStore(store.address)
  if (error.failure === 'busy') return 'Another load is at work: waiting until it is done …'
  // The number of a revision is taken once: what two loads planned at once, one of them writes.
  const isOvertaken =
    error.failure === 'refused' && planned !== undefined && (await lastRevision(store)) !== planned.revision
  return isOvertaken ? 'Another load was faster: comparing again with what it loaded …' : undefined
}
