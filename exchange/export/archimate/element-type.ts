import type { Item } from '../../../graph/catalogue/catalogue.ts'
import type { Kind } from '../../../graph/model/model.ts'

/**
 * ArchiMate's element type for an item: the one that importing takes for its kind, where there is one. A catalogue's own
 * kinds are told by their dimension.
 */
export function elementType({ kind, values }: Item, { dimension }: Pick<Kind, 'dimension'>): string {
  const form = values['form']
  const byForm = typeof form === 'string' ? typesByForm[`${kind} ${form}`] : undefined
  return byForm ?? typesByKind[kind] ?? typesByDimension[dimension ?? ''] ?? 'BusinessObject'
}

const typesByForm: Readonly<Record<string, string>> = {
  'Application PLATFORM': 'SystemSoftware',
  'Application INFRASTRUCTURE': 'Node',
  'Application DEVICE': 'Device',
  'Policy ARCHITECTURE_PRINCIPLE': 'Principle',
  'Policy STANDARD': 'Requirement',
  'Policy GUIDELINE': 'Requirement',
}

const typesByKind: Readonly<Record<string, string>> = {
  Concept: 'Meaning',
  GuidingPrinciple: 'Principle',
  GoverningBody: 'BusinessCollaboration',
  Policy: 'Constraint',
  Decision: 'Assessment',
  Activity: 'BusinessFunction',
  Practice: 'Capability',
  Improvement: 'WorkPackage',
  Team: 'BusinessActor',
  Role: 'BusinessRole',
  Skill: 'Resource',
  Application: 'ApplicationComponent',
  Information: 'BusinessObject',
  Procedure: 'BusinessProcess',
  Supplier: 'BusinessActor',
  Contract: 'Contract',
  ValueStream: 'ValueStream',
  Step: 'ValueStream',
  Service: 'BusinessService',
  Product: 'Product',
  Stakeholder: 'Stakeholder',
  Metric: 'Driver',
}

const typesByDimension: Readonly<Record<string, string>> = {
  ORGANIZATIONS_AND_PEOPLE: 'BusinessActor',
  INFORMATION_AND_TECHNOLOGY: 'ApplicationComponent',
  PARTNERS_AND_SUPPLIERS: 'BusinessActor',
  VALUE_STREAMS_AND_PROCESSES: 'BusinessProcess',
}
