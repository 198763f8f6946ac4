import { relative, resolve } from 'node:path'
import { Command, Option } from 'commander'
import { isCheckout, pipelines, planInit } from '../../authoring/init/plan-init.ts'
import type { InitFile } from '../../authoring/init/plan-init.ts'
import { isCatalogue, writeEditorSettings, writeInit } from '../../authoring/init/write-init.ts'
import { formatSums, formatText } from '../../graph/catalogue/formats/text.ts'
import { readCatalogue } from '../../graph/catalogue/read-catalogue.ts'
import { Failure } from '../failure.ts'
import { askInit } from '../init/ask-init.ts'
import type { InitSaid } from '../init/ask-init.ts'
import { answer, say } from '../progress.ts'

export const position = 100

export const command = new Command('init')
  .description('Write a small catalogue of your own on top of itil4, to change into yours.')
  .argument('[folder]', 'where; it may have files already, none is written over', '.')
  .option('--name <name>', 'short name of the catalogue: a word (default: the folder’s)')
  .option('--title <title>', 'what people call it: the site’s title')
  .addOption(
    new Option('--ci <where>', 'what checks changes and publishes the site (default: github)').choices(pipelines),
  )
  .option('-y, --yes', 'ask nothing: take what isn’t said as proposed')
  .addHelpText(
    'after',
    `
It asks where people answer, and otherwise takes what is proposed.

  $ tributary init acme --title "Acme's service management" --ci gitlab --yes`,
  )
  .action(async (folder: string, said: InitSaid) => {
    if (isCatalogue(folder)) {
      throw new Failure(
        `${resolve(folder)} is a catalogue already: nothing was written.\nSee what it needs with "tributary check".`,
      )
    }
    const asked = await askInit(folder, said)
    const { written, left } = writeInit(planInit({ ...asked, folder, today: new Date().toISOString().slice(0, 10) }))
    const { mappingEditorSchema } = await import('../../exchange/import/table/mapping/editor-schema.ts')
    const settings = await writeEditorSettings(folder, [mappingEditorSchema()])
    tell('Written:', [...written, ...(settings === undefined ? [] : [settings])])
    if (left.length > 0) tell('There already, and left as they are:', left)
    const { findings } = await readCatalogue(folder)
    const problems = findings.filter(({ severity }) => severity !== 'info')
    say(`\nChecked: ${formatSums(problems)}.`)
    if (problems.length > 0) say(formatText(problems))
    say(nextSteps(folder))
  })

/** Names files with what they are. */
function tell(title: string, files: readonly InitFile[]): void {
  const shown = files.map(({ path, about }) => ({ path: relative('.', path), about }))
  const width = Math.max(...shown.map(({ path }) => path.length))
  say(`${title}\n`)
  for (const { path, about } of shown) answer(`  ${path.padEnd(width)}  ${about}`)
}

/** A path as shells take it: in quotes where it has more than plain characters. */
const inShell = (path: string): string => (/^[\w./\\:-]+$/.test(path) ? path : JSON.stringify(path))

const nextSteps = (folder: string): string =>
  [
    '',
    'Next:',
    ...(resolve(folder) === process.cwd() ? [] : [`  cd ${inShell(relative('.', folder))}`]),
    '  npm install    # once',
    '  npm start      # see it as a site, at http://localhost:4000',
    'Then open README.md: it says how to make it yours.',
    ...(isCheckout ? ['package.json names this checkout of Tributary: give a version there before you share it.'] : []),
  ].join('\n')
