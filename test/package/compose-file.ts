import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A service of `docker-compose.yml`, as far as the product's own tests look at it. */
export interface ComposeService {
  readonly image?: string
  readonly command?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly healthcheck: { readonly test: readonly string[] }
}

/** The services of `docker-compose.yml`. */
export function composeServices(): { readonly neo4j: ComposeService; readonly tributary: ComposeService } {
  return (parse(read('docker-compose.yml')) as { services: ReturnType<typeof composeServices> }).services
}

/** The command of a health check, which Docker runs without a shell. */
export function healthCommand({ healthcheck }: ComposeService): [command: string, ...args: string[]] {
  const [form, command, ...args] = healthcheck.test
  if (form !== 'CMD' || command === undefined) throw new Error('A health check is a list that starts with CMD')
  return [command, ...args]
}

/** What `Dockerfile` starts. */
export function dockerEntrypoint(): [command: string, ...args: string[]] {
  const [, words] = /^ENTRYPOINT (.*)$/m.exec(read('Dockerfile')) ?? []
  return JSON.parse(String(words)) as [string, ...string[]]
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
