import readExcel from 'read-excel-file/node'
import { suggest } from '../../../../graph/catalogue/suggest.ts'
import { ImportError } from '../../imported.ts'
import type { Cell } from '../table.ts'
import type { Grid } from './grid.ts'
import { unpackedSize } from './unpacked-size.ts'

/** More than any register unpacks to. */
const largest = 1024 * 1024 * 1024

/**
 * Reads sheets of an Excel file (.xlsx).
 * @param wanted names of sheets; "*" all; none: the one with the most rows.
 * @throws ImportError where it is no Excel file, unpacks to more than 1 GB, or has no such sheet.
 */
export async function excelGrids(bytes: Buffer, name: string, wanted: readonly string[] = []): Promise<Grid[]> {
  if (unpackedSize(bytes) > largest) throw new ImportError(`${name}: It unpacks to more than 1 GB: it isn't read.`)
  const sheets = await read(bytes, name)
  const full = sheets.filter(({ data }) => data.length > 0)
  const names = sheets.map(({ sheet }) => sheet)
  const [largestSheet] = full.toSorted((a, b) => b.data.length - a.data.length)
  const chosen =
    wanted.length === 0 ? [largestSheet].filter((each) => each !== undefined) : wanted.includes('*') ? full : undefined
  const taken =
    chosen ??
    wanted.map((each) => {
      const sheet = sheets.find(({ sheet: other }) => other.trim().toLowerCase() === each.trim().toLowerCase())
      if (sheet !== undefined) return sheet
      throw new ImportError(
        `${name} has no sheet "${each}". ${suggest(each, names) ?? `It has ${names.map((other) => `"${other}"`).join(', ')}.`}`,
      )
    })
  if (taken.length === 0) throw new ImportError(`${name}: No sheet has anything in it.`)
  const others = full.map(({ sheet }) => sheet).filter((each) => wanted.length === 0 && each !== largestSheet?.sheet)
  return taken.map(({ sheet, data }) => ({
    name: `${name} ${sheet}`,
    rows: data.map((cells, i) => ({ record: `${name} ${sheet}!${i + 1}`, line: i + 1, cells })),
    notes:
      others.length === 0
        ? []
        : [
            `${name} has more sheets: ${others.join(', ')}. Read them with rows: ["${others[0] ?? ''}"], or all with rows: "*".`,
          ],
  }))
}

interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly Cell[])[]
}

async function read(bytes: Buffer, name: string): Promise<readonly Sheet[]> {
  try {
    return await readExcel(bytes)
  } catch (error) {
    throw new ImportError(
      `${name}: It can't be read as an Excel file: ${(error as Error).message} Save it again as .xlsx, or as CSV.`,
    )
  }
}
