import { spawnSync } from 'node:child_process'

/**
 * `npm run audit`: fails where a package that Tributary brings along has a known vulnerability. Some registries can't tell:
 * that fails only with CI_REQUIRE_AUDIT=1, and is said loudly otherwise.
 */
const { stdout, stderr } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { encoding: 'utf8' })
const report = parsed(stdout)
const found = report?.metadata?.vulnerabilities
if (found === undefined) {
  console.error('!!! NOT AUDITED: this registry tells nothing of vulnerabilities.')
  console.error(`!!! npm says: ${report?.message ?? report?.error?.summary ?? stderr.trim()}`)
  console.error('!!! Audit with the public registry before publishing; CI_REQUIRE_AUDIT=1 makes this an error.')
  process.exitCode = process.env.CI_REQUIRE_AUDIT === '1' ? 1 : 0
} else {
  for (const { name, severity, range, via } of Object.values(report.vulnerabilities)) {
    const why = via.map((each) => (typeof each === 'string' ? each : `${each.title} (${each.url})`)).join('; ')
    console.error(`${name} ${range}: ${severity}: ${why}`)
  }
  console.log(`${found.total} packages with known vulnerabilities`)
  process.exitCode = found.total === 0 ? 0 : 1
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
