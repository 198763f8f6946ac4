import { Command } from 'commander'
import { describePlan } from '../../graph/load/describe-plan.ts'
import { itemChanges } from '../../graph/load/revision.ts'
import { openStore } from '../../graph/store/open-store.ts'
import { planWithProgress, validCatalogue } from '../catalogue.ts'
import { options } from '../options.ts'
import { answer } from '../progress.ts'

export const position = 200

export const command = new Command('plan')
  .description('Show what loading a catalogue would add, change and remove, compared with what the graph really holds.')
  .addOption(options.catalogue())
  .addOption(options.store())
  .addOption(options.format('text', 'json'))
  .addHelpText(
    'after',
    `
JSON is one object: "revision" (what is loaded now; 0: nothing), and "changes" as a revision of the API has them.

  $ tributary plan --catalogue catalogues/example --store neo4j://graph.example.org`,
  )
  .action(async (said: { catalogue: string; store: string; format: string }) => {
    const catalogue = await validCatalogue(said.catalogue)
    const store = await openStore(said.store)
    try {
      const plan = await planWithProgress(store, catalogue)
      answer(
        said.format === 'json'
          ? JSON.stringify({ revision: plan.revision, changes: [...itemChanges(plan)] }, null, 2)
          : describePlan(plan),
      )
    } finally {
      await store.close()
    }
  })
