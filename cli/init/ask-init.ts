import { basename, resolve } from 'node:path'
import type { CANCEL_SYMBOL } from '@clack/prompts'
import { cancel, intro, isCancel, select, text } from '@clack/prompts'
import type { InitAsked, Pipeline } from '../../authoring/init/plan-init.ts'
import { nameFor, pipelineFor, titleFor } from '../../authoring/init/write-init.ts'
import { exitCodes, Failure } from '../failure.ts'

/** What the command line said, by option. */
export interface InitSaid {
  readonly name?: string
  readonly title?: string
  readonly ci?: Pipeline
  readonly yes?: true
}

type Answers = Pick<InitAsked, 'name' | 'title' | 'ci'>

/**
 * What a new catalogue is called and where it is checked: as it was said, as somebody answers, or as proposed where nobody
 * can.
 * @throws Failure where a name or title can't be one, and where somebody breaks off.
 */
export async function askInit(folder: string, said: InitSaid): Promise<Answers> {
  const name = said.name ?? nameFor(folder)
  const proposed: Answers = {
    name,
    title: said.title ?? titleFor(said.name ?? basename(resolve(folder))),
    ci: said.ci ?? pipelineFor(folder),
  }
  const isAsked = said.yes !== true && process.stdin.isTTY && process.stdout.isTTY
  const answers = isAsked ? await answersOf(proposed, said) : proposed
  for (const problem of [problemOfName(answers.name), problemOfTitle(answers.title)]) {
    if (problem !== undefined) throw new Failure(problem, exitCodes.wrongUse)
  }
  return answers
}

/** Asks what wasn't said. */
async function answersOf(proposed: Answers, said: InitSaid): Promise<Answers> {
  intro('A catalogue of your own, on top of ITIL 4’s practices')
  const title =
    said.title ?? (await line('What do people call it? It is the site’s title.', proposed.title, problemOfTitle))
  const name =
    said.name ?? (await line('A short name for it, as files and messages write it:', proposed.name, problemOfName))
  const ci =
    said.ci ??
    given(
      await select<Pipeline>({
        message: 'Where are changes checked, and the site published?',
        initialValue: proposed.ci,
        options: [
          { value: 'github', label: 'GitHub', hint: 'Actions and Pages' },
          { value: 'gitlab', label: 'GitLab', hint: 'CI/CD and Pages' },
          { value: 'none', label: 'Somewhere else', hint: 'nothing is written for it' },
        ],
      }),
    )
  return { name, title, ci }
}

/** @throws Failure where somebody broke off. */
function given<Answer>(answer: Answer | typeof CANCEL_SYMBOL): Answer {
  if (!isCancel(answer)) return answer
  cancel('Nothing was written.')
  throw new Failure('')
}

function problemOfName(name: string): string | undefined {
  return /^[a-z0-9][a-z0-9-]*$/.test(name) && name.length <= 100
    ? undefined
    : 'A name has lower-case letters, digits and hyphens: acme-it.'
}

function problemOfTitle(title: string): string | undefined {
  return title.trim() === '' || /\p{Cc}/u.test(title) ? 'A title is one line, and not empty.' : undefined
}

/** Asks for a line of text until it is one that can be taken. Enter alone takes the proposed one, whatever is typed replaces it. */
const line = async (
  message: string,
  proposed: string,
  problemOf: (said: string) => string | undefined,
): Promise<string> =>
  given(
    await text({
      message,
      placeholder: proposed,
      defaultValue: proposed,
      validate: (value = '') => (value === '' ? undefined : problemOf(value)),
    }),
  )
