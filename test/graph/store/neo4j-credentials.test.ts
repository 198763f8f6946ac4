import { inspect } from 'node:util'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { neo4jCredentials } from '../../../graph/store/neo4j/neo4j-credentials.ts'
import { openStore } from '../../../graph/store/open-store.ts'
import { folderWith } from '../catalogue/catalogue-folder.ts'

const secret = 'tributary-secret-7391'

describe('credentials of Neo4j', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })
  const stub = (environment: Readonly<Record<string, string>>): void => {
    for (const name of ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_PASSWORD_FILE'])
      vi.stubEnv(name, environment[name] ?? '')
  }

  it('are the environment’s, or stand in a file that it names', () => {
    const file = join(folderWith({ password: `${secret}\n`, windows: `${secret}\r\n`, spaced: ' x \n\n' }), 'password')
    stub({})
    expect(neo4jCredentials()).toBeUndefined()
    stub({ NEO4J_PASSWORD: secret })
    expect(neo4jCredentials()).toEqual({ user: 'neo4j', password: secret })
    stub({ NEO4J_USERNAME: 'reader', NEO4J_PASSWORD_FILE: file })
    expect(neo4jCredentials()).toEqual({ user: 'reader', password: secret })
    stub({ NEO4J_PASSWORD_FILE: file.replace(/password$/, 'windows') })
    expect(neo4jCredentials()?.password).toBe(secret)
    stub({ NEO4J_PASSWORD_FILE: file.replace(/password$/, 'spaced') })
    expect(neo4jCredentials()?.password).toBe(' x \n')
  })

  it('that contradict each other, or can’t be read, are told', () => {
    stub({ NEO4J_PASSWORD: secret, NEO4J_PASSWORD_FILE: '/run/secrets/neo4j' })
    expect(neo4jCredentials).toThrow('NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set')
    const missing = join(folderWith({}), 'missing')
    stub({ NEO4J_PASSWORD_FILE: missing })
    expect(neo4jCredentials).toThrow(`The password can't be read from ${missing}: ENOENT`)
  })

  it('are in no error of a connection that fails, however deep one looks', async () => {
    stub({ NEO4J_PASSWORD: secret })
    const error = await openStore('bolt://127.0.0.1:1').catch((each: unknown) => each)
    expect(error).toBeInstanceOf(Error)
    const lines: string[] = []
    pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }).error({ err: error })
    expect(lines.join('')).toContain('127.0.0.1:1')
    for (const text of [lines.join(''), inspect(error, { depth: 20, showHidden: true })]) {
      expect(text).not.toContain(secret)
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, 16))
    }
  })
})
