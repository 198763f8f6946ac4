import type { Exported } from '../../../exchange/export/exported.ts'
import { findItem } from '../../../exchange/export/find-item.ts'
import { exportMermaidStream } from '../../../exchange/export/mermaid-stream.ts'
import { exportMermaid } from '../../../exchange/export/mermaid.ts'
import { around, ofKinds } from '../../../exchange/export/part.ts'
import { Option } from 'commander'
import { wholeNumber } from '../../options.ts'
import { exportCommand, exporting } from '../export-graph.ts'
import type { ExportSaid } from '../export-graph.ts'
import { sayExported, writeOut } from '../write-out.ts'

export const position = 4

/** What the command line said, by option. */
interface Said extends ExportSaid {
  readonly of?: string
  readonly depth: number
  readonly stream?: string
  readonly all?: boolean
}

export const command = exportCommand('mermaid', 'A Mermaid flowchart, for Markdown on GitHub, GitLab and in wikis.')
  .option('--of <id>', 'an item and what is around it: its id, or the last part of it')
  .option('--depth <number>', 'with --of: how many relations away', wholeNumber, 1)
  .addOption(
    new Option('--stream <id>', 'a value stream: its steps, and the ways between them with their shares').conflicts([
      'of',
      'kinds',
    ]),
  )
  .option('--all', 'draw more than 500 boxes or lines')
  .addHelpText(
    'after',
    `
  $ tributary export mermaid --of ticketing
  $ tributary export mermaid --stream resolve-user-incident
  $ tributary export mermaid --kinds contract,supplier --out contracts.mmd`,
  )
  .action(async (said: Said) => {
    if (said.stream === undefined) await exporting(said, (drawn) => drawPart(drawn, said), chooser(said))
    else await exporting(said, (whole) => drawStream(whole, said))
  })

async function drawPart(drawn: Exported, { all = false, out }: Said): Promise<void> {
  await writeOut(exportMermaid(drawn, { all }), out)
  sayExported(drawn, out)
}

const drawStream = (whole: Exported, { stream = '', out }: Said): Promise<void> =>
  writeOut(exportMermaidStream(whole, findItem(whole, stream, 'ValueStream')), out)

/** What is drawn: the item that is asked for stays in the picture, whatever kinds are asked for. */
const chooser =
  ({ of, depth }: Said) =>
  (whole: Exported, kinds: readonly string[] | undefined): Exported => {
    const centre = of === undefined ? undefined : findItem(whole, of)
    const part = kinds === undefined ? whole : ofKinds(whole, kinds, centre)
    return centre === undefined ? part : around(part, centre, depth)
  }
