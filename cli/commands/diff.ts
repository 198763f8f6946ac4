import { Command, InvalidArgumentError, Option } from 'commander'
import { formatText } from '../../graph/catalogue/formats/text.ts'
import { diffSides } from '../../graph/diff/diff.ts'
import type { Diff } from '../../graph/diff/diff.ts'
import { allTopics } from '../../graph/diff/meaning/all-topics.ts'
import { InvalidSide } from '../../graph/diff/source/read-side.ts'
import { readSides } from '../../graph/diff/source/read-sides.ts'
import { SourceError, sourcesOf } from '../../graph/diff/source/source.ts'
import { NothingLoadedError } from '../../graph/load/loaded-catalogue.ts'
import { StoreError } from '../../graph/store/store.ts'
import { diffMarkdown } from '../diff/diff-markdown.ts'
import { diffText } from '../diff/diff-text.ts'
import { parts, shown } from '../diff/sums.ts'
import type { Only } from '../diff/sums.ts'
import { exitCodes, Failure } from '../failure.ts'
import { options } from '../options.ts'
import { answer, Progress, say } from '../progress.ts'
import { pageWidth } from '../text/wrap.ts'

export const position = 150

/** What the command line said, by option. */
interface Said {
  readonly catalogue: string
  readonly store: string
  readonly today?: string
  readonly only?: Only
  readonly exitCode?: true
  readonly failOn?: readonly string[]
  readonly format: string
}

/** Topics of which something can get worse. */
const topicNames = allTopics.filter(({ verdict }) => verdict.WORSE !== undefined).map(({ name }) => name)

export const command = new Command('diff')
  .description('Compare two catalogues, git revisions or the loaded graph: what differs, and what that means.')
  .argument('[a]', 'what was: a catalogue’s folder, a git revision, a graph’s address, or "graph" (default: HEAD)')
  .argument('[b]', 'what is (default: the catalogue’s files)')
  .addOption(options.catalogue())
  .addOption(options.store())
  .addOption(options.format('text', 'json', 'markdown'))
  .addOption(new Option('--only <part>', 'tell only what it means, or only items and fields').choices(parts))
  .option('--exit-code', 'exit with 1 when anything differs')
  .addOption(
    new Option(
      '--fail-on <topics>',
      `exit with 1 when one of these gets worse: ${topicNames.join(', ')}, or all`,
    ).argParser(topicsArgument),
  )
  .addOption(options.today('read both sides’ files as if it were this day: 2027-06-30'))
  .addHelpText(
    'after',
    `
A revision is one of the repository in which the catalogue lies; working tree and index aren't touched. "main..HEAD" are two
revisions, "main...HEAD" are HEAD and where it left main. Where a revision doesn't have the catalogue yet, everything is
new but what comes with built-in layers.

JSON is one object: "before" and "after" as people call them, "absent" (BEFORE or AFTER, where one has no catalogue;
then "builtIn" counts what comes with built-in layers), "differs", "verdict", "meaning" (each "topic", "effect": WORSE, BETTER or NEUTRAL, "item", "others", "sentence"), "items"
(each "action", "id", "kind", "name", "formerId", "fields", "relations"), "findings" ("added", "removed"), "model",
"settings".

Exit codes: 0 told, 1 what --exit-code or --fail-on asks for, 2 the two can't be compared.

  $ tributary diff                     # the last commit against the files as they are
  $ tributary diff main...HEAD --format markdown > comment.md
  $ tributary diff graph . --only meaning --fail-on practices,single-points`,
  )
  .action(async (a: string | undefined, b: string | undefined, said: Said) => {
    const diff = await diffOf(
      [a, b].filter((each) => each !== undefined),
      said,
    )
    answer(told(diff, said))
    const { failOn = [] } = said
    const fails = diff.meaning.some(({ topic, effect }) => effect === 'WORSE' && failOn.includes(topic))
    if (fails || (said.exitCode === true && diff.differs)) throw new Failure('')
  })

/** Reads both sides and compares them. @throws Failure where that can't be done. */
async function diffOf(texts: readonly string[], { catalogue, store, today }: Said): Promise<Diff> {
  const progress = new Progress()
  const onFile = (done: number, of: number): void => {
    progress.show('reading files', done, of)
  }
  // Both are checked for the same day: what becomes overdue between two days is no difference.
  const asOf = today ?? new Date().toISOString().slice(0, 10)
  try {
    const sides = await readSides(await sourcesOf(texts, { catalogue, store }), { today: asOf, onFile })
    progress.show('comparing', 0, 1)
    if (sides.every(({ isAbsent }) => isAbsent)) {
      throw new Failure(`There is no catalogue in ${catalogue}, in neither of the two revisions.`, exitCodes.wrongUse)
    }
    return diffSides(...sides)
  } catch (error) {
    progress.end()
    if (error instanceof InvalidSide) {
      say(formatText(error.errors))
      throw new Failure(`\nNothing was compared: ${error.message} (see above).`, exitCodes.wrongUse)
    }
    if (error instanceof NothingLoadedError) throw new Failure(error.message, exitCodes.wrongUse)
    if (!(error instanceof SourceError) && !(error instanceof StoreError)) throw error
    throw new Failure([error.message, ...(error.hint === undefined ? [] : [error.hint])].join('\n'), exitCodes.wrongUse)
  } finally {
    progress.end()
  }
}

function told(diff: Diff, { format, only }: Said): string {
  if (format === 'markdown') return diffMarkdown(diff, only)
  if (format === 'text') return diffText(diff, only, pageWidth())
  const { meaning, items, model, settings, ...rest } = diff
  const asked = shown(only)
  return JSON.stringify(
    { ...rest, ...(asked.meaning ? { meaning } : {}), ...(asked.items ? { items, model, settings } : {}) },
    null,
    2,
  )
}

function topicsArgument(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  const unknown = names.filter((name) => name !== 'all' && !topicNames.includes(name))
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `There is no topic ${unknown.join(', ')}. Topics are ${topicNames.join(', ')}, or all.`,
    )
  }
  return names.includes('all') ? topicNames : names
}
