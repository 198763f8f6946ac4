import { dirname, join } from 'node:path'
import type { Edit, Finding } from '../../graph/catalogue/finding.ts'
import { readSource } from '../source-file.ts'
import type { SourceFile } from '../source-file.ts'
import { offsetAt, withEdits } from '../text-edits.ts'
import type { TextEdit } from '../text-edits.ts'
import type { FileChange } from '../write-files.ts'

/** Which findings are mended. */
export interface Fixing {
  /** The catalogue's folder, absolute. */
  readonly folder: string
  /** Name of the catalogue's own layer: no other's files are touched. Undefined where its configuration can't be read. */
  readonly ownLayer: string | undefined
  /** Only findings of these rules, and what is likely there as well as what is certain. Undefined: all that is certain. */
  readonly rules: readonly string[] | undefined
}

/** What mends findings. */
export interface FixPlan {
  readonly changes: readonly FileChange[]
  /** The findings that it mends. */
  readonly fixed: readonly Finding[]
}

/**
 * Plans what mends findings that say how. An edit whose text isn't where it should be, or that overlaps another's, is left
 * out with its finding: nothing is written but what a finding says, to the letter.
 */
export function planFixes(findings: readonly Finding[], fixing: Fixing): FixPlan {
  const files = new Map<string, SourceFile | undefined>()
  const edits = new Map<string, TextEdit[]>()
  const names = new Map<string, string>()
  const fixed: Finding[] = []
  for (const finding of findings) {
    if (!isWanted(finding, fixing)) continue
    const located = (finding.fix?.edits ?? []).map((edit) => locate(edit, files, edits))
    const renames = finding.fix?.renames ?? []
    if (located.includes(undefined) || renames.some(({ place }) => names.has(place.path))) continue
    for (const each of located) {
      if (each !== undefined) edits.set(each.path, [...(edits.get(each.path) ?? []), each.edit])
    }
    for (const { place, to } of renames) names.set(place.path, to)
    fixed.push(finding)
  }
  const paths = new Set([...edits.keys(), ...names.keys()])
  const changes = [...paths].flatMap((path): FileChange[] => {
    const file = sourceOf(path, files)
    const name = names.get(path)
    if (file === undefined) return []
    const content = file.mark + withEdits(file.text, edits.get(path) ?? [])
    return [{ path, content, ...(name === undefined ? {} : { to: join(dirname(path), name) }) }]
  })
  return { changes, fixed }
}

function isWanted({ rule, fix, place }: Finding, { folder, ownLayer, rules }: Fixing): boolean {
  if (fix === undefined || (rules === undefined ? fix.isGuess === true : !rules.includes(rule))) return false
  const places = [...fix.edits, ...(fix.renames ?? [])].map((each) => each.place)
  if (ownLayer === undefined) return places.every(({ path }) => dirname(path) === folder)
  return place.layer === ownLayer && places.every(({ layer }) => layer === ownLayer)
}

function locate(
  { place, was, text }: Edit,
  files: Map<string, SourceFile | undefined>,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): { readonly path: string; readonly edit: TextEdit } | undefined {
  const { path } = place
  const source = sourceOf(path, files)?.text
  const from = source === undefined ? undefined : offsetAt(source, place.line, place.column)
  if (source === undefined || from === undefined || !source.startsWith(was, from)) return undefined
  const edit = { from, to: from + was.length, text }
  const clashes = edits.get(path)?.some((other) => {
    const isSame = other.from === edit.from && other.to === edit.to && other.text === text
    return !isSame && other.from < edit.to && edit.from < other.to
  })
  return clashes === true ? undefined : { path, edit }
}

/** The file, read once. */
function sourceOf(path: string, files: Map<string, SourceFile | undefined>): SourceFile | undefined {
  if (!files.has(path)) files.set(path, readSource(path))
  return files.get(path)
}
