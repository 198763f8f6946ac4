import { buildInput } from '../catalogue/build-input.ts'
import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { addressOf, linkTo, twinOf } from '../links.ts'
import type { Target } from '../links.ts'
import { escapeText, linkText } from '../markdown-twin/escape.ts'
import { messages } from '../messages/messages.ts'
import { areas, kindsIn } from '../page/areas.ts'
import { counted, enumLabel, firstSentence, kindLabel, kindsLabel } from '../words/labels.ts'

/** More streams than these stand in their kind's own list. */
const mostStreams = 50

/** `llms.txt` (llmstxt.org): what there is, for those who read with a language model, leading to the pages' Markdown twins. */
export function llmsText(catalogue: Catalogue): string {
  const { llms } = messages
  const { title } = buildInput()
  const parts = [
    `# ${escapeText(title)}`,
    `> ${escapeText(llms.summary(title))}`,
    ...llms.about,
    ...areas.flatMap((area) => {
      const kinds = kindsIn(area.id, catalogue).filter(({ name }) => (catalogue.byKind.get(name) ?? []).length > 0)
      if (kinds.length === 0) return []
      const lines = kinds.map((kind) => {
        const { length } = catalogue.byKind.get(kind.name) ?? []
        const count = counted(length, kindLabel(kind).toLowerCase(), kindsLabel(kind).toLowerCase())
        return entry(kindsLabel(kind), { allOf: kind }, `${count}. ${firstSentence(kind.description)}`)
      })
      return [`## ${escapeText(area.title)}`, lines.join('\n')]
    }),
    ...streams(catalogue.byKind.get('ValueStream') ?? []),
    `## ${llms.data}`,
    [
      entry('catalogue.json', { page: 'catalogue.json' }, llms.catalogue),
      entry('catalogue.schema.json', { page: 'catalogue.schema.json' }, llms.schema),
      entry('feed.xml', { page: 'feed.xml' }, llms.feed),
      entry('schema.graphql', { page: 'schema.graphql' }, llms.api),
    ].join('\n'),
    // What stands under this heading may be left out where there is little room: llmstxt.org gives it that name.
    '## Optional',
    [
      entry(llms.matrix, { page: 'practices-and-streams/' }),
      entry(llms.findings, { page: 'findings/' }),
      entry(llms.changes, { page: 'recent-changes/' }),
      entry(llms.model, { page: 'model/' }),
    ].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function streams(all: readonly Item[]): string[] {
  if (all.length === 0) return []
  const lines = all.slice(0, mostStreams).map((stream) => {
    const said = [
      enumLabel(String(stream.values['perspective'])),
      ...(stream.summary === undefined ? [] : [stream.summary]),
    ]
    return entry(stream.name, stream, said.join('. '))
  })
  return [`## ${messages.llms.streams}`, lines.join('\n')]
}

function entry(name: string, target: Target, note?: string): string {
  const href = twinOf(linkTo(target))
  const link = linkText(escapeText(name), addressOf(href) ?? href)
  return note === undefined ? `- ${link}` : `- ${link}: ${escapeText(note)}`
}
