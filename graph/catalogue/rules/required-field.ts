import type { Rule } from '../rule.ts'

/** A required field may be said by any layer; what no layer says is missing. */
export const rule: Rule = {
  name: 'required-field',
  description: 'Fields that the model requires are there.',
  severity: 'error',
  *check({ items }) {
    for (const item of items.values()) {
      const place = item.drafts[0]?.place
      if (place === undefined) continue
      for (const attribute of item.kind.attributes) {
        if (!attribute.required || attribute.derived || attribute.default !== undefined) continue
        if (item.values.get(attribute.name)?.value !== undefined) continue
        yield {
          message: `${item.kind.name} needs "${attribute.name}".`,
          hint: attribute.description,
          place,
          item: item.id,
        }
      }
      for (const relation of item.kind.relations) {
        if (!relation.required || (item.references.get(relation.field)?.references?.length ?? 0) > 0) continue
        yield {
          message: `${item.kind.name} needs ${relation.list ? 'at least one of ' : ''}"${relation.field}".`,
          hint: relation.description,
          place: item.references.get(relation.field)?.place ?? place,
          item: item.id,
        }
      }
    }
  },
}
