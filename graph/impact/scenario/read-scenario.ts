import { isMap } from 'yaml'
import type { Place } from '../../catalogue/finding.ts'
import type { FormerIds } from '../../catalogue/former-ids.ts'
import { parseFile } from '../../catalogue/parse-file.ts'
import { FieldReader } from '../../catalogue/read-fields.ts'
import type { Field } from '../../catalogue/read-fields.ts'
import type { Report } from '../../catalogue/report.ts'
import type { Model } from '../../model/model.ts'
import { states } from '../states.ts'
import { ScenarioFields } from './fields.ts'
import { ChangeReader } from './read-change.ts'
import { readExpectation } from './read-expectation.ts'
import type { Scenario } from './scenario.ts'

/**
 * Reads a scenario's file as far as it can be read without the graph. Whatever is wrong is reported, and what is right is
 * kept, so that all else that is wrong is found in the same run.
 * @param former ids that items had before, which mean these items.
 * @returns undefined for a file that can't be read at all; that was reported.
 */
export function readScenario(path: string, model: Model, former: FormerIds, report: Report): Scenario | undefined {
  const place: Place = { layer: 'scenario', path, file: path, line: 1, column: 1 }
  const parsed = parseFile(place, report)
  if (parsed === undefined) return undefined
  const reader = new FieldReader(parsed, model, report)
  const read = new ScenarioFields(reader, former, report)
  const fields = reader.fields(parsed.map)
  read.only(['name', 'note', 'changes', 'fail', 'expect'], fields, 'A scenario')
  const named = read.required('name', fields, parsed.map, 'A scenario')
  const field = (name: string): Field => fields.find((each) => each.name === name) ?? { name, place, value: undefined }
  const note = field('note')
  if (note.value !== undefined) read.text(note)
  const changes = new ChangeReader(read, model, report)
  const failed = failures(field('fail'), read)
  const kinds = [...model.kinds.keys()]
  return {
    name: (named && read.text(named)) ?? '',
    changes: read.mappings(field('changes')).flatMap(({ node, fields }) => changes.read(node, fields) ?? []),
    failed,
    expectations: read
      .mappings(field('expect'))
      .flatMap(
        ({ node, fields }) => readExpectation(node, fields, read, kinds, field('fail').value !== undefined) ?? [],
      ),
  }
}

/** What fails: ids with states. */
function failures({ value, name }: Field, read: ScenarioFields): Scenario['failed'] {
  if (value === undefined) return []
  if (!isMap(value)) {
    read.reader.wrongType(
      value,
      `"${name}" takes ids with states`,
      'Write each on a line: "application/ticketing: DOWN".',
    )
    return []
  }
  return read.reader.fields(value).flatMap((each) => {
    const state = read.word(each, states)
    return state === undefined ? [] : [{ id: read.former.now(each.name), place: each.place, state }]
  })
}
