import type { Files } from './catalogue-folder.ts'

/** A step of the small catalogue's stream, as an entry of `steps`. */
export const captureStep = `  - id: capture
    name: Capture
    activity: engage
    practices:
      - to: service-desk
        activities: [log the call]
    skills: [listening]
    information: [ticket-data]
    tools: [ticketing]
    contracts: [support]
`

/** A stream that answers the six questions, without its steps. */
export const streamHead = `name: Resolve an incident
owner: team/service-desk
perspective: TO_BE
situation: Somebody reports that something doesn't work.
starts: DEMAND
trigger: It doesn't work.
value: It works again.
valueFor: [user]
`

/** A catalogue in which every rule of validation has something to look at, and none finds anything. */
export const smallCatalogue: Files = {
  'activities/engage.yaml': 'name: Engage\n',
  'applications/ticketing.yaml': 'name: Ticketing\nowner: team/service-desk\n',
  'contracts/support.yaml':
    'name: Support\nowner: team/service-desk\nsuppliers: [acme]\nend: 2027-12-31\nnoticePeriod: 3 months\n',
  'information/ticket-data.yaml': 'name: Ticket data\nowner: team/service-desk\n',
  'metrics/time-to-resolve.yaml':
    'name: Time to resolve\nowner: team/service-desk\nunit: hours\ndirection: LOWER_IS_BETTER\ntarget: 4\nmeasures: [value-stream/resolve]\n',
  'practices/service-desk.yaml': 'name: Service desk\nowner: team/service-desk\ngroup: SERVICE_MANAGEMENT\n',
  'skills/listening.yaml': 'name: Listening\n',
  'stakeholders/user.yaml': 'name: User\nform: USER\n',
  'suppliers/acme.yaml': 'name: Acme\n',
  'teams/service-desk.yaml': 'name: Service desk team\nskills: [listening]\n',
  'value-streams/resolve.yaml': `${streamHead}steps:\n${captureStep}`,
}
