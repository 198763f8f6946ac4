import { z } from 'zod'

/** Signatures that nobody can make who can only check them. `none` is no signature, and of HS256 both sides hold the secret. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const

/** Stands for the whole graph where an audience is named. */
export const everything = '*'

/** The settings of access control, on their own: `ServerSettings` says where they stand. */
export const accessSchema = z
  .strictObject({
    issuer: z
      .string()
      .min(1)
      .describe(
        'Who issues the tokens: their claim "iss", letter by letter. Its discovery document leads to its keys.',
      ),
    aud: z
      .array(z.string().min(1))
      .min(1)
      .describe('Whom tokens must be meant for: one of these must be in their claim "aud".'),
    jwks: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Where the issuer’s keys (JWKS) are, if not where its discovery document says: an address, or a file; from this folder.',
      ),
    algorithms: z
      .array(z.enum(algorithms))
      .min(1)
      .default(['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519'])
      .describe('Signatures that are accepted.'),
    rolesAt: z
      .string()
      .min(1)
      .default('roles')
      .describe('The claim that holds the roles, or the path to it: realm_access.roles, say.'),
    roles: z
      .record(
        // JavaScript would put such names first, and the order counts.
        z.string().regex(/\D/, 'A role named by digits alone would lose its place in the order.'),
        z.string().min(1),
      )
      .default({})
      .describe(
        'What each role sees: an audience of the catalogue, or "*", everything. "*" wins, else the first named.',
      ),
    public: z
      .string()
      .min(1)
      .optional()
      .describe('The audience of whoever comes without a token, or with none of these roles. Left out: nobody.'),
    clockTolerance: z
      .int()
      .nonnegative()
      .max(300)
      .default(30)
      .describe('By how many seconds clocks may differ when a token begins and ends.'),
  })
  .superRefine((access, context) => {
    const wrong = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message })
    }
    if (access.jwks === undefined && !isAddressOfKeys(access.issuer))
      wrong('issuer', `Keys are asked for ${safely}: name such an issuer, or say in "jwks" where its keys are.`)
    if (access.jwks !== undefined && isAddress(access.jwks) && !isAddressOfKeys(access.jwks))
      wrong('jwks', `Keys are asked for ${safely}, or read from a file.`)
    if (access.public === everything) wrong('public', 'Whoever may see everything needs no token: leave "access" out.')
    if (access.public === undefined && Object.keys(access.roles).length === 0)
      wrong('roles', 'Nobody would see anything: name a role, or a public audience.')
  })

/** How a server knows its readers, and what they see. */
export type AccessSettings = z.infer<typeof accessSchema>

const safely = 'over https (on this machine also http) and without credentials in the address'

/** Whether that is an address, and no file's path. */
export const isAddress = (text: string): boolean => text.includes('://')

/** Whether keys may come from there: whoever could change them on their way could sign any token. */
export function isAddressOfKeys(address: string): boolean {
  const url = URL.parse(address)
  if (url === null || url.username !== '' || url.password !== '') return false
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isHere)
}

/** Audiences of the catalogue that the settings name, each once, in their order. */
export function audiencesNamed({ roles, public: open }: AccessSettings): string[] {
  const names = [...Object.values(roles), ...(open === undefined ? [] : [open])]
  return [...new Set(names)].filter((name) => name !== everything)
}
