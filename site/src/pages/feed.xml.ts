import { catalogue } from '../catalogue/read-catalogue.ts'
import { atomFeed } from '../machines/feed.ts'

/** What changed lately, for feed readers. */
export const GET = async (): Promise<Response> => new Response(atomFeed(await catalogue()))
