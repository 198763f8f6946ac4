import type { Exported } from '../../../exchange/export/exported.ts'
import { readExported } from '../../../exchange/export/read-exported.ts'
import { catalogueWith } from '../../graph/catalogue/catalogue-folder.ts'
import type { Files } from '../../graph/catalogue/catalogue-folder.ts'
import { loadedStore } from '../../loaded-store.ts'

/** What an export takes of a catalogue's folder. */
export async function exportedFrom(folder: string): Promise<Exported> {
  const store = await loadedStore(folder)
  return readExported(store).finally(() => store.close())
}

/** The same of a catalogue with these files. */
export const exportedOf = (files: Files): Promise<Exported> => exportedFrom(catalogueWith(files))

/** A text whose every part some format takes for something of its own. */
export const hostile = `=1+1 "quotes" 'single' \\u0041 \\ <b>&amp;</b> ]]> ; , # %%{init}%% \`tick\` {{x}} |pipe| a\r\nb\u0001\u0085\u2028🙂`

/** The same in one line, as names are. */
export const hostileName = `-1. "quotes" 'single' \\u0041 \\' <b>&amp;</b> ]]> ; , #35; %%{init}%% \`tick\` __x__ |pipe| 🙂`

/** A small catalogue whose texts are hostile. */
export const hostileFiles: Files = {
  'teams/a.yaml': JSON.stringify({ name: hostileName, summary: hostile, tags: ['plain', 'semi;colon'] }),
  'teams/b.yaml': JSON.stringify({ name: 'B', summary: '-5', needs: [{ to: 'team/a', note: hostileName }] }),
  'contracts/c.yaml': JSON.stringify({
    name: 'C',
    suppliers: ['s'],
    value: { amount: -12.5, currency: 'EUR' },
    start: '2027-01-01',
    links: [{ title: hostileName, url: 'https://example.org' }],
  }),
  'suppliers/s.yaml': JSON.stringify({ name: 'S' }),
}
