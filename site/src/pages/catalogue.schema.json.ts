import { catalogue } from '../catalogue/read-catalogue.ts'
import { catalogueSchema } from '../machines/catalogue-schema.ts'

/** What `catalogue.json` and items' own files look like. */
export const GET = async (): Promise<Response> => Response.json(catalogueSchema((await catalogue()).model))
