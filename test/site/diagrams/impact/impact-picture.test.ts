import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { impact } from '../../../../graph/impact/impact.ts'
import { impactPicture } from '../../../../site/src/diagrams/impact/impact-picture.ts'
import { impactTree } from '../../../../site/src/diagrams/impact/impact-tree.ts'
import { impactGraph } from '../../../../site/src/impact/impact-graph.ts'
import type { ImpactGraph } from '../../../../site/src/impact/impact-graph.ts'
import { siteCatalogue } from '../../site-catalogue.ts'
import type { SiteCatalogue } from '../../site-catalogue.ts'

describe('the picture of a failure’s ways', () => {
  let site: SiteCatalogue
  let graph: ImpactGraph
  beforeAll(async () => {
    site = await siteCatalogue(join(import.meta.dirname, '../../../../catalogues/example'))
    graph = impactGraph(site.catalogue)
  })
  afterAll(() => site.api.close())

  it('has at most 28 boxes for every item of the example, none over another or outside, each text in its box', () => {
    const wrong: string[] = []
    let drawn = 0
    for (const { id } of graph.index.items) {
      const found = impact(graph.index, new Map([[id, 'DOWN']]))
      const tree = impactTree(id, found)
      if (tree === undefined) continue
      drawn += 1
      const { boxes, width, height, ways } = impactPicture(tree, (each) => site.catalogue.items.get(each)?.name ?? each)
      if (boxes.length > 28 || ways.length !== boxes.length - 1) wrong.push(`${id}: ${String(boxes.length)} boxes`)
      for (const [i, a] of boxes.entries()) {
        if (a.x < 0 || a.y < 0 || a.x + a.width > width + 0.01 || a.y + a.height > height)
          wrong.push(`${id}: ${a.id} outside`)
        if (a.lines.some((line) => (line.width ?? 0) > a.width - 18)) wrong.push(`${id}: ${a.id} too long`)
        if (!found.affected.has(a.id)) wrong.push(`${id}: ${a.id} isn’t affected`)
        for (const b of boxes.slice(i + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
          if (!apart) wrong.push(`${id}: ${a.id} over ${b.id}`)
        }
      }
    }
    expect(drawn).toBeGreaterThan(100)
    expect(wrong).toStrictEqual([])
  })

  it('shows the worst off first, and says how many streams and services have no room', () => {
    const id = 'application/ticketing'
    const found = impact(graph.index, new Map([[id, 'DOWN']]))
    const tree = impactTree(id, found)
    const hit = [...found.affected.values()].filter(({ item }) => ['ValueStream', 'Service'].includes(item.kind))
    const boxes = tree === undefined ? [] : impactPicture(tree, (each) => each).boxes
    const shown = hit.filter(({ item }) => boxes.some((box) => box.id === item.id))
    expect(shown.length + (tree?.left ?? 0)).toBe(hit.length)
    expect(shown[0]?.item.id).toBe(hit[0]?.item.id)
  })

  it('isn’t drawn where no stream and no service is hit', () => {
    const found = impact(graph.index, new Map())
    expect(impactTree('application/ticketing', found)).toBeUndefined()
  })
})
