import { catalogue } from '../catalogue/read-catalogue.ts'
import { searchData } from '../page/search-data.ts'

/** What the browser searches. */
export const GET = async (): Promise<Response> => Response.json(searchData(await catalogue()))
