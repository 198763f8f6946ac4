import { applyPlan, LargeRemovalError } from '../graph/load/apply-plan.ts'
import { describePlan, summarizePlan } from '../graph/load/describe-plan.ts'
import { loadCatalogue } from '../graph/load/load-catalogue.ts'
import { isEmpty } from '../graph/load/plan.ts'
import type { Revision } from '../graph/load/revision.ts'
import { openStore } from '../graph/store/open-store.ts'
import { planWithProgress, validCatalogue } from './catalogue.ts'
import { Failure } from './failure.ts'
import { Progress, say } from './progress.ts'

/** What a load did: the revision, unless nothing had changed, and its sums in words. */
export interface Loaded {
  readonly revision: Revision | undefined
  readonly summary: string
}

/** Checks, plans and applies, with progress. @throws Failure when the catalogue has errors or the plan removes too much. */
export async function load(said: { catalogue: string; store: string; allowLargeRemoval?: true }): Promise<Loaded> {
  const catalogue = await validCatalogue(said.catalogue)
  const store = await openStore(said.store)
  const progress = new Progress()
  try {
    const { plan, revision } = await loadCatalogue(store, {
      plan: () => planWithProgress(store, catalogue, progress),
      apply: (planned) =>
        applyPlan(store, planned, {
          allowLargeRemoval: said.allowLargeRemoval === true,
          onProgress: (doing, done, of) => {
            progress.show(doing, done, of)
          },
        }),
      onDelay(why) {
        progress.end()
        say(why)
      },
    })
    return { revision, summary: isEmpty(plan) ? describePlan(plan) : summarizePlan(plan) }
  } catch (error) {
    if (!(error instanceof LargeRemovalError)) throw error
    throw new Failure(
      `${error.message}\nSee what it would do with "tributary plan"; pass --allow-large-removal to go on.`,
    )
  } finally {
    progress.end()
    await store.close()
  }
}
