import type { Files } from '../../graph/catalogue/catalogue-folder.ts'

/** A catalogue of which an audience sees a part; what it doesn't see has "canary" in it. */
export const canaryFiles: Files = {
  'tributary.config.yaml': `name: own
title: Own
audiences:
  everyone:
    kinds: [team, activity, practice, value-stream, stakeholder]
    without: [team/canary]
    fields: { item: [summary], practice: [group], stakeholder: [form], value-stream: [perspective, situation, starts, trigger, value, valueFor, timesIn, steps], step: [optional, next, activity] }
`,
  'model/own.graphql': `"The canary's." type Cage @kind(folder: "cages") { "How many canaries." size: Int }
extend interface Item { "Only canaries have one." wing: String }
`,
  'cages/x.yaml': 'name: Canary cage\nsize: 1\n',
  'teams/desk.yaml':
    'name: Desk\nsummary: Seen.\nbody: A canary sings here.\nwing: canary\nneeds: [{ to: team/canary, note: canary }, team/other]\ncontact: canary@example.org\n',
  'teams/other.yaml': 'name: Other\nneeds: [{ to: team/desk, note: canary }]\n',
  'teams/canary.yaml': 'name: The canary team\n',
  'suppliers/canary.yaml': 'name: Canary Ltd\n',
  'activities/engage.yaml': 'name: Engage\n',
  'practices/desk.yaml': 'name: Service desk\ngroup: SERVICE_MANAGEMENT\n',
  'stakeholders/user.yaml': 'name: User\nform: USER\n',
  'value-streams/s.yaml': `name: Stream
perspective: TO_BE
situation: Any.
starts: DEMAND
trigger: T
value: V
valueFor: [user]
steps:
  - { id: one, name: First, activity: engage, practices: [{ to: desk, activities: [feed the canary] }] }
  - { id: two, name: Second, activity: engage, practices: [desk], performedBy: [supplier/canary] }
`,
}
