import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { program } from '../../cli/main.ts'
import { composeFile, healthCommand } from './compose-file.ts'

const { services, secrets } = composeFile()
const { neo4j, tributary } = services
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

  it('refuses to start without a password, which is in a file and in nobody’s settings', () => {
    expect(secrets['neo4j_password']?.file).toMatch(/^\$\{NEO4J_PASSWORD_FILE:\?/)
    expect(tributary.environment['NEO4J_PASSWORD_FILE']).toBe('/run/secrets/neo4j_password')
    expect(neo4j.command?.join(' ')).toContain('$$(cat /run/secrets/neo4j_password)')
    for (const { environment } of [neo4j, tributary]) {
      expect(Object.keys(environment).filter((name) => /AUTH$|PASSWORD$/.test(name))).toStrictEqual([])
    }
  })

  it.each(Object.entries(services))('gives %s no right that it doesn’t need', (_, service) => {
    expect(service).toMatchObject({
      ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'], secrets: ['neo4j_password'] },
      mem_limit: expect.stringMatching(/\d[mg]\}$/) as string,
    })
    // What isn't written to a volume is memory, and of a size.
    expect(service.tmpfs).toStrictEqual([expect.stringMatching(/^\/tmp:.*size=\d+m$/)])
  })

  it('runs Neo4j as its own user, on writable volumes where its image writes', () => {
    expect(neo4j.user).toBe('7474:7474')
    expect(neo4j.volumes?.map((volume) => volume.split(':')[1])).toStrictEqual([
      '/data',
      '/logs',
      '/var/lib/neo4j/conf',
    ])
    expect(neo4j.environment['NEO4J_server_directories_run']).toBe('/tmp')
  })

  it('gives Tributary the catalogue to read and one place to write, where it starts', () => {
    expect(tributary.volumes).toStrictEqual([
      '${TRIBUTARY_CATALOGUE:-./catalogues/example}:/catalogue:ro',
      'site:/data',
    ])
    expect(tributary.init).toBe(true)
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
    expect(new Set(images)).toStrictEqual(new Set(['${NODE_IMAGE}']))
    expect(lines).toContain(`ARG NODE_IMAGE=node:${String(dependencies['node'])}-bookworm-slim`)
  })

  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))

  it('runs as somebody without rights, and from the packed package alone', () => {
    expect(last.findLast((line) => line.startsWith('USER '))).toBe('USER node')
    expect(last.filter((line) => line.startsWith('COPY'))).toStrictEqual([
      'COPY --from=package /package /opt/tributary',
    ])
    expect(lines.join('\n')).toContain(`tar --extract --gzip --file ${name}-*.tgz --directory /package`)
  })

  it('installs by the lockfile, and runs no script of a package', () => {
    const installs = lines.filter((line) => line.includes('npm install'))
    expect(installs).toHaveLength(2)
    for (const line of installs) expect(line).toContain('--ignore-scripts')
    expect(lines.join('\n')).toContain('cp package-lock.json .npmrc /package')
  })

  it('starts in the place that may be written, and says how to ask and to end it', () => {
    expect(last).toEqual(expect.arrayContaining(['WORKDIR /data', 'VOLUME /data', 'STOPSIGNAL SIGTERM']))
    expect(last.join('\n')).toMatch(/^HEALTHCHECK .*\n {2}CMD \["node", /m)
  })
})
