import { messages } from '../../messages/messages.ts'
import { button, element } from '../elements.ts'
import { saveFile } from './save-file.ts'

/** Buttons that hand an answer over as files. */
export function saveButtons(
  name: string,
  texts: { readonly csv: () => string; readonly json: () => string },
): HTMLSpanElement {
  const csv = button('save', messages.explorer.csv, () =>
    saveFile(`${name}.csv`, 'text/csv;charset=utf-8', texts.csv()),
  )
  const json = button('save', messages.explorer.jsonShort, () =>
    saveFile(`${name}.json`, 'application/json', texts.json()),
  )
  json.ariaLabel = messages.explorer.json
  return element('span', 'saves', csv, json)
}
