import { Command } from 'commander'
import { formatJson } from '../../graph/catalogue/formats/json.ts'
import { formatSarif } from '../../graph/catalogue/formats/sarif.ts'
import { formatSums, formatText } from '../../graph/catalogue/formats/text.ts'
import { allRules } from '../../graph/catalogue/rule.ts'
import { count, readWithProgress } from '../catalogue.ts'
import { Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, say } from '../progress.ts'

export const position = 1

export const command = new Command('check')
  .description('Read a catalogue and report every problem, with file, line and what to do.')
  .addOption(options.catalogue())
  .addOption(options.format('text', 'json', 'sarif'))
  .option('--strict', 'warnings are problems too')
  .addOption(options.today())
  .addHelpText(
    'after',
    '\nExit codes: 0 no errors, 1 errors (with --strict: or warnings), 2 wrong use.\n\n  $ tributary check --catalogue catalogues/example --format sarif > findings.sarif',
  )
  .action(async (said: { catalogue: string; format: string; strict?: true; today?: string }) => {
    const { findings, files } = await readWithProgress(said.catalogue, said.today)
    if (said.format === 'json') answer(formatJson(findings))
    else if (said.format === 'sarif') answer(formatSarif(findings, await allRules()))
    else if (findings.length > 0) answer(formatText(findings))
    say(`${count(files)} read: ${formatSums(findings)}.`)
    const problems = findings.filter(
      ({ severity }) => severity === 'error' || (said.strict === true && severity === 'warning'),
    )
    if (problems.length > 0) throw new Failure('')
  })
