import { Command, Option } from 'commander'
import { asking } from '../ask.ts'
import type { Asked } from '../ask.ts'
import type { GraphAsked } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { answerImpact, answerReach } from '../impact/answer-impact.ts'
import type { Limits } from '../impact/answer-impact.ts'
import { itemArgument } from '../impact/asked-items.ts'
import type { AskedItem } from '../impact/asked-items.ts'
import { impactText, reachText } from '../impact/impact-text.ts'
import { answerScenario, scenarioJson } from '../impact/scenario.ts'
import { scenarioText } from '../impact/scenario-text.ts'
import { options } from '../options.ts'
import { answerAs } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 340

/** What the command line said, by option. */
interface Said extends Limits, GraphAsked {
  readonly change?: true
  readonly upstream?: true
  readonly scenario?: string
  readonly sources?: true
  readonly format: string
}

export const command = new Command('impact')
  .description('Show what else stops flowing if items fail, how badly and why; or what a change of them reaches.')
  .argument('[items...]', 'ids, or the last parts of them; each with =STATE, or it is DOWN', itemArgument)
  .addOption(
    new Option('--change', 'if they change instead of fail: what must be looked at again').conflicts('upstream'),
  )
  .addOption(new Option('--upstream', 'the other way round: what they need, all the way down'))
  .addOption(
    new Option('--scenario <file>', 'compare what is with what would be, and check what is expected of it').conflicts([
      ...['change', 'upstream', 'kinds', 'relations', 'maxDegree', 'first', 'sources'],
    ]),
  )
  .addOption(options.kinds('reach and pass through only items of these kinds: service,value-stream'))
  .addOption(options.relations())
  .addOption(options.maxDegree())
  .addOption(options.first('how many items are listed, the worst first (default: 1000)'))
  .addOption(options.sources())
  .addOption(options.format('text', 'json'))
  .addOption(options.insteadOfStore())
  .addOption(options.store())
  .addOption(options.audience())
  .addHelpText(
    'after',
    `
States are DOWN, DEGRADED and AT_RISK, in either case.

JSON is one object: "revision", "question", and the fields that the API's Impact has: "summary", "complete", "affected"
with "id", "state", "degree", "because" and "sentence" …; with --change and --upstream, those of Reach; of a scenario
"summary", "holds", "expectations", "singlePoints" and "failure".

A scenario is a YAML file of changes, of what fails, and of what is expected. Ids are whole, relations are written as in
the catalogue, and the graph stays as it is. Exit code 1 tells that something expected doesn't hold.

  name: Move from Acme to Borealis
  changes:                          # one after the other
    - add: supplier/borealis        # a new item, with its relations
      name: Borealis
    - replace: supplier/acme        # its relations go over, and it leaves;
      with: supplier/borealis       # with "in: [contract/c-105]" only those with these go over, and it stays
    - remove: contract/c-104        # one or several
    - relate: application/ticketing # relations that are added, or written anew
      needs: [{ to: application/chat, criticality: SUPPORTING, redundancyGroup: channels }]
    - unrelate: application/ticketing
      needs: [application/fax]
  fail: { supplier/borealis: DOWN } # before and after
  expect:
    - item: value-stream/resolve-user-incident
      atWorst: DEGRADED             # or "is"
    - singlePointsOf: value-stream/resolve-user-incident
      kinds: [Supplier]
      atMost: 5
      noneOf: [supplier/acme]

  $ tributary impact ticketing
  $ tributary impact application/ticketing=DEGRADED supplier/nimbara-cloud --sources
  $ tributary impact policy/change-policy --change --kinds practice,value-stream
  $ tributary impact --scenario catalogues/example/scenarios/second-carrier.yaml`,
  )
  .action(async (items: readonly AskedItem[] | undefined, said: Said) => {
    const asked = checked(items ?? [], said)
    if (said.scenario !== undefined) {
      const answered = await answerScenario(said.scenario, said)
      const { outcome } = answered
      answerAs(said.format, scenarioJson(answered), () => scenarioText(outcome, pageWidth()))
      if (!outcome.holds) throw new Failure('')
      return
    }
    await asking(said, async (api) => {
      const { json, text } = await answerOf(api, asked, said)
      answerAs(said.format, { revision: api.revision, ...json }, () => text)
    })
  })

/** What the command line names. @throws Failure where that makes no question. */
function checked(items: readonly AskedItem[], { change, upstream, scenario }: Said): readonly AskedItem[] {
  if (scenario !== undefined) {
    if (items.length > 0)
      throw new Failure('What fails in a scenario stands in its file, in "fail".', exitCodes.wrongUse)
    return items
  }
  if (items.length === 0) throw new Failure('Say what fails: tributary impact <item[=STATE]>...', exitCodes.wrongUse)
  if ((change ?? upstream) === true && items.some(({ state }) => state !== undefined)) {
    throw new Failure('A state is for what fails: leave it out with --change and --upstream.', exitCodes.wrongUse)
  }
  return items
}

/** The answer as data, and as people read it. */
async function answerOf(
  api: Asked,
  items: readonly AskedItem[],
  said: Said,
): Promise<{ readonly json: object; readonly text: string }> {
  const { change, upstream, sources = false } = said
  if (change === true || upstream === true) {
    const { question, answer: reach } = await answerReach(api, items, said, change === true ? 'change' : 'upstream')
    return { json: { question, ...reach }, text: reachText(reach, pageWidth(), sources) }
  }
  const { question, answer: impact } = await answerImpact(api, items, said)
  return { json: { question, ...impact }, text: impactText(impact, pageWidth(), sources) }
}
