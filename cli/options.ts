import { InvalidArgumentError, Option } from 'commander'
import { defaultStoreAddress } from '../graph/store/open-store.ts'
import { wordsArgument } from './impact/asked-items.ts'

/** Options that several commands take, said once. */
export const options = {
  catalogue: (): Option => new Option('-c, --catalogue <folder>', 'the catalogue').default('.'),
  /** For commands that ask what is loaded, unless they are given a catalogue. */
  insteadOfStore: (): Option =>
    new Option('-c, --catalogue <folder>', 'this catalogue, loaded into memory, instead of what is loaded').conflicts(
      'store',
    ),
  store: (): Option =>
    // Not `.env()`: what the environment says is a default, and --catalogue may be given all the same.
    new Option(
      '-s, --store <address>',
      'the graph: file:DIR, memory:, neo4j://host or bolt://host; TRIBUTARY_STORE says the default',
    ).default(defaultStoreAddress()),
  atLeastRevision: (): Option =>
    new Option('--at-least-revision <number>', 'wait until the graph shows this revision, or a later one')
      .argParser(wholeNumber)
      .conflicts('catalogue'),
  audience: (): Option =>
    new Option('--audience <name>', 'only what this audience of the catalogue sees (default: everything)'),
  format: (...formats: string[]): Option =>
    new Option('-f, --format <format>', 'how to print the answer').choices(formats).default('text'),
  today: (what = 'check as if it were this day: 2027-06-30'): Option =>
    new Option('--today <date>', what).argParser(day),
  kinds: (what: string): Option => new Option('--kinds <kinds>', what).argParser(wordsArgument),
  relations: (): Option =>
    new Option('--relations <types>', 'follow only relations of these types: NEEDS,COVERS').argParser(wordsArgument),
  maxDegree: (): Option =>
    new Option('--max-degree <number>', 'list only what is at most so many relations away').argParser(wholeNumber),
  first: (what: string): Option => new Option('--first <number>', what).argParser(wholeNumber),
  sources: (): Option => new Option('--sources', 'name the lines of the catalogue that the answer rests on'),
  allowLargeRemoval: (): Option =>
    new Option('--allow-large-removal', 'go on though more than a fifth of the items would be removed'),
  site: (): Option =>
    new Option(
      '-o, --site <folder>',
      'folder of the built site (default: .tributary/site, with --audience .tributary/site-NAME)',
    ),
  base: (): Option =>
    new Option(
      '--base <path>',
      'path below the address that the site is published at: /itsm/; its pages work below any (default: as the catalogue says)',
    ),
  url: (): Option =>
    new Option(
      '--url <address>',
      'address that the site is published at, for canonical links (default: as the catalogue says)',
    ),
  port: (): Option =>
    new Option('-p, --port <port>', 'port to listen on; 0 takes a free one').env('PORT').default(4000).argParser(port),
  settings: (): Option =>
    new Option('--settings <file>', 'settings of the server: tributary.server.yaml').env('TRIBUTARY_SETTINGS'),
  host: (): Option => new Option('--host <host>', 'address to listen on').env('HOST').default('127.0.0.1'),
}

/** The folder of the built site. An audience's has its own: one built for others is never served to it by mistake. */
export function siteFolder({ site, audience }: { readonly site?: string; readonly audience?: string }): string {
  return site ?? (audience === undefined ? '.tributary/site' : `.tributary/site-${audience}`)
}

function day(text: string): string {
  const date = new Date(`${text}T00:00:00Z`)
  if (!Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text) return text
  throw new InvalidArgumentError('Write year-month-day: 2027-06-30.')
}

/** Reads a whole number. @throws InvalidArgumentError */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Write a whole number.')
}

function port(text: string): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number <= 65_535) return number
  throw new InvalidArgumentError('A port is a number from 0 to 65535.')
}
