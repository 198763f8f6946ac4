import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import type { ReadCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import type { Catalogue } from '../../../graph/catalogue/catalogue.ts'
import type { Finding } from '../../../graph/catalogue/finding.ts'
import { catalogueWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'

/** The day that catalogues in tests are checked for. */
export const today = '2026-11-22'

/** A finding in one line: place, severity, rule and message, and behind an arrow the hint. */
export function inOneLine({ place, severity, rule, message, hint }: Finding): string {
  const { file, line, column } = place
  return `${file}:${line}:${column}  ${severity}  ${rule}  ${message}${hint === undefined ? '' : ` → ${hint}`}`
}

/** Reads a catalogue of these files. */
export const readFiles = (files: Files): Promise<ReadCatalogue> => readCatalogue(catalogueWith(files), { today })

/** What reading a catalogue of these files finds, a line a finding. */
export async function findingsOf(files: Files): Promise<string[]> {
  return (await readFiles(files)).findings.map(inOneLine)
}

/** What reading the catalogue in a folder finds, a line a finding. */
export const findingsIn = async (folder: string): Promise<string[]> =>
  (await readCatalogue(folder, { today })).findings.map(inOneLine)

/** What one rule finds. */
export async function foundBy(rule: string, files: Files): Promise<string[]> {
  return (await readFiles(files)).findings.filter((finding) => finding.rule === rule).map(inOneLine)
}

/** The catalogue in a folder. @throws its findings when there are errors. */
export async function catalogueIn(folder: string): Promise<Catalogue> {
  const { catalogue, findings } = await readCatalogue(folder, { today })
  if (catalogue === undefined) throw new Error(findings.map(inOneLine).join('\n'))
  return catalogue
}

/** The catalogue of these files. @throws its findings when there are errors. */
export const catalogueOf = (files: Files): Promise<Catalogue> => catalogueIn(catalogueWith(files))
