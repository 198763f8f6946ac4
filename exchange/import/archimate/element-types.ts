import type { FileValue } from '../imported.ts'

/**
 * What elements of a type become: items of a kind, with values for fields that the file doesn't say; `tag`, a word at the
 * items that they are drawn around; `none`.
 */
export type Target = { readonly kind: string; readonly fields: Readonly<Record<string, FileValue>> } | 'tag' | 'none'

const kind = (name: string, fields: Readonly<Record<string, FileValue>> = {}): Target => ({ kind: name, fields })

/**
 * What each of ArchiMate's element types becomes where the mapping file doesn't say otherwise. An item that lacks a required
 * field is left out: a business process is a procedure only where it belongs to a practice, a capability a practice only
 * where the catalogue has one of that name.
 */
export const elementTypes: Readonly<Record<string, Target>> = {
  // Motivation
  Stakeholder: kind('Stakeholder'),
  Driver: 'none',
  Assessment: 'none',
  Goal: 'none',
  Outcome: 'none',
  Principle: kind('Policy', { form: 'ARCHITECTURE_PRINCIPLE' }),
  Requirement: kind('Policy', { form: 'STANDARD' }),
  Constraint: kind('Policy', { form: 'POLICY' }),
  Meaning: 'none',
  Value: 'none',
  // Strategy
  Resource: 'none',
  Capability: kind('Practice'),
  ValueStream: kind('ValueStream'),
  CourseOfAction: 'none',
  // Business
  BusinessActor: kind('Team'),
  BusinessRole: kind('Role'),
  BusinessCollaboration: kind('Team'),
  BusinessInterface: 'none',
  BusinessProcess: kind('Procedure'),
  BusinessFunction: kind('Practice'),
  BusinessInteraction: 'none',
  BusinessEvent: 'none',
  BusinessService: kind('Service'),
  BusinessObject: kind('Information'),
  Contract: kind('Contract'),
  Representation: kind('Information'),
  Product: kind('Product'),
  // Application
  ApplicationComponent: kind('Application'),
  ApplicationCollaboration: kind('Application'),
  ApplicationInterface: 'none',
  ApplicationFunction: 'none',
  ApplicationInteraction: 'none',
  ApplicationProcess: 'none',
  ApplicationEvent: 'none',
  ApplicationService: kind('Application'),
  DataObject: kind('Information'),
  // Technology
  Node: kind('Application', { form: 'INFRASTRUCTURE' }),
  Device: kind('Application', { form: 'INFRASTRUCTURE' }),
  SystemSoftware: kind('Application', { form: 'PLATFORM' }),
  TechnologyCollaboration: kind('Application', { form: 'INFRASTRUCTURE' }),
  TechnologyInterface: 'none',
  Path: 'none',
  CommunicationNetwork: kind('Application', { form: 'INFRASTRUCTURE' }),
  TechnologyFunction: 'none',
  TechnologyProcess: 'none',
  TechnologyInteraction: 'none',
  TechnologyEvent: 'none',
  TechnologyService: kind('Application', { form: 'PLATFORM' }),
  Artifact: kind('Information'),
  // Physical
  Equipment: kind('Application', { form: 'INFRASTRUCTURE' }),
  Facility: kind('Application', { form: 'INFRASTRUCTURE' }),
  DistributionNetwork: kind('Application', { form: 'INFRASTRUCTURE' }),
  Material: 'none',
  // Implementation and migration
  WorkPackage: kind('Improvement'),
  Deliverable: 'none',
  ImplementationEvent: 'none',
  Plateau: 'none',
  Gap: 'none',
  // Composites
  Grouping: 'tag',
  Location: 'tag',
}

/** Connectors of relationships: they are resolved into relations between what they connect. */
export const junctions: Readonly<Record<string, string>> = { AndJunction: 'and', OrJunction: 'or', Junction: 'and' }

/**
 * Types whose elements stand between what needs and what is needed: where such an element is no item, what needs it needs
 * what it needs.
 */
export const isPassage = (type: string): boolean =>
  /(Interface|Function|Process|Interaction|Event|Service)$/.test(type) ||
  ['Capability', 'ValueStream', 'Resource', 'CourseOfAction', 'Path'].includes(type)

/** In what capacity a stakeholder has an interest, by the words of its name; else as society. */
export function stakeholderForm(name: string): string {
  return stakeholderWords.find(([words]) => words.test(name))?.[1] ?? 'SOCIETY'
}

const stakeholderWords: readonly (readonly [RegExp, string])[] = [
  [/\b(customer|client|buyer)/i, 'CUSTOMER'],
  [/\buser/i, 'USER'],
  [/\bsponsor/i, 'SPONSOR'],
  [/\b(supplier|vendor|provider|partner)/i, 'SUPPLIER'],
  [/\b(regulator|authorit|supervis|inspect|auditor)/i, 'REGULATOR'],
  [/\b(shareholder|investor)/i, 'SHAREHOLDER'],
  [/\b(staff|employee|manager|management|director|officer|board|architect)/i, 'STAFF'],
]
