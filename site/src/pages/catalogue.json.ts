import { catalogue } from '../catalogue/read-catalogue.ts'
import { catalogueJson } from '../machines/catalogue-json.ts'

/** The whole catalogue as one document, for other programs. */
export const GET = async (): Promise<Response> => Response.json(catalogueJson(await catalogue()))
