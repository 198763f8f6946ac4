import type { Compared } from '../baseline.ts'
import type { Finding, Fix } from '../finding.ts'
import { fingerprintOf } from '../fingerprint.ts'

/**
 * Findings as one JSON object: `{"findings": [{"file", "line", "column", "severity", "rule", "message", "hint"?, "item"?,
 * "owner"?, "layer", "fingerprint", "known"?, "fix"?}], "gone"?}`, sorted by place. `file` is the whole path: programs
 * may stand elsewhere. `owner` is the id of who can mend it. Compared
 * with a baseline, `known` says whether it was accepted, and `gone` lists what was accepted and is no longer found.
 * `fix` says what --fix would write; of a run that mended something, `fixed` lists what.
 */
export function formatJson(findings: readonly Finding[], compared?: Compared, fixed?: readonly Finding[]): string {
  const known = new Set(compared?.known)
  const flat = findings.map((finding) => ({
    file: finding.place.path,
    line: finding.place.line,
    column: finding.place.column,
    severity: finding.severity,
    rule: finding.rule,
    message: finding.message,
    hint: finding.hint,
    item: finding.item,
    owner: finding.owner,
    layer: finding.place.layer,
    fingerprint: fingerprintOf(finding),
    known: compared === undefined ? undefined : known.has(finding),
    fix: finding.fix && flatFix(finding.fix),
  }))
  return JSON.stringify({ findings: flat, gone: compared?.gone, fixed: fixed?.map(flatFixed) }, null, 2)
}

/** `{"does", "isGuess"?, "edits": [{"file", "line", "column", "was", "text"}], "renames"?: [{"file", "to"}]}`. */
function flatFix({ does, isGuess, edits, renames }: Fix): object {
  return {
    does,
    isGuess,
    edits: edits.map(({ place: { path: file, line, column }, was, text }) => ({ file, line, column, was, text })),
    renames: renames?.map(({ place, to }) => ({ file: place.path, to })),
  }
}

const flatFixed = ({ rule, item, fix }: Finding): object => ({ rule, item, ...(fix && flatFix(fix)) })
