import { catalogue } from '../catalogue/read-catalogue.ts'
import { llmsText } from '../machines/llms.ts'

/** The site's table of contents for language models. */
export const GET = async (): Promise<Response> => new Response(llmsText(await catalogue()))
