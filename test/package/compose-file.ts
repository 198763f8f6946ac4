import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A service of `docker-compose.yml`, as far as the product's own tests look at it. */
export interface ComposeService {
  readonly image?: string
  readonly command?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly healthcheck: { readonly test: readonly string[] }
  readonly user?: string
  readonly init?: boolean
  readonly read_only?: boolean
  readonly cap_drop?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly secrets?: readonly string[]
  readonly mem_limit?: string
  readonly tmpfs?: readonly string[]
  readonly volumes?: readonly string[]
}

/** `docker-compose.yml`, as far as the product's own tests look at it. */
export interface ComposeFile {
  readonly services: { readonly neo4j: ComposeService; readonly tributary: ComposeService }
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
}

/** Reads `docker-compose.yml`. */
export const composeFile = (): ComposeFile => parse(read('docker-compose.yml'), { merge: true }) as ComposeFile

/** The services of `docker-compose.yml`. */
export const composeServices = (): ComposeFile['services'] => composeFile().services

/** The command of a health check, which Docker runs without a shell. */
export function healthCommand({ healthcheck }: ComposeService): [command: string, ...args: string[]] {
  const [form, command, ...args] = healthcheck.test
  if (form !== 'CMD' || command === undefined) throw new Error('A health check is a list that starts with CMD')
  return [command, ...args]
}

/** What `Dockerfile` starts. @param folder where the package lies, instead of its place in the image. */
export function dockerEntrypoint(folder: string): [command: string, ...args: string[]] {
  const [, words] = /^ENTRYPOINT (.*)$/m.exec(read('Dockerfile')) ?? []
  const [command, ...args] = JSON.parse(String(words)) as [string, ...string[]]
  return [command, ...args.map((word) => word.replace('/opt/tributary', folder))]
}

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
