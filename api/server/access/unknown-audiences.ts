import { UnknownAudienceError } from '../../../graph/audience/open-audience.ts'
import type { Audience } from '../../../graph/catalogue/audience.ts'
import { audiencesNamed } from './access-settings.ts'
import type { AccessSettings } from './access-settings.ts'

/** What is wrong with the audiences that access control names: a sentence for each that the catalogue doesn't have. */
export function unknownAudiences(access: AccessSettings, audiences: readonly Audience[]): string[] {
  const unknown = audiencesNamed(access).filter((name) => !audiences.some((audience) => audience.name === name))
  return unknown.map((name) => new UnknownAudienceError(name, audiences).message)
}
