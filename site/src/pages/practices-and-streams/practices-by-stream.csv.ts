import { catalogue } from '../../catalogue/read-catalogue.ts'
import { matrixCsv } from '../../page/matrix-csv.ts'
import { practicesByStream } from '../../page/matrix.ts'

/** Which practices feed which value streams, for spreadsheets. */
export const GET = async (): Promise<Response> => new Response(matrixCsv(practicesByStream(await catalogue())))
