import type { Argument, Command, Option } from 'commander'

/** The command line as completion needs it: plain data, so that it can be kept in a file. */
export interface CommandTree {
  readonly commands: readonly TreeCommand[]
  /** Folders of the kinds' files, and what ids of their items begin with. */
  readonly kinds: readonly TreeKind[]
}

export interface TreeKind {
  readonly folder: string
  readonly idPrefix: string
}

export interface TreeCommand {
  /** `export mermaid`. */
  readonly path: string
  readonly description: string
  readonly options: readonly TreeOption[]
  readonly arguments: readonly TreeArgument[]
}

/** What can stand in a place. */
export interface Values {
  readonly choices?: readonly string[]
  /** Ids of items: of one kind, by what they begin with, or `any`. */
  readonly ids?: string
  readonly takes?: 'folder' | 'file' | 'kinds'
}

export interface TreeOption extends Values {
  readonly long: string
  readonly short?: string
  readonly description: string
  /** Whether a value follows it. */
  readonly valued: boolean
}

export interface TreeArgument extends Values {
  readonly name: string
  readonly variadic: boolean
}

/** Where ids stand: arguments by name and options by their long form, of each command. */
export const idPlaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  draw: { id: 'value-stream' },
  stream: { id: 'value-stream', '--against': 'value-stream' },
  impact: { items: 'any' },
  paths: { from: 'any', to: 'any' },
  'single-points': { items: 'any' },
  governance: { id: 'any' },
  rename: { id: 'any' },
  'export mermaid': { '--of': 'any', '--stream': 'value-stream' },
}

/** The commands below a root, with theirs. */
export function commandTree(root: Command, kinds: readonly TreeKind[]): CommandTree {
  const commands: TreeCommand[] = []
  const visit = (command: Command, path: string): void => {
    const help = command.createHelp()
    const places = idPlaces[path] ?? {}
    commands.push({
      path,
      description: command.description(),
      options: help.visibleOptions(command).flatMap((option) => optionOf(option, places)),
      arguments: command.registeredArguments.map((argument) => argumentOf(argument, places)),
    })
    for (const each of help.visibleCommands(command)) visit(each, `${path} ${each.name()}`.trim())
  }
  visit(root, '')
  return { commands, kinds: kinds.map(({ folder, idPrefix }) => ({ folder, idPrefix })) }
}

function optionOf(option: Option, places: Readonly<Record<string, string>>): TreeOption[] {
  const { long, short, description, argChoices, flags } = option
  if (long == null) return []
  const valued = option.required || option.optional
  const values = valuesOf(argChoices, places[long], long === '--kinds' ? 'kinds' : /<(folder|file)>/.exec(flags)?.[1])
  return [{ long: long.slice(2), ...(short == null ? {} : { short: short.slice(1) }), description, valued, ...values }]
}

function argumentOf(argument: Argument, places: Readonly<Record<string, string>>): TreeArgument {
  const name = argument.name()
  const takes = /^(files?|path|model|folder)$/.test(name) ? 'file' : undefined
  return { name, variadic: argument.variadic, ...valuesOf(argument.argChoices, places[name], takes) }
}

function valuesOf(choices: readonly string[] | undefined, ids: string | undefined, takes: string | undefined): Values {
  return {
    ...(choices === undefined ? {} : { choices }),
    ...(ids === undefined ? {} : { ids }),
    ...(takes === 'folder' || takes === 'file' || takes === 'kinds' ? { takes } : {}),
  }
}
