import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A step as people write it; what it must have besides is added. */
export interface WrittenStep {
  readonly id: string
  readonly name?: string
  readonly activity?: string
  readonly practices?: readonly { readonly to: string }[]
  readonly processTime?: string
  readonly leadTime?: string
  readonly performedBy?: readonly string[]
  readonly next?: readonly { readonly to: string; readonly share?: number; readonly rework?: boolean }[]
}

/** Writes a catalogue of value streams, by their ids, into a new folder. */
export function writtenStreams(streams: Readonly<Record<string, readonly WrittenStep[]>>): {
  readonly folder: string
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-streams-'))
  const write = (file: string, content: object): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    // What is JSON is YAML.
    writeFileSync(join(folder, file), JSON.stringify(content))
  }
  write('tributary.config.yaml', { name: 'streams', extends: ['itil4'], rules: { 'process-time': 'warning' } })
  write('teams/desk.yaml', { name: 'Desk' })
  write('teams/ops.yaml', { name: 'Ops' })
  write('stakeholders/user.yaml', { name: 'User', form: 'USER' })
  for (const [id, steps] of Object.entries(streams)) {
    write(`value-streams/${id}.yaml`, {
      name: `Stream ${id}`,
      perspective: 'TO_BE',
      situation: 'Somebody asks.',
      starts: 'DEMAND',
      trigger: 'A question',
      value: 'An answer',
      valueFor: ['user'],
      broughtBy: ['user'],
      owner: 'team/desk',
      steps: steps.map((step) => ({
        name: `Do ${step.id}`,
        activity: 'deliver-and-support',
        practices: [{ to: 'service-desk', activities: ['Work'] }],
        ...step,
      })),
    })
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}
