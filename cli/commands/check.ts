import { Command, Option } from 'commander'
import { fixCatalogue, UnknownRuleError } from '../../authoring/fix/fix-catalogue.ts'
import { compareWithBaseline } from '../../graph/catalogue/baseline.ts'
import type { Catalogue } from '../../graph/catalogue/catalogue.ts'
import type { Finding } from '../../graph/catalogue/finding.ts'
import { formatGithub } from '../../graph/catalogue/formats/github.ts'
import { formatJson } from '../../graph/catalogue/formats/json.ts'
import { formatSarif } from '../../graph/catalogue/formats/sarif.ts'
import { formatByOwner, formatFixed, formatSums, formatText } from '../../graph/catalogue/formats/text.ts'
import { repositoryRoot } from '../../graph/catalogue/repository-root.ts'
import { suggestId } from '../../graph/catalogue/suggest.ts'
import { baselineIn, tellGone, writeBaselineTo } from '../baseline.ts'
import { count, readWithProgress } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, say } from '../progress.ts'

export const position = 120

export const command = new Command('check')
  .description('Read a catalogue and report every problem, with file, line and what to do.')
  .addOption(options.catalogue())
  .addOption(options.format('text', 'json', 'sarif', 'github'))
  .option('--strict', 'warnings are problems too')
  .option('--owner <id>', 'only what this party can mend: team/service-desk, or nobody')
  .addOption(new Option('--by <what>', 'with text: below a line for each owner').choices(['owner']))
  .option('--baseline <file>', 'warnings and remarks in this file are known: count them, and report only new ones')
  .addOption(
    new Option(
      '--write-baseline <file>',
      'accept all warnings and remarks that there are: write them to a file',
    ).conflicts('owner'),
  )
  .addOption(
    new Option(
      '--fix [rules]',
      'first mend in this catalogue’s files what is certain: former ids, dates, durations, words in other case; with rules (unknown-reference), only these, and what is likely there too',
    ).argParser((rules: string) => rules.split(',').map((rule) => rule.trim())),
  )
  .addOption(options.today())
  .addHelpText(
    'after',
    `
Exit codes: 0 no errors, 1 errors (with --strict: or new warnings), 2 wrong use. Errors are never accepted: what has them
can't be loaded.

JSON is one object: "findings" (each "file", which is a whole path, "line", "column", "severity", "rule", "message", "hint",
"item", "owner", "layer", "fingerprint", "known", "fix"), with --baseline "gone", with --fix "fixed".

  $ tributary check --catalogue catalogues/example --format sarif > findings.sarif
  $ tributary check --write-baseline .tributary-baseline.json
  $ tributary check --fix
  $ tributary check --baseline .tributary-baseline.json --strict --format github`,
  )
  .action(async (said: CheckOptions) => {
    const baseline = said.baseline === undefined ? undefined : baselineIn(said.baseline)
    const fixed = said.fix === undefined ? undefined : await fixedBy(said)
    const { findings: all, files, catalogue, rules } = await readWithProgress(said.catalogue, said.today)
    if (said.owner !== undefined && catalogue !== undefined) requireParty(said.owner, catalogue)
    const findings = said.owner === undefined ? all : all.filter(({ owner = 'nobody' }) => owner === said.owner)
    const compared = baseline && compareWithBaseline(findings, baseline)
    const fresh = compared?.fresh ?? findings
    const root = repositoryRoot(said.catalogue)
    if (said.format === 'json') answer(formatJson(findings, compared, fixed))
    else if (said.format === 'sarif') answer(formatSarif(findings, { rules, root, compared }))
    else if (fresh.length > 0) {
      if (said.format === 'github') answer(formatGithub(fresh, root))
      else answer(said.by === 'owner' ? formatByOwner(fresh) : formatText(fresh))
    }
    const known = compared === undefined ? '' : `; known: ${formatSums(compared.known)}`
    say(`${count(files)} read: ${formatSums(fresh)}${known}.`)
    if (compared !== undefined && said.owner === undefined) tellGone(compared)
    if (said.writeBaseline !== undefined) writeBaselineTo(said.writeBaseline, all)
    const accepts = said.writeBaseline !== undefined
    const problems = fresh.filter(
      ({ severity }) => severity === 'error' || (said.strict === true && !accepts && severity === 'warning'),
    )
    if (problems.length > 0) throw new Failure('')
  })

/** Mends what is to be mended, and says what. */
async function fixedBy({ catalogue, fix, today }: CheckOptions): Promise<readonly Finding[]> {
  const rules = fix === true || fix === undefined ? {} : { rules: fix }
  const fixed = await fixCatalogue(catalogue, { ...rules, ...(today === undefined ? {} : { today }) }).catch(
    (error: unknown) => {
      throw error instanceof UnknownRuleError ? new Failure(error.message, exitCodes.wrongUse) : error
    },
  )
  if (fixed.length > 0) say(formatFixed(fixed))
  const mended = `${String(fixed.length)} finding${fixed.length === 1 ? '' : 's'} mended`
  say(fixed.length === 0 ? 'Nothing was mended.' : `${mended}.\n`)
  return fixed
}

/** @throws Failure for an id that is nobody's: no findings would look like good news. */
function requireParty(owner: string, { items }: Catalogue): void {
  if (owner === 'nobody' || items.has(owner)) return
  const hint = suggestId(owner, items.keys())
  throw new Failure(`There is no item "${owner}" that could own anything. ${hint ?? ''}`.trim(), exitCodes.wrongUse)
}

interface CheckOptions {
  readonly catalogue: string
  readonly format: string
  readonly strict?: true
  readonly owner?: string
  readonly by?: string
  readonly baseline?: string
  readonly writeBaseline?: string
  readonly fix?: true | readonly string[]
  readonly today?: string
}
