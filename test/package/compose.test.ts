import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { program } from '../../cli/main.ts'
import { composeServices, healthCommand } from './compose-file.ts'

const { neo4j, tributary } = composeServices()
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

describe('docker-compose.yml', () => {
  it('starts the Neo4j that the tests run on', () => {
    const tested = /<version>(5\.[\d.]+)<\/version>/.exec(read('test/neo4j/pom.xml'))?.[1]
    expect(neo4j.image).toBe(`neo4j:${String(tested)}-community`)
  })

  it('calls a command of the product with options that it has', async () => {
    const [name, ...words] = tributary.command ?? []
    const command = (await program()).commands.find((each) => each.name() === name)
    const known = command?.options.map(({ long }) => long)
    expect(known).toEqual(expect.arrayContaining(words.filter((word) => word.startsWith('--'))))
  })

  it('sets only variables that the product reads', async () => {
    const root = await program()
    let help = ''
    root.configureOutput({ writeOut: (text) => (help += text) }).outputHelp()
    for (const name of Object.keys(tributary.environment)) expect(help).toContain(name)
  })

  it('publishes the port that the product listens on, to this machine only', () => {
    const port = tributary.command?.[tributary.command.indexOf('--port') + 1]
    expect(tributary.ports).toStrictEqual([`127.0.0.1:\${TRIBUTARY_PORT:-4000}:${String(port)}`])
    expect(healthCommand(tributary).join(' ')).toContain(`http://127.0.0.1:${String(port)}/ready`)
  })

  it('refuses to start without a password', () => {
    expect(neo4j.environment['NEO4J_AUTH']).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/)
    expect(tributary.environment['NEO4J_PASSWORD']).toMatch(/^\$\{NEO4J_PASSWORD:\?/)
  })

  const server = process.env.TRIBUTARY_TEST_NEO4J_HTTP
  if (server !== undefined) {
    it('asks for the health of Neo4j in a way that a real one answers', () => {
      const [command, ...args] = healthCommand(neo4j).map((word) => word.replace('http://127.0.0.1:7474', server))
      expect(args).toContain(server)
      execFileSync(String(command), args)
    })
  }
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n')
  const { dependencies, name } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>
    name: string
  }

  it('builds on the Node.js that the package brings', () => {
    const images = lines.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ')[1])
    const major = dependencies['node']?.split('.')[0]
    expect(new Set(images)).toStrictEqual(new Set([`node:${String(major)}-slim`]))
  })

  it('runs as somebody without rights, and from the packed package alone', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
    expect(last).toContain('USER node')
    expect(last.filter((line) => line.startsWith('COPY'))).toStrictEqual([
      `COPY --from=package /source/${name}-*.tgz tributary.tgz`,
    ])
  })
})
