import { Command } from 'commander'
import { modulesIn } from '../../graph/modules-in.ts'
import type { CommandFile } from '../main.ts'

export const position = 180

const formats = await modulesIn<CommandFile>(new URL('../export/formats/', import.meta.url))

export const command = new Command('export')
  .description('Write the graph for other tools: JSON, CSV, GraphML, Mermaid, Cypher, ArchiMate.')
  .helpCommand(false)
  .addHelpText(
    'after',
    `
Each asks what is loaded, or a catalogue (--catalogue); with --audience it holds only what that audience sees.

  $ tributary export json --catalogue catalogues/example --out catalogue.json`,
  )

for (const { command: format } of formats.sort((a, b) => a.position - b.position)) command.addCommand(format)
