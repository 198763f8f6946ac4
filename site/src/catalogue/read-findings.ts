import type { SiteFindingsQuery } from '../generated/graphql.ts'
import { ask } from './ask.ts'
import type { Execute } from './build-input.ts'
import { findingsDocument } from './documents.ts'
import { pageSize } from './kind-document.ts'

/** Something that validation found. */
export type Finding = SiteFindingsQuery['findings']['nodes'][number]

/** Reads all findings, a hundred a request. */
export async function readFindings(execute: Execute): Promise<Finding[]> {
  const findings: Finding[] = []
  let after: string | null = null
  do {
    const answer: SiteFindingsQuery = await ask(execute, findingsDocument, { first: pageSize, after })
    findings.push(...answer.findings.nodes)
    const { hasNextPage, endCursor } = answer.findings.pageInfo
    after = hasNextPage ? (endCursor ?? null) : null
  } while (after !== null)
  return findings
}
