import { severities } from '../finding.ts'
import type { Finding, Severity } from '../finding.ts'
import { pathBelow } from '../repository-root.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' }

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull request. It shows ten of a
 * severity a step, so the worst come first.
 * @param root files are named from here.
 */
export function formatGithub(findings: readonly Finding[], root: string): string {
  return [...findings]
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map(({ rule, severity, message, hint, place, owner }) => {
      const properties = Object.entries({
        file: pathBelow(root, place.path) ?? place.path,
        line: String(place.line),
        col: String(place.column),
        title: owner === undefined ? rule : `${rule} (${owner})`,
      })
      const said = properties.map(([name, value]) => `${name}=${escapedProperty(value)}`).join(',')
      return `::${commands[severity]} ${said}::${escaped(hint === undefined ? message : `${message} ${hint}`)}`
    })
    .join('\n')
}

/** As GitHub's own toolkit escapes what follows a command. */
const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
