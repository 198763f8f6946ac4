import type { Rule } from '../rule.ts'

/** A required field may be said by any layer; what no layer says is missing. */
export const rule: Rule = {
  name: 'required-field',
  description: 'Fields that the model requires are there.',
  severity: 'error',
  *check({ items, from }) {
    for (const item of items.values()) {
      const place = item.drafts[0]?.place
      if (place === undefined) continue
      for (const attribute of item.kind.attributes) {
        if (!attribute.required || attribute.derived || attribute.default !== undefined) continue
        const said = item.values.get(attribute.name)
        if (said?.value !== undefined || said?.unreadable === true) continue
        yield {
          message: `${item.kind.name} needs "${attribute.name}".`,
          hint: attribute.description,
          place,
          item: item.id,
        }
      }
      for (const relation of item.kind.relations) {
        const said = item.references.get(relation.field)
        if (!relation.required || (said?.references?.length ?? 0) > 0 || said?.unreadable === true) continue
        if (relation.eitherEnd && from(item.id, relation.type).length > 0) continue
        yield {
          message: `${item.kind.name} needs ${relation.list ? 'at least one of ' : ''}"${relation.field}".`,
          hint: relation.eitherEnd
            ? `${relation.description} It may also be said at the other end, in "${relation.inverse}".`
            : relation.description,
          place: said?.place ?? place,
          item: item.id,
        }
      }
    }
  },
}
