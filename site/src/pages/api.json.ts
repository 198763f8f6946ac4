/** Where the API is: nowhere, unless it serves the site itself and answers this in its own words. */
export const GET = (): Response => Response.json({ graphql: null, editor: null })
