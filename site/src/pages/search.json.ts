import { catalogue } from '../catalogue/read-catalogue.ts'
import { dataFile } from '../machines/data-file.ts'
import { writeSearchFile } from '../search/write-search-file.ts'

/** What the browser searches. */
export const GET = async (): Promise<Response> => dataFile('search.json', writeSearchFile(await catalogue()))
