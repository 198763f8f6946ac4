import type { FormerIds } from './former-ids.ts'
import type { MergedItem } from './merge-layers.ts'
import type { ReadLayer } from './read-layers.ts'
import type { Report } from './report.ts'
import { suggestId } from './suggest.ts'

/** Takes out what the configurations leave out, with what is written inside it. Returns their ids. */
export function leaveOut(
  merged: Map<string, MergedItem>,
  former: FormerIds,
  layers: readonly ReadLayer[],
  report: Report,
): Set<string> {
  const leftOut = new Set<string>()
  for (const { layer, read } of layers) {
    read.config.without.forEach((written, index) => {
      const place = read.placeOf('without', index)
      const id = former.nowAt(written, { written, place, raw: read.rawOf('without', index) })
      const item = merged.get(id)
      if (item === undefined)
        report.error('unknown-reference', place, `There is no item "${id}" to leave out.`, {
          hint: report.suggestion(() => suggestId(id, merged.keys())),
        })
      else if (item.drafts.some((draft) => draft.place.layer === layer.name)) {
        report.error('layer', place, `${id} is written in this catalogue and left out by it.`, {
          hint: 'Delete its file, or take it off "without".',
        })
      } else leftOut.add(id)
    })
  }
  for (const [id, item] of merged) if (item.inside !== undefined && leftOut.has(item.inside)) leftOut.add(id)
  for (const id of leftOut) merged.delete(id)
  return leftOut
}
