#!/usr/bin/env node
// Plain JavaScript on purpose: it must run on any Node.js, to find or name the one that Tributary needs.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'

const needed = [22, 18]
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  const own = ownNode()
  if (own === undefined) {
    process.stderr.write(
      `Tributary needs Node.js ${needed.join('.')} or later; this is ${process.versions.node}.\n` +
        'It brings its own with `npm install`: allow the install script of the package "node"\n' +
        '(npm install-scripts approve node), or install a current Node.js.\n',
    )
    process.exit(2)
  }
  process.exit(await runOn(own))
}
// Who closes the pipe, as `head` does, has read enough.
process.stdout.on('error', (error) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})
// Every run loads the same code: Node.js keeps it compiled in its cache, which halves the time to start.
module.enableCompileCache()
// From a checkout the sources run as they are; an installed package brings them compiled.
const isCheckout = existsSync(new URL('./main.ts', import.meta.url))
const load = (name) => import(new URL(isCheckout ? `./${name}.ts` : `../dist/cli/${name}.js`, import.meta.url).href)
const [, , command, separator, ...words] = process.argv
if (command === 'complete' && separator === '--') {
  // A shell asks what may stand next, and somebody waits: without loading every command.
  const { answerShell } = await load('completion/complete')
  await answerShell(words)
} else {
  const { main } = await load('main')
  process.exitCode = await main(process.argv)
}

/** The Node.js that was installed with this package: npm's scripts run on it, but other commands may not. */
function ownNode() {
  try {
    const folder = dirname(module.createRequire(import.meta.url).resolve('node/package.json'))
    return ['bin/node', 'bin/node.exe'].map((file) => join(folder, file)).find((file) => existsSync(file))
  } catch {
    return undefined
  }
}

/** Runs the same command on another Node.js, and passes on what it is told. Gives its exit code. */
function runOn(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
