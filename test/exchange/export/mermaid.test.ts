import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exportMermaidStream } from '../../../exchange/export/mermaid-stream.ts'
import { mermaidId, mermaidText } from '../../../exchange/export/mermaid-text.ts'
import { exportMermaid, mostDrawn, UnreadablePicture } from '../../../exchange/export/mermaid.ts'
import { around, ofKinds } from '../../../exchange/export/part.ts'
import { exportedFrom, exportedOf, hostileFiles, hostileName } from './exported-from.ts'

const example = await exportedFrom(join(import.meta.dirname, '../../../catalogues/example'))
const text = (chunks: Iterable<string>): string => [...chunks].join('')

describe('a Mermaid flowchart', () => {
  it('has a box for each item and a line for each relation', async () => {
    const drawn = text(exportMermaid(await exportedOf({ ...hostileFiles, 'teams/a.yaml': 'name: The A team\n' })))
    expect(drawn.replace(/\|"#.*"\|/, '|…|')).toBe(`flowchart LR
  contract__c["C<br/>contract"]
  supplier__s["S<br/>supplier"]
  team__a["The A team<br/>team"]
  team__b["B<br/>team"]
  contract__c -->|"is with"| supplier__s
  team__b -->|"needs"| team__a
`)
  })

  it('lets no name out of its quotes, nor anything in it be Mermaid’s', async () => {
    const [, ...lines] = text(exportMermaid(await exportedOf(hostileFiles)))
      .trimEnd()
      .split('\n')
    for (const line of lines) {
      const plain = line.replaceAll(/#\d+;/g, '')
      expect(plain).toMatch(/^ {2}[a-z_]+(\["[^"[\]{}<>|`&;:\\_*#]*<br\/>[a-z ]+"\]| -->\|"[a-z ]+"\| [a-z_]+)$/)
      expect(plain).not.toContain('%%')
    }
    const shown = mermaidText(hostileName).replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    expect(shown).toBe(hostileName)
  })

  it.each(['1. First', '- First', '+ First', '1) First'])('begins no Markdown list with "%s"', (name) => {
    expect(mermaidText(name)).not.toMatch(/^([-+*]|\d+[.)])\s/)
    expect(mermaidText(name)).not.toMatch(/^\d+[.)]/)
  })

  it('gives no two items the same box', () => {
    const ids = ['a-b/c', 'a/b-c', 'a/b/c', 'a-b-c', 'ab/c'].map(mermaidId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z_]+$/)
  })

  it('is refused where nobody could read it, unless it is asked for all the same', () => {
    expect(() => text(exportMermaid(example))).toThrow(UnreadablePicture)
    expect(() => text(exportMermaid(example))).toThrow(`more than ${String(mostDrawn)}`)
    expect(() => text(exportMermaid(ofKinds(example, ['None'])))).toThrow('There is nothing to draw.')
    const lines = text(exportMermaid(example, { all: true }))
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(1 + example.items.size + example.relations.length)
  })
})

describe('a part of the graph', () => {
  it('is what is around an item, without what the outermost have with each other', () => {
    const part = around(example, 'application/ticketing', 1)
    expect(part.items.has('application/ticketing')).toBe(true)
    for (const { from, to } of part.relations) expect([from, to]).toContain('application/ticketing')
    const touching = example.relations.filter(({ from, to }) => [from, to].includes('application/ticketing'))
    expect(part.relations).toEqual(touching)
    const further = around(example, 'application/ticketing', 2)
    expect(further.items.size).toBeGreaterThan(part.items.size)
    for (const { from, to } of further.relations) expect(part.items.has(from) || part.items.has(to)).toBe(true)
    expect([...around(example, 'application/ticketing', 0).items.keys()]).toEqual(['application/ticketing'])
  })

  it('is some kinds, and an item besides', () => {
    const part = ofKinds(example, ['Contract', 'Supplier'], 'application/ticketing')
    expect(new Set([...part.items.values()].map(({ kind }) => kind))).toEqual(
      new Set(['Application', 'Contract', 'Supplier']),
    )
    for (const { from, to } of part.relations) expect(part.items.has(from) && part.items.has(to)).toBe(true)
  })
})

describe('a stream as a Mermaid flowchart', () => {
  const drawn = text(exportMermaidStream(example, 'value-stream/resolve-user-incident'))

  it('has its steps in order, each with its activity', () => {
    const boxes = [...drawn.matchAll(/^ {2}step__resolve_user_incident__(\w+)\["(.*)"\]$/gm)]
    expect(boxes.map(([, id, label]) => [id, label])).toEqual([
      ['capture', 'Capture the report<br/>Engage'],
      ['resolve', 'Find a solution or a workaround<br/>Deliver and support'],
      ['swap', 'Swap the failed device<br/>Obtain/build'],
      ['confirm', 'Confirm with the user<br/>Engage'],
      ['review', 'Review for an underlying problem<br/>Improve'],
    ])
  })

  it('has the ways between them with their shares, dotted where work is done again, from demand to value', () => {
    const ways = [...drawn.matchAll(/^ {2}(\w+) (-->|-\.->)(?:\|"([\d.]+ %)?.*"\|)? (\w+)$/gm)]
    const short = (id = ''): string => id.replace('step__resolve_user_incident__', '')
    expect(ways.map(([, from, line, share, to]) => [short(from), line, share, short(to)])).toEqual([
      ['start', '-->', undefined, 'capture'],
      ['capture', '-->', undefined, 'resolve'],
      ['resolve', '-->', '88 %', 'confirm'],
      ['resolve', '-->', '12 %', 'swap'],
      ['swap', '-->', undefined, 'confirm'],
      ['confirm', '-.->', '8 %', 'resolve'],
      ['confirm', '-->', '92 %', 'review'],
      ['review', '-->', undefined, 'finish'],
    ])
  })

  it('ends where some cases go no further', () => {
    const relations = example.relations.map((each) =>
      each.type === 'NEXT' && each.to.endsWith('incident/review') ? { ...each, values: { share: 50 } } : each,
    )
    const other = text(exportMermaidStream({ ...example, relations }, 'value-stream/resolve-user-incident'))
    expect(other).toContain('  step__resolve_user_incident__confirm -->|"42 %"| finish\n')
  })
})
