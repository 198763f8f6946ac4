import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node'

/** A completion or a problem, as far as tests look at it. */
interface Completion {
  readonly label: string
}
interface Problem {
  readonly message: string
}

/** An editor that talks to yaml-language-server as Visual Studio Code does. */
export interface Editor {
  /** What is offered at the mark "|" in a text that stands in this file of the workspace. */
  readonly complete: (file: string, text: string) => Promise<string[]>
  /** What the editor underlines in a file that it hasn't opened before. */
  readonly problems: (file: string, text: string) => Promise<string[]>
  readonly close: () => void
}

const require = createRequire(import.meta.url)

/**
 * Opens a folder in such an editor.
 * @param settings what `.vscode/settings.json` says under "yaml.schemas".
 */
export async function openEditor(workspace: string, settings: Readonly<Record<string, unknown>>): Promise<Editor> {
  const bin = join(require.resolve('yaml-language-server/package.json'), '../bin/yaml-language-server')
  const server = spawn(process.execPath, [bin, '--stdio'], { cwd: workspace, stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const yaml = { schemas: settings, validate: true, completion: true, schemaStore: { enable: false } }
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => (section === 'yaml' ? yaml : {})),
  )
  connection.onRequest('client/registerCapability', () => null)
  const waiting = new Map<string, (problems: readonly Problem[]) => void>()
  connection.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: readonly Problem[] }) => waiting.get(uri)?.(diagnostics),
  )
  connection.listen()
  const rootUri = pathToFileURL(workspace).href
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'workspace' }],
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
  })
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('workspace/didChangeConfiguration', { settings: { yaml } })

  let opened = 0
  /** Opens a text in the editor; what was open in that file is closed. */
  const open = async (file: string, text: string): Promise<string> => {
    const uri = pathToFileURL(join(workspace, file)).href
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: (opened += 1), text },
    })
    return uri
  }
  const completeAt = async (uri: string, line: number, character: number): Promise<string[]> => {
    const asked = { textDocument: { uri }, position: { line, character } }
    const found = await connection.sendRequest<{ readonly items: readonly Completion[] }>(
      'textDocument/completion',
      asked,
    )
    return found.items.map(({ label }) => label)
  }
  return {
    async complete(file, marked) {
      const before = marked.slice(0, marked.indexOf('|')).split('\n')
      const uri = await open(file, marked.replace('|', ''))
      const character = before.at(-1)?.length ?? 0
      // The server asks for its settings after it has said that it is ready: until it has them, it offers nothing.
      for (let tries = 0; tries < 50; tries++) {
        const found = await completeAt(uri, before.length - 1, character)
        if (found.length > 0) return found
        await setTimeout(100)
      }
      return []
    },
    async problems(file, text) {
      const uri = pathToFileURL(join(workspace, file)).href
      const told = new Promise<readonly Problem[]>((resolve) => waiting.set(uri, resolve))
      await open(file, text)
      return (await told).map(({ message }) => message)
    },
    close() {
      connection.dispose()
      server.kill()
    },
  }
}
