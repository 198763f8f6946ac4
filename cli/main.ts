import { Command, CommanderError } from 'commander'
import { NothingLoadedError } from '../graph/load/loaded-catalogue.ts'
import { ModelError } from '../graph/model/model-error.ts'
import { modulesIn } from '../graph/modules-in.ts'
import { ownPackage } from '../graph/package-root.ts'
import { StoreError } from '../graph/store/store.ts'
import { exitCodes, Failure } from './failure.ts'

/** A command: one file in `commands/`, which exports it as `command`. */
export type CommandFile = {
  readonly command: Command
  /** Where it stands in the help: its hundreds are its group, from 100. */
  readonly position: number
}

/** What commands are for, in the order of the help. */
const groups = ['Write a catalogue:', 'Load and publish it:', 'Ask it:', 'Use it from elsewhere:']

/**
 * The command line, for `main` and for tests of its documentation.
 * @param asked the first word that was given: where it is a command's, no other one is loaded, which takes longer than most run.
 */
export async function program(asked?: string): Promise<Command> {
  const { version } = ownPackage()
  const commands = await modulesIn<CommandFile>(new URL('./commands/', import.meta.url), asked)
  const root = new Command('tributary')
    .description(
      'Turns a folder of catalogue files about IT service management into a knowledge graph, a GraphQL API and a site.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showSuggestionAfterError()
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', afterHelp)
  for (const { command, position } of commands.sort((a, b) => a.position - b.position)) {
    root.addCommand(command.helpGroup(groups[Math.floor(position / 100) - 1] ?? ''))
  }
  return root
}

const afterHelp = `
A catalogue is a folder with a tributary.config.yaml. To see one at work:
  $ tributary start --catalogue catalogues/example

The graph is chosen by its address, with --store or TRIBUTARY_STORE:
  file:.tributary/graph   embedded, on disk (the default)
  memory:                 embedded, gone when the command ends
  neo4j://host:7687       Neo4j, with NEO4J_USERNAME, NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE) and NEO4J_DATABASE

Answers go to stdout, everything else to stderr.
Exit codes: 0 fine, 1 problems found, 2 wrong use.`

/**
 * Runs the command line.
 * @returns the exit code: 0 fine, 1 problems found, 2 wrong use.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const root = await program(argv[2])
  for (const command of withSubcommands(root)) command.exitOverride()
  try {
    await root.parseAsync(argv)
    return typeof process.exitCode === 'number' ? process.exitCode : exitCodes.fine
  } catch (error) {
    return report(error)
  }
}

const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)]

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUse
  if (error instanceof Failure) {
    if (error.message !== '') process.stderr.write(`${error.message}\n`)
    return error.exitCode
  }
  if (error instanceof StoreError) {
    process.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `${error.hint}\n`}`)
    return exitCodes.problems
  }
  if (error instanceof ModelError) {
    process.stderr.write(
      `The graph carries a model that this version can't read; load the catalogue again.\n${error.message}\n`,
    )
    return exitCodes.problems
  }
  if (error instanceof NothingLoadedError) {
    process.stderr.write(`${error.message}\n`)
    return exitCodes.problems
  }
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return exitCodes.problems
}
