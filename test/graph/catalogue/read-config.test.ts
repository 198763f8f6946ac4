import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../../graph/catalogue/read-catalogue.ts'
import { calendarSettings, configSettings, siteSettings } from '../../../graph/catalogue/config-settings.ts'
import { catalogueWith, folderWith } from './catalogue-folder.ts'
import { findingsOf, inOneLine, readFiles } from './findings-of.ts'

const config = (...lines: readonly string[]) => ({ 'tributary.config.yaml': lines.join('\n') })
const rules =
  'as-is-evidence, audience-leak, broken-link, contract-past-notice, dates-in-order, essential-without-alternative, expired-decision, look-alike-names, missing-owner, negative-value, no-cycles, overdue-review, practice-feeds-no-stream, process-time, redundancy-group, renamed-id, replaced-stream, required-field, sources-disagree, step-flow, stream-figures, supplier-without-contract, unanswered-question, unheld-skill'

describe('the configuration', () => {
  it('says everything', async () => {
    const read = await readFiles(
      config(
        'name: fernhill',
        'title: Fernhill',
        'extends: [itil4]',
        'without: [practice/project-management]',
        'ignore: [drafts]',
        'system: CMDB',
        'rules: {missing-owner: error, overdue-review: off}',
        'calendar: {hoursPerDay: 7.5}',
        'site: {title: Our services, url: "https://it.example.org", base: itsm, locale: de, languages: {en: "https://it.example.org/en"}}',
      ),
    )
    expect(read.config).toStrictEqual({
      name: 'fernhill',
      title: 'Fernhill',
      extends: ['itil4'],
      without: ['practice/project-management'],
      ignore: ['drafts'],
      system: 'CMDB',
      plugins: [],
      rules: { 'missing-owner': 'error', 'overdue-review': 'off' },
      calendar: { hoursPerDay: 7.5, daysPerWeek: 5 },
      site: {
        ...{ title: 'Our services', url: 'https://it.example.org', base: '/itsm/', locale: 'de' },
        languages: { en: 'https://it.example.org/en/' },
      },
    })
    expect(read.catalogue).toMatchObject({ name: 'fernhill', title: 'Fernhill', site: { base: '/itsm/' } })
    expect(read.catalogue?.calendar).toStrictEqual({ hoursPerDay: 7.5, daysPerWeek: 5 })
  })

  it('needs to say nothing but one field: the rest follows', async () => {
    const folder = folderWith(config('extends: []'))
    const { config: read } = await readCatalogue(folder)
    const name = basename(folder)
    expect(read).toStrictEqual({
      name,
      title: name,
      extends: [],
      without: [],
      ignore: [],
      system: undefined,
      plugins: [],
      rules: {},
      calendar: undefined,
      site: { title: name, base: '/', locale: 'en' },
    })
  })

  it.each([
    ['/', '/'],
    ['""', '/'],
    ['itsm', '/itsm/'],
    ['/itsm', '/itsm/'],
    ['//a/b//', '/a/b/'],
  ])('makes a path of base %s', async (base, expected) => {
    const { config: read } = await readFiles(config('name: own', `site: {base: ${base}}`))
    expect(read?.site.base).toBe(expected)
  })

  it('describes all its settings', () => {
    expect([...configSettings, ...calendarSettings, ...siteSettings].map((each) => each.name)).toStrictEqual([
      ...['name', 'title', 'extends', 'without', 'ignore', 'system', 'plugins'],
      ...['hoursPerDay', 'daysPerWeek'],
      ...['title', 'url', 'base', 'locale', 'languages', 'edit', 'suggest'],
    ])
    for (const { description } of [...configSettings, ...calendarSettings, ...siteSettings])
      expect(description).toMatch(/^[A-Z].*\.$/)
  })
})

describe('problems of the configuration', () => {
  const hint =
    'Name the catalogue’s folder with --catalogue, or write the file: "name: my-catalogue" and "extends: [itil4]" will do.'

  it('no file', async () => {
    const folder = folderWith({ 'teams/a.yaml': 'name: A\n' })
    const read = await readCatalogue(folder)
    expect(read).toMatchObject({ catalogue: undefined, config: undefined, files: 0 })
    expect(read.findings).toStrictEqual([
      {
        rule: 'config',
        severity: 'error',
        message: 'This folder is no catalogue: it has no tributary.config.yaml.',
        hint,
        place: {
          layer: basename(folder),
          path: join(folder, 'tributary.config.yaml'),
          file: 'tributary.config.yaml',
          line: 1,
          column: 1,
        },
      },
    ])
  })

  it('no folder', async () => {
    const { findings } = await readCatalogue(join(folderWith({}), 'nowhere'))
    expect(findings.map(inOneLine)).toStrictEqual([
      `tributary.config.yaml:1:1  error  config  There is no such folder. → ${hint}`,
    ])
  })

  it('no mapping', async () => {
    expect(await findingsOf(config(''))).toStrictEqual([
      'tributary.config.yaml:1:1  error  yaml-syntax  This file is empty. → Write one field a line, at least "name: …".',
    ])
    expect(await findingsOf(config('name: "x'))).toHaveLength(1)
  })

  it('unknown settings', async () => {
    expect(await findingsOf(config('name: own', 'extend: [itil4]', 'site: {adress: x}'))).toStrictEqual([
      'tributary.config.yaml:2:1  error  unknown-field  tributary.config.yaml has no field "extend". → Did you mean "extends"?',
      'tributary.config.yaml:3:8  error  unknown-field  "site" has no field "adress". → It has title, url, base, locale, languages, edit, suggest.',
    ])
  })

  it('settings of the wrong type', async () => {
    expect(
      await findingsOf(config('name: [own]', 'extends: itil4', 'site: here', 'rules: [missing-owner]')),
    ).toStrictEqual([
      'tributary.config.yaml:1:7  error  wrong-type  "name" takes a single value, not a list.',
      'tributary.config.yaml:2:10  error  wrong-type  "extends" takes a list, not "itil4". → Write each entry on a line of its own, behind a hyphen.',
      'tributary.config.yaml:3:7  error  wrong-type  "site" takes a mapping, not "here".',
      'tributary.config.yaml:4:8  error  wrong-type  "rules" takes a mapping of rules and severities, not a list.',
    ])
  })

  it('a language that no interface is written in', async () => {
    const of = (locale: string): Promise<string[]> => findingsOf(config('name: own', `site: {locale: ${locale}}`))
    const said = 'tributary.config.yaml:2:16  error  config  The site has no interface in'
    expect(await of('German')).toStrictEqual([`${said} "German". → Did you mean "de"?`])
    expect(await of('de-AT')).toStrictEqual([`${said} "de-AT". → Did you mean "de"?`])
    expect(await of('dd')).toStrictEqual([`${said} "dd". → Did you mean "de"?`])
    expect(await of('français')).toStrictEqual([
      `${said} "français". → There are en, de; content may be in any language.`,
    ])
  })

  it('sites in other languages that are none, or nowhere', async () => {
    expect(
      await findingsOf(
        config('name: own', 'site:', '  languages:', '    german: https://a.example/', '    de: /de/', '    fr:'),
      ),
    ).toStrictEqual([
      'tributary.config.yaml:4:5  error  config  "german" is no language. → Write its tag: de, pt-BR.',
      'tributary.config.yaml:5:5  error  config  "de" has no web address. → Write where that site begins: https://…/de/.',
      'tributary.config.yaml:6:5  error  config  "fr" has no web address. → Write where that site begins: https://…/de/.',
    ])
    expect(await findingsOf(config('name: own', 'site: {languages: [de]}'))).toStrictEqual([
      'tributary.config.yaml:2:19  error  wrong-type  "languages" takes a mapping of languages and addresses, not a list. → Write {de: https://…/de/}.',
    ])
  })

  it('addresses to fill in that know no such placeholder, or lead nowhere', async () => {
    const of = (setting: string): Promise<string[]> => findingsOf(config('name: own', 'site:', `  ${setting}`))
    const at = 'tributary.config.yaml:3'
    expect(await of('edit: "https://git.example.org/{fil}#L{line}"')).toStrictEqual([
      `${at}:9  error  config  "edit" knows no placeholder {fil}. → Did you mean "file"?`,
    ])
    expect(await of('suggest: "https://git.example.org/new?title={title}"')).toStrictEqual([
      `${at}:12  error  config  "suggest" knows no placeholder {title}. → There are {id}, {name}, {url}.`,
    ])
    for (const address of ['git.example.org/{file}', 'javascript:alert({line})', 'https://git.example.org/{file'])
      expect(await of(`edit: "${address}"`)).toStrictEqual([
        `${at}:9  error  config  "edit" takes a web address, not "${address}". → Write it whole, with placeholders in braces: https://git.example.org/acme/catalogue/edit/main/{file}#L{line}.`,
      ])
  })

  it('nothing where addresses to fill in are right', async () => {
    const edit = 'https://git.example.org/acme/edit/main/{file}#L{line}'
    const suggest = 'https://git.example.org/new?title={name}&body={url}%20{id}'
    const read = await readFiles(config('name: own', 'site:', `  edit: "${edit}"`, `  suggest: "${suggest}"`))
    expect(read.config?.site).toMatchObject({ edit, suggest })
  })

  it('a site that is nowhere', async () => {
    expect(await findingsOf(config('name: own', 'site: {url: it.example.org}'))).toStrictEqual([
      'tributary.config.yaml:2:13  error  wrong-type  "url" takes a web address, not "it.example.org". → Write it whole, beginning with https://, http:// or mailto:.',
    ])
  })

  it('rules that there aren’t, and severities that there aren’t', async () => {
    expect(
      await findingsOf(
        config(
          'name: own',
          'rules:',
          '  mising-owner: off',
          '  zzz: off',
          '  no-cycles: warn',
          '  step-flow: [off]',
          '  process-time:',
        ),
      ),
    ).toStrictEqual([
      'tributary.config.yaml:3:3  error  config  There is no rule "mising-owner" whose severity can be set. → Did you mean "missing-owner"?',
      `tributary.config.yaml:4:3  error  config  There is no rule "zzz" whose severity can be set. → There are ${rules}.`,
      'tributary.config.yaml:5:3  error  config  "no-cycles" takes one of error, warning, info, off.',
      'tributary.config.yaml:6:3  error  config  "step-flow" takes one of error, warning, info, off.',
      'tributary.config.yaml:7:3  error  config  "process-time" takes one of error, warning, info, off.',
    ])
  })

  it('don’t keep the files from being checked', async () => {
    expect(await findingsOf({ ...config('name: own', 'extend: [itil4]'), 'teams/a.yaml': 'nam: A\n' })).toStrictEqual([
      'teams/a.yaml:1:1  error  required-field  Team needs "name". → What people call it.',
      'teams/a.yaml:1:1  error  unknown-field  Team has no field "nam". → Did you mean "name"?',
      'tributary.config.yaml:2:1  error  unknown-field  tributary.config.yaml has no field "extend". → Did you mean "extends"?',
    ])
  })
})

describe('severities', () => {
  const files = { 'policies/p.yaml': 'name: P\nreviewBy: 2026-01-01\n' }
  const found = async (...lines: readonly string[]) =>
    (await readFiles({ ...files, ...config('name: own', ...lines) })).findings.map(
      ({ rule, severity }) => `${rule} ${severity}`,
    )

  it('are the rules’ own', async () => {
    expect(await found()).toStrictEqual(['missing-owner warning', 'overdue-review info'])
  })

  it('can be changed, and turned off', async () => {
    expect(await found('rules: {missing-owner: info, overdue-review: warning}')).toStrictEqual([
      'missing-owner info',
      'overdue-review warning',
    ])
    expect(await found('rules: {missing-owner: off}')).toStrictEqual(['overdue-review info'])
  })

  it('decide whether there is a catalogue', async () => {
    const read = (severity: string) =>
      readFiles({ ...files, ...config('name: own', `rules: {missing-owner: ${severity}}`) })
    expect((await read('error')).catalogue).toBeUndefined()
    expect((await read('warning')).catalogue?.findings).toHaveLength(2)
  })

  it('are the top layer’s: lower layers’ don’t count', async () => {
    const folder = folderWith({
      'below/tributary.config.yaml': 'name: below\nrules: {missing-owner: off, overdue-review: error}\n',
      'own/tributary.config.yaml': 'name: own\nextends: [../below]\n',
      'own/policies/p.yaml': files['policies/p.yaml'],
    })
    const { findings } = await readCatalogue(join(folder, 'own'), { today: '2026-11-22' })
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toStrictEqual([
      'missing-owner warning',
      'overdue-review info',
    ])
  })
})

it('a folder may hold a catalogue of nothing', async () => {
  const read = await readCatalogue(catalogueWith({}))
  expect(read.findings).toStrictEqual([])
  expect(read.catalogue?.items.size).toBe(0)
})

describe('what a configuration may say by mistake', () => {
  it('an empty entry, which shifts no place', async () => {
    expect(await findingsOf(config('name: own', 'without:', '  - ""', '  - practice/nowhere'))).toStrictEqual([
      'tributary.config.yaml:3:5  error  wrong-type  "without" takes some text, not "".',
      'tributary.config.yaml:4:5  error  unknown-reference  There is no item "practice/nowhere" to leave out.',
    ])
  })

  it('to ignore what isn’t there', async () => {
    const files = { ...config('name: own', 'ignore: [draft, zzzzzz]'), 'drafts/a.txt': 'x' }
    expect(await findingsOf(files)).toStrictEqual([
      'tributary.config.yaml:2:10  warning  config  There is no "draft" here to ignore. → Did you mean "drafts"?',
      'tributary.config.yaml:2:17  warning  config  There is no "zzzzzz" here to ignore. → Take it off the list.',
    ])
  })

  it('a base that goes up', async () => {
    expect(await findingsOf(config('name: own', 'site: {base: a/../b}'))).toStrictEqual([
      'tributary.config.yaml:2:14  error  config  "base" goes up with "..". → Write the path from the root: /itsm/.',
    ])
  })

  it('a name of several lines', async () => {
    expect(await findingsOf(config('name: "a\\nb"'))).toStrictEqual([
      'tributary.config.yaml:1:7  error  wrong-type  "name" takes one line of text, not "a\nb". → Take out its line breaks and control characters (and | or > before it).',
    ])
  })

  it('the other ending in its file’s name', async () => {
    const { findings } = await readCatalogue(folderWith({ 'tributary.config.yml': 'name: own\n' }))
    expect(findings[0]?.hint).toBe('Rename tributary.config.yml to tributary.config.yaml.')
  })

  it('a calendar with impossible days, and one that differs from a lower layer’s', async () => {
    const findings = (said: string): Promise<string[]> => findingsOf(config('name: own', `calendar: ${said}`))
    const hint = 'Write hours of a day and days of a week.'
    expect(await findings('{hoursPerDay: 25}')).toStrictEqual([
      `tributary.config.yaml:2:25  error  config  "hoursPerDay" is above 0 and at most 24. → ${hint}`,
    ])
    expect(await findings('{daysPerWeek: 0}')).toStrictEqual([
      `tributary.config.yaml:2:25  error  config  "daysPerWeek" is above 0 and at most 7. → ${hint}`,
    ])
    expect(await findings('8')).toStrictEqual([
      'tributary.config.yaml:2:11  error  wrong-type  "calendar" takes a mapping, not "8".',
    ])
    const folder = folderWith({
      'group/tributary.config.yaml': 'name: group\ncalendar: {hoursPerDay: 7}\n',
      'own/tributary.config.yaml': 'name: own\nextends: [../group]\ncalendar: {hoursPerDay: 8}\n',
      'silent/tributary.config.yaml': 'name: silent\nextends: [../group]\n',
    })
    const own = await readCatalogue(join(folder, 'own'))
    expect(own.findings.map(inOneLine)).toStrictEqual([
      'tributary.config.yaml:3:11  warning  config  This calendar (8 h a day, 5 days a week) isn’t that of the layer "group" (7 h a day, 5 days a week), whose durations in days are read with this one. → Write that layer’s durations in hours, or the same calendar in both.',
    ])
    const silent = await readCatalogue(join(folder, 'silent'))
    expect(silent.findings).toStrictEqual([])
    expect(silent.catalogue?.calendar).toStrictEqual({ hoursPerDay: 7, daysPerWeek: 5 })
  })
})
