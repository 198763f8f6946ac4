import { script } from '@bomb.sh/tab'

/** Shells that can be taught. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

/** A shell's script, which asks `tributary complete -- …` what may stand next. */
export function completionScript(shell: Shell): string {
  let text = ''
  const { log } = console
  console.log = (printed: string) => (text += printed)
  try {
    script(shell, 'tributary', 'tributary')
  } finally {
    console.log = log
  }
  // Bash completes files of its own accord only where it is told so when a function is registered.
  // Nor may it fix its constants: a shell that reads its start-up file again would complain of each.
  return text
    .replace(/^complete -F/m, 'complete -o default -F')
    .replaceAll(/^readonly (?=ShellComp)/gm, '')
    .trimEnd()
}
