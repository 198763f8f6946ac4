import { Command, Option } from 'commander'
import type { Exported } from '../../exchange/export/exported.ts'
import { UnknownItem } from '../../exchange/export/find-item.ts'
import { findKinds, UnknownKind } from '../../exchange/export/find-kinds.ts'
import { UnreadablePicture } from '../../exchange/export/mermaid.ts'
import { ofKinds } from '../../exchange/export/part.ts'
import { readExported } from '../../exchange/export/read-exported.ts'
import { NothingLoadedError } from '../../graph/load/loaded-catalogue.ts'
import { openGraph } from '../catalogue.ts'
import type { GraphAsked } from '../catalogue.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'

/** What the command line said to every export, by option. */
export interface ExportSaid extends GraphAsked {
  readonly kinds?: readonly string[]
  readonly out?: string
}

/** The command of one format, with the options that all of them have. */
export const exportCommand = (name: string, description: string, out = '--out <file>'): Command =>
  new Command(name)
    .description(description)
    .addOption(
      new Option(
        '--kinds <kinds>',
        'only items of these kinds, and relations among them: application,contract',
      ).argParser((text: string) => text.split(',').filter((word) => word.trim() !== '')),
    )
    .option(`-o, ${out}`, 'where to write it (default: stdout)')
    .addOption(options.insteadOfStore())
    .addOption(options.store())
    .addOption(options.audience())
    // "-" is stdout by custom, and no file's name.
    .hook('preAction', (self) => {
      if (self.opts<ExportSaid>().out === '-') self.setOptionValue('out', undefined)
    })

/**
 * Reads what the command line asks for, lets it be written, and says in words what is wrong with the question.
 * @param choose what is written of the whole graph, by the names of the kinds that are asked for.
 */
export async function exporting(
  said: ExportSaid,
  write: (exported: Exported) => Promise<void>,
  choose: (whole: Exported, kinds: readonly string[] | undefined) => Exported = (whole, kinds) =>
    kinds === undefined ? whole : ofKinds(whole, kinds),
): Promise<void> {
  try {
    const store = await openGraph(said)
    const whole = await readExported(store).finally(() => store.close())
    await write(choose(whole, said.kinds && findKinds(whole.model, said.kinds)))
  } catch (error) {
    if (error instanceof NothingLoadedError)
      throw new Failure(`${error.message}\nOr export a catalogue without loading it: --catalogue FOLDER.`)
    if (error instanceof UnknownKind || error instanceof UnknownItem)
      throw new Failure(error.message, exitCodes.wrongUse)
    if (error instanceof UnreadablePicture)
      throw new Failure(
        `${error.message}\nChoose a part with --kinds, --of or --stream, or draw it all the same with --all.`,
      )
    throw error
  }
}
