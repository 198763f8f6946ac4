import { RootCommand, ShellCompDirective } from '@bomb.sh/tab'
import type { Command, Complete } from '@bomb.sh/tab'
import { defaultStoreAddress } from '../../graph/store/open-store.ts'
import type { CommandTree, TreeCommand, Values } from './command-tree.ts'
import { keptTree } from './kept-tree.ts'
import { knownIds } from './known-ids.ts'
import type { AskedSoFar } from './known-ids.ts'

/** What a shell is told: a line for each word that may stand next, and a directive behind a colon. */
export async function completionsOf(words: readonly string[], tree?: CommandTree): Promise<string[]> {
  const known = tree ?? (await keptTree())
  const begun = known.commands.findLast(({ path }) => path !== '' && `${words.join(' ')} `.startsWith(`${path} `))
  const asksIds = [...(begun?.options ?? []), ...(begun?.arguments ?? [])].some((each) => each.ids !== undefined)
  const ids = asksIds ? await knownIds(askedSoFar(words, begun), known.kinds) : []
  const typed = words.at(-1) ?? ''
  const wanted = { files: false, folders: false }
  const root = new RootCommand()
  for (const each of known.commands) {
    const { path, description, options, arguments: places } = each
    const command = path === '' ? root : root.command(path, description)
    const handlerOf =
      (values: Values) =>
      (complete: Complete): void => {
        if (values.takes === 'file') wanted.files = true
        if (values.takes === 'folder') wanted.folders = true
        for (const word of wordsOf(values, typed, ids, known)) complete(word, '')
      }
    for (const option of options) {
      if (option.valued) command.option(option.long, option.description, handlerOf(option), option.short)
      else addFlag(command, option)
    }
    for (const place of places) command.argument(place.name, handlerOf(place), place.variadic)
  }
  const lines = printedBy(() => {
    root.parse([...words])
  })
  if (wanted.files) return [...lines.slice(0, -1), `:${String(ShellCompDirective.ShellCompDirectiveDefault)}`]
  if (wanted.folders) return [...lines.slice(0, -1), `:${String(ShellCompDirective.ShellCompDirectiveFilterDirs)}`]
  return lines
}

function addFlag(command: Command, { long, short, description }: TreeCommand['options'][number]): void {
  if (short === undefined) command.option(long, description)
  else command.option(long, description, short)
}

/** Words that can stand in a place; of ids also the last part of one, where no slash is typed yet. */
function wordsOf(values: Values, typed: string, ids: readonly string[], { kinds }: CommandTree): readonly string[] {
  if (values.choices !== undefined) return values.choices
  if (values.takes === 'kinds') {
    const before = typed.slice(0, typed.lastIndexOf(',') + 1)
    return kinds.map(({ idPrefix }) => before + idPrefix)
  }
  if (values.ids === undefined) return []
  const fitting = values.ids === 'any' ? ids : ids.filter((id) => id.startsWith(`${values.ids ?? ''}/`))
  const isShort = values.ids !== 'any' || (typed !== '' && !typed.includes('/'))
  const short = isShort ? fitting.map((id) => id.slice(id.indexOf('/') + 1)) : []
  return values.ids === 'any' || typed.includes('/') ? [...fitting, ...short] : short
}

/** The graph that the words so far ask. A command that reads files, and no graph, asks the catalogue around it. */
function askedSoFar(words: readonly string[], begun: TreeCommand | undefined): AskedSoFar {
  const valueOf = (long: string, short: string): string | undefined => {
    const joined = words.find((word) => word.startsWith(`${long}=`))
    const index = words.findIndex((word) => word === long || word === short)
    return joined?.slice(long.length + 1) ?? (index < 0 ? undefined : words[index + 1])
  }
  const readsFiles = begun?.options.every(({ long }) => long !== 'store') === true
  const catalogue = valueOf('--catalogue', '-c') ?? (readsFiles ? '.' : undefined)
  const store = valueOf('--store', '-s') ?? defaultStoreAddress()
  return { store, ...(catalogue === undefined ? {} : { catalogue }) }
}

/** Lines that a function prints: the library prints what it finds, and always says that there are no files. */
function printedBy(run: () => void): string[] {
  const lines: string[] = []
  const { log } = console
  console.log = (line: string) => lines.push(line)
  try {
    run()
  } finally {
    console.log = log
  }
  return lines
}

/** Answers a shell that asks what may stand next. Where something goes wrong it offers nothing: nobody reads errors there. */
export async function answerShell(words: readonly string[]): Promise<void> {
  const lines = await completionsOf(words).catch(() => [`:${String(ShellCompDirective.ShellCompDirectiveDefault)}`])
  process.stdout.write(`${lines.join('\n')}\n`)
}
