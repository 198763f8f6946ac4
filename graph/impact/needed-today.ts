/**
 * Whether a relation tells of a need that there is today. A tool that is only planned or an idea can't fail anybody yet,
 * and a step doesn't fail because of information that it leaves behind for others: such relations carry only change.
 * @param carried what the relation carries besides its target.
 */
export function isNeededToday({ status, use }: { readonly status?: unknown; readonly use?: unknown }): boolean {
  return status !== 'PLANNED' && status !== 'IDEA' && use !== 'PROVIDES'
}
