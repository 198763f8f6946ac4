/** A page to look at: what it stands for, and its address. */
export type Looked = Readonly<Record<string, string>>

/**
 * The pages that stand for all others, by the file in `site/src/pages` that makes them: of each file one, and one of each
 * shape that its pages have. Where there is a choice, it is the page with the most on it.
 */
export const templates: Readonly<Record<string, Looked>> = {
  'index.astro': { start: '/' },
  'at-a-glance/index.astro': { 'at a glance': '/at-a-glance/' },
  'findings/index.astro': { findings: '/findings/' },
  'findings/owners/index.astro': { 'findings by owner': '/findings/owners/' },
  'recent-changes/index.astro': { 'recent changes': '/recent-changes/' },
  'practices-and-streams/index.astro': { matrix: '/practices-and-streams/' },
  'impact/index.astro': {
    'explorer and single points': '/impact/',
    'explorer, asked what fails': '/impact/?item=application/ticketing:DOWN&most=2&without=Metric',
    'explorer, asked for ways': '/impact/?ask=ways&from=application/ticketing&to=team/service-desk',
  },
  'search/index.astro': { search: '/search/?q=incident' },
  'model/index.astro': { model: '/model/' },
  'model/[kind].astro': { 'kind in the model': '/model/value-stream/' },
  'api/index.astro': { API: '/api/' },
  '404.astro': { 'no such page': '/nowhere/' },
  '[folder]/index.astro': {
    'small kind': '/activities/',
    'large kind': '/steps/',
    'kind with words of its own': '/contracts/',
    'improvement register': '/improvements/',
    'page of the organisation': '/how-we-use-this-catalogue/',
  },
  '[folder]/[...name].astro': {
    concept: '/concepts/service-value-system/',
    principle: '/principles/collaborate-and-promote-visibility/',
    'governing body': '/governing-bodies/change-advisory-board/',
    policy: '/policies/data-retention-standard/',
    decision: '/decisions/ticketing-approved/',
    activity: '/activities/engage/',
    practice: '/practices/service-desk/',
    'practice of which little is known': '/practices/project-management/',
    improvement: '/improvements/laptop-ready-before-day-one/',
    team: '/teams/service-desk/',
    role: '/roles/service-desk-agent/',
    skill: '/skills/troubleshooting/',
    application: '/applications/ticketing/',
    information: '/information/incident-records/',
    procedure: '/procedures/capture-a-call/',
    supplier: '/suppliers/nimbara-cloud/',
    contract: '/contracts/cloud-production/',
    'stream, to-be': '/value-streams/resolve-user-incident/',
    'stream, as-is': '/value-streams/resolve-user-incident-as-is/',
    step: '/steps/major-incident/restore/',
    service: '/services/remote-access/',
    product: '/products/hosting-platform/',
    stakeholder: '/stakeholders/employee/',
    'item with little in it': '/stakeholders/local-community/',
    metric: '/metrics/time-to-resolve-incident/',
  },
}

/** All of them, by what they stand for. */
export const allTemplates: readonly (readonly [name: string, path: string])[] = Object.values(templates).flatMap(
  (looked) => Object.entries(looked),
)

/** Whether a path is made by a file of `site/src/pages`: `[kind]` is one part of it, `[...name]` one or more. */
export function isMadeBy(file: string, path: string): boolean {
  if (file === '404.astro') return true
  const pattern = file
    .replace(/(^|\/)index\.astro$|\.astro$/, '')
    .replaceAll(/\[\.{3}\w+\]/g, '.+')
    .replaceAll(/\[\w+\]/g, '[^/]+')
  return new RegExp(`^/${pattern}/?$`).test(path.replace(/\?.*$/, ''))
}
