import type { Fix } from '../finding.ts'
import type { FormerUse } from '../former-ids.ts'
import type { Rule } from '../rule.ts'
import { linksOf } from '../text-links.ts'

/** Former ids go on to lead to their items: this only says what is easier to read for whoever looks for the file. */
export const rule: Rule = {
  name: 'renamed-id',
  description: 'Files name items by the ids that they have now, not by former ones, though these lead there too.',
  severity: 'info',
  *check({ items, model, former, ownLayer }) {
    for (const use of former.uses) {
      if (use.place.layer !== ownLayer) continue
      yield { ...said(use.written, use.now), place: use.place, fix: fixOf(use), ...about(use.item) }
    }
    for (const item of items.values()) {
      for (const { id, place, edit } of linksOf(item, model)) {
        const now = former.now(id)
        const change = now === id || place.layer !== ownLayer ? undefined : edit(now)
        const fix = change && { does: `Write ${now}.`, edits: [change] }
        if (now !== id && place.layer === ownLayer) yield { ...said(id, now), place, fix, ...about(item.id) }
      }
    }
  },
}

const said = (written: string, now: string): { readonly message: string; readonly hint: string } => ({
  message: `"${written}" is called ${now} now.`,
  hint: `Write ${now}: both lead there.`,
})

const about = (item: string | undefined): { readonly item?: string } => (item === undefined ? {} : { item })

/** Whoever wrote only the end of the id goes on to write only that, where what stands before it is the same. */
function fixOf({ id, written, now, place, raw }: FormerUse): Fix | undefined {
  if (raw === undefined) return undefined
  const before = id.slice(0, id.length - written.length)
  const text = now.startsWith(before) ? now.slice(before.length) : now
  return { does: `Write ${text}.`, edits: [{ place, was: raw, text }] }
}
