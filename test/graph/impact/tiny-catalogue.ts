import { captureStep, smallCatalogue, streamHead } from '../catalogue/small-catalogue.ts'
import type { Files } from '../catalogue/catalogue-folder.ts'

const need = (to: string, criticality = 'ESSENTIAL', more = ''): string =>
  `{ to: ${to}, criticality: ${criticality}${more} }`
const group = (name: string, ...members: readonly string[]): string =>
  members.map((to) => need(to, 'ESSENTIAL', `, redundancyGroup: ${name}`)).join(', ')
const item = (name: string, ...needs: readonly string[]): string => `name: ${name}\nneeds: [${needs.join(', ')}]\n`

/**
 * A catalogue in which what fails is known beforehand: a circle, a service that needs itself, groups of which one or two
 * must work, a contract that serves, a stream that serves a service, and relations that carry only change.
 */
export const tinyCatalogue: Files = {
  ...smallCatalogue,
  'applications/core.yaml': item('Core'),
  'applications/ring-a.yaml': item('Ring A', need('application/ring-b')),
  'applications/ring-b.yaml': item('Ring B', need('application/ring-a'), need('application/core', 'IMPORTANT')),
  'applications/left.yaml': item('Left', need('application/core', 'SUPPORTING')),
  'applications/right.yaml': item('Right'),
  'applications/one.yaml': item('One'),
  'applications/two.yaml': item('Two'),
  'applications/three.yaml': item('Three'),
  'services/echo.yaml': item('Echo', need('service/echo'), need('application/ring-a')),
  'services/pair.yaml': `${item('Pair', group('g', 'application/left', 'application/right'))}consumers: [user]\n`,
  'services/quorum.yaml': item(
    'Quorum',
    group('q', 'application/one', 'application/two'),
    need('application/three', 'ESSENTIAL', ', redundancyGroup: q, atLeast: 2'),
  ),
  'contracts/support.yaml': `name: Support\nsuppliers: [acme]\ncovers: [${need('application/one')}]\n`,
  'metrics/time-to-resolve.yaml':
    'name: Time to resolve\nunit: hours\ndirection: LOWER_IS_BETTER\nmeasures: [application/core]\n',
  'policies/rule.yaml': 'name: Rule\ngoverns: [application/core]\n',
  'value-streams/resolve.yaml': `${streamHead}serves: [${need('service/quorum', 'SUPPORTING')}]\nsteps:\n${captureStep
    .replace('tools: [ticketing]', `tools: [${need('ring-b')}]\n    leadTime: 1 h`)
    .replace('    contracts: [support]\n', '')}  - id: close
    name: Close
    activity: engage
    practices: [service-desk]
    leadTime: 3 h
`,
}
