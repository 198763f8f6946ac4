import { existsSync, realpathSync } from 'node:fs'
import { git } from './git.ts'
import { SourceError } from './source.ts'

/** A commit of the repository in which a catalogue lies. */
export interface Commit {
  /** Root of the repository, absolute. */
  readonly root: string
  /** The catalogue's folder from there, with forward slashes and one at the end; empty where it is the root. */
  readonly prefix: string
  readonly hash: string
  /** "main (4ea761c)". */
  readonly label: string
}

/**
 * Finds the commit that a revision of a catalogue's repository names: a branch, a tag, `HEAD~1`, a hash.
 * @throws SourceError where there is no repository, or no such commit in it.
 */
export async function commitOf(folder: string, revision: string): Promise<Commit> {
  const { root, prefix } = await repositoryOf(folder, revision)
  const hash = await hashOf(root, revision)
  return { root, prefix, hash, label: `${revision} (${hash.slice(0, 7)})` }
}

/** The last commit that two revisions have in common. @throws SourceError where there is none. */
export async function mergeBaseOf(folder: string, [a, b]: readonly [string, string]): Promise<Commit> {
  const { root, prefix } = await repositoryOf(folder, a)
  const [one, other] = [await hashOf(root, a), await hashOf(root, b)]
  const hash = await git(root, 'merge-base', one, other).then(
    (answer) => answer.trim(),
    () => {
      throw new SourceError(`${a} and ${b} have no commit in common here.`, fetchHint(a))
    },
  )
  return { root, prefix, hash, label: `${hash.slice(0, 7)}, where ${a} and ${b} part` }
}

async function repositoryOf(folder: string, revision: string): Promise<Pick<Commit, 'root' | 'prefix'>> {
  if (!existsSync(folder)) throw new SourceError(`There is no folder ${folder}.`)
  const at = realpathSync(folder)
  try {
    const [root = '', prefix = ''] = (await git(at, 'rev-parse', '--show-toplevel', '--show-prefix')).split('\n')
    return { root, prefix }
  } catch (error) {
    if (!(error instanceof SourceError) || !/not a git repository/.test(error.message)) throw error
    throw new SourceError(
      `"${revision}" is no catalogue's folder, and no revision: ${folder} lies in no git repository.`,
      'Name two folders, or an address of a graph such as file:.tributary/graph.',
    )
  }
}

async function hashOf(root: string, revision: string): Promise<string> {
  const unknown = new SourceError(
    `"${revision}" is no catalogue's folder, and no revision in ${root}.`,
    fetchHint(revision),
  )
  // What begins with a dash would be an option.
  if (revision === '' || revision.startsWith('-')) throw unknown
  try {
    return (await git(root, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`)).trim()
  } catch (error) {
    throw error instanceof SourceError && error.message.startsWith('git failed') ? unknown : error
  }
}

const fetchHint = (revision: string): string =>
  `Fetch it first where a clone is shallow, as in CI: git fetch --unshallow origin, and say origin/${revision.replace(/^origin\//, '')}.`
