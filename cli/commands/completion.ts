import { Argument, Command } from 'commander'
import { completionScript, shells } from '../completion/script.ts'
import type { Shell } from '../completion/script.ts'
import { answer } from '../progress.ts'

export const position = 410

export const command = new Command('completion')
  .description('Print a script that completes commands, options and ids in your shell.')
  .addArgument(new Argument('<shell>', 'which shell').choices(shells))
  .addHelpText(
    'after',
    `
Ids are those of what is loaded, or of the catalogue that the command names. Bash needs the package bash-completion.

  $ tributary completion bash >> ~/.bashrc
  $ tributary completion zsh >> ~/.zshrc
  $ tributary completion fish > ~/.config/fish/completions/tributary.fish
  $ tributary completion powershell >> $PROFILE`,
  )
  .action((shell: Shell) => {
    answer(completionScript(shell))
  })
