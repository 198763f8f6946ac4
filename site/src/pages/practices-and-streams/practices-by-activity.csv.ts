import { catalogue } from '../../catalogue/read-catalogue.ts'
import { matrixCsv } from '../../page/matrix-csv.ts'
import { practicesByActivity } from '../../page/matrix.ts'

/** In which activities practices work, for spreadsheets. */
export const GET = async (): Promise<Response> => new Response(matrixCsv(practicesByActivity(await catalogue())))
