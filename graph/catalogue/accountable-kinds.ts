/** Kinds whose items need somebody who is accountable for them. */
export const accountableKinds: ReadonlySet<string> = new Set([
  'Practice',
  'Policy',
  'Application',
  'Information',
  'Procedure',
  'Contract',
  'ValueStream',
  'Service',
  'Product',
  'Metric',
])
