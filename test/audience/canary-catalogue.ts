import type { Files } from '../graph/catalogue/catalogue-folder.ts'

/**
 * A catalogue in which everything that its audience "everyone" isn't told holds a word of its own: a canary. Canaries are
 * letters and digits only, so that no encoding of text changes them.
 */
const config = `name: canaries
title: Canary Works
audiences:
  # zqcomment01
  zqaudience01:
    kinds: [team]
  everyone:
    kinds: [activity, application, practice, skill, stakeholder, supplier, team, value-stream]
    without: [application/zqapp01, supplier/zqsupplier01, value-stream/zqstream01, step/resolve/zqstep02]
    tags: [zqtag02]
    pages: [pages/about.md, pages/zqpage02.md]
    fields:
      application: [all, body]
      activity: all
      practice: [all, body]
      skill: all
      stakeholder: all
      step: [activity, practices, next, optional, processTime, leadTime, skills, tools, contracts, performedBy, summary, information]
      supplier: [aliases, summary, relationship]
      team: [contact, skills]
      value-stream: all
      metric: [unit, direction]
    findings: true
    sources: true
    changes: true
`

/** What the catalogue adds to the model, a comment among it. */
const model = `
# zqcomment02
"""zqmodel01 describes a kind."""
type Zqmodel02 implements Resource @kind(folder: "zqmodel03", dimension: INFORMATION_AND_TECHNOLOGY) {
  """zqmodel04"""
  zqmodel05: String
  """zqmodel06"""
  zqmodel07: [Team!] @relation(type: "ZQMODEL08", inverse: "zqmodel09", verbs: ["zqmodel10", "zqmodel11"], edge: "Zqmodel12")
}
"""zqmodel13"""
type Zqmodel12 @edge {
  """zqmodel14"""
  zqmodel15: Zqmodel16
}
"""zqmodel17"""
enum Zqmodel16 {
  """zqmodel18"""
  ZQMODEL19
}
extend type Supplier {
  """zqmodel20"""
  zqmodel21: String
}
extend type Application {
  """What it is worth. Ask the owner of zqname01."""
  worth: Worth
}
"""A worth."""
type Worth @value {
  """In words."""
  words: String
}
extend enum ContractForm {
  """zqmodel22"""
  ZQMODEL23
}
`

const head = (name: string, ...more: readonly string[]): string => [`name: ${name}`, ...more, ''].join('\n')

/** What was loaded first: some of it has changed since, or is gone. */
export const before: Files = {
  'tributary.config.yaml': 'name: canaries\n',
  'model/own.graphql': model,
  'activities/engage.yaml': head('Engage'),
  'applications/ticketing.yaml': head('Ticketing', 'summary: Tickets, which Zqold01 keeps.', 'owner: team/desk'),
  'applications/zqapp01.md': '---\nname: Zqold01\naliases: [Zqold02]\nowner: team/desk\n---\n',
  'applications/zqold03.yaml': head('Zqold04', 'owner: team/desk'),
  'information/zqinformation01.yaml': head('Zqinformation02', 'owner: team/desk'),
  'practices/service-desk.yaml': head('Service desk', 'group: SERVICE_MANAGEMENT', 'owner: team/desk'),
  'skills/listening.yaml': head('Listening'),
  'stakeholders/user.yaml': head('User', 'form: USER'),
  'suppliers/acme.yaml': head('Acme', 'contact: zqold05', 'summary: Before.'),
  'teams/desk.yaml': head('Desk', 'skills: [listening]', 'summary: zqold06'),
  'metrics/open.yaml': head(
    'Open',
    'unit: calls',
    'direction: LOWER_IS_BETTER',
    'measures: [practice/service-desk]',
    'tags: [zqtag02]',
  ),
}

const { 'applications/zqold03.yaml': _, ...kept } = before

/** What is loaded now. */
export const now: Files = {
  ...kept,
  'tributary.config.yaml': config,
  'applications/ticketing.yaml': head(
    'Ticketing',
    'aliases: [Zqname01 in short, What zqformer01 was, Tickets]',
    'formerIds: [application/after-zqformer01, application/tickets]',
    'summary: "zqtext01 is kept by ZQNAME01."',
    'body: "zqtext02, see [there](application/zqapp01)."',
    'links: [{ title: zqtext03 of zqname01, url: "https://example.org/a" }, { title: Help, url: "https://example.org/help" }]',
    'worth: { words: zqtext04 by zqname01 }',
    'owner: team/desk',
    'reviewBy: 2020-01-01',
    'needs:',
    '  - { to: application/zqapp01, note: zqnote01, redundancyGroup: zqgroup01 }',
    '  - { to: application/chat, note: "zqnote02 like zqname01" }',
  ),
  'applications/chat.yaml': head(
    'Chat',
    'owner: team/desk',
    'summary: Where one talks.',
    'reviewBy: 2020-01-01',
    'worth: { words: A lot }',
  ),
  'applications/zqapp01.md':
    '---\nname: Zqname01\nformerIds: [application/zqformer01]\naliases: [Zqalias01]\nsummary: zqsummary01\ntags: [zqtag01]\nlinks: [{ title: zqlink01, url: "https://zqlink02.example.org/" }]\nowner: team/desk\n---\nzqbody01\n',
  'applications/zq-name01.yaml': head('Zqname-01', 'owner: team/desk', 'summary: Looks like another.'),
  'applications/after-zqapp01.yaml': head('After it', 'owner: team/desk', 'summary: zqsummary03'),
  'contracts/zqcontract01.yaml': head(
    'Zqcontract02',
    'number: zqcontract03',
    'form: ZQMODEL23',
    'suppliers: [{ to: acme, note: zqnote03 }]',
    'formerIds: [contract/zqformer02]',
    'covers: [application/ticketing]',
    'value: { amount: 7391547, currency: EUR }',
    'serviceLevels: [{ to: metric/zqmetric01, consequence: zqnote04 }]',
    'owner: team/desk',
    'end: 2019-01-02',
  ),
  'decisions/zqdecision01.yaml': head(
    'Zqdecision02',
    'status: APPROVED',
    'about: [application/chat]',
    'conditions: zqdecision03',
  ),
  'metrics/zqmetric01.yaml': head(
    'Zqmetric02',
    'unit: zqmetric03',
    'direction: LOWER_IS_BETTER',
    'measures: [value-stream/resolve]',
    'owner: team/desk',
  ),
  'suppliers/acme.yaml': head(
    'Acme',
    'contact: zqfield01',
    'zqmodel21: zqfield02',
    'summary: After.',
    'aliases: [Acme Corporation]',
  ),
  'suppliers/zqsupplier01.yaml': head('Zqsupplier02', 'partOf: acme'),
  'teams/desk.yaml': head(
    'Desk',
    'skills: [listening]',
    'summary: zqfield03',
    'body: zqfield04',
    'contributors: [{ to: team/desk-two, note: zqnote05 }]',
  ),
  'teams/desk-two.yaml': head('Desk two', 'contact: "mailto:desk@example.org"'),
  'zqmodel03/zqgadget01.yaml': head(
    'Zqgadget02',
    'zqmodel05: zqgadget03',
    'zqmodel07: [{ to: desk, zqmodel15: ZQMODEL19 }]',
    'owner: team/desk',
  ),
  'site/pages/about.md': '---\ntitle: About us\n---\nWe mend things.\n',
  'site/pages/zqpage01.md': '---\ntitle: zqpage03\n---\nzqpage04\n',
  'site/pages/zqpage02.md': '---\ntitle: zqpage05\n---\nAsk those who keep Zqname01: zqpage06.\n',
  'site/sections/application/zqsection01.md': 'zqsection02\n',
  'value-streams/resolve.yaml': `name: Resolve
owner: team/desk
perspective: TO_BE
situation: Something doesn't work.
starts: DEMAND
trigger: Somebody calls, or zqname01 does, zqtext05.
value: It works again.
valueFor: [user]
steps:
  - id: capture
    name: Capture
    activity: engage
    summary: "zqtext06: as application/zqapp01 says."
    practices: [{ to: service-desk, activities: [log the call, "zqtext07 in zqname01"] }]
    skills: [listening]
    tools: [ticketing, { to: zqapp01, automates: zqnote06 }]
    information: [{ to: zqinformation01, where: zqnote07 }]
    contracts: [zqcontract01]
    processTime: 5 min
    leadTime: 1 h
    next: [{ to: zqstep02, when: zqnote08 }, { to: close, when: else }]
  - id: zqstep02
    name: Zqstep03
    activity: engage
    summary: zqstep04
    practices: [service-desk]
    performedBy: [supplier/zqsupplier01]
  - id: close
    name: Close
    activity: engage
    practices: [service-desk]
`,
  'value-streams/zqstream01.yaml': `name: Zqstream02
owner: team/desk
perspective: TO_BE
situation: zqstream03
starts: DEMAND
trigger: zqstream04
value: zqstream05
valueFor: [user]
summary: zqstream06
steps:
  - id: zqstep05
    name: Zqstep06
    activity: engage
    practices: [{ to: service-desk, activities: [zqstep07] }]
`,
}

/** Comments, settings and files that aren't used: nobody reads them, whoever they are. */
const readByNobody = new Set(['zqcomment01', 'zqcomment02', 'zqaudience01'])

/** Every word that the audience isn't told. */
export const canaries: readonly string[] = [
  ...new Set(
    [before, now].flatMap(
      (files) =>
        JSON.stringify(files)
          .toLowerCase()
          .match(/zq[a-z]+\d\d/g) ?? [],
    ),
  ),
  '7391547',
]

/** Those that everybody else reads somewhere. */
export const readByOthers = canaries.filter((canary) => !readByNobody.has(canary))

/** The canaries in some bytes: as they are, in another case, with escapes, and in Base64 of any alignment. */
export function canariesIn(bytes: Buffer | string): string[] {
  const text = typeof bytes === 'string' ? bytes : bytes.toString('latin1')
  const plain = text.toLowerCase()
  const unescaped = plain.replace(
    /%([0-9a-f]{2})|&#x([0-9a-f]{2});|\\u00([0-9a-f]{2})/g,
    (_, ...codes: (string | undefined)[]) =>
      String.fromCharCode(Number.parseInt(codes.slice(0, 3).find((code) => code !== undefined) ?? '0', 16)),
  )
  const base64 = (text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []).flatMap((run) =>
    [0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1').toLowerCase()),
  )
  const all = [plain, unescaped, ...base64].join('\n')
  return canaries.filter((canary) => all.includes(canary))
}
