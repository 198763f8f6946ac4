import type { Json, Parameters } from '../store/store.ts'
import type { CompiledRead } from './compile-read.ts'

/** A statement that answers several reads at once, from one state of the graph. */
export interface JoinedReads {
  readonly cypher: string
  readonly parameters: Parameters
  /** The reads' results, in their order. */
  readonly decode: (rows: readonly Json[]) => unknown[]
}

/** Makes one statement of reads that were compiled with different numbers. */
export function joinReads(reads: readonly CompiledRead<unknown>[]): JoinedReads {
  const [only, ...others] = reads
  const parts = reads.map(({ clauses, answer }, i) => `${clauses} RETURN ${answer} AS a${i}`)
  const cypher =
    only !== undefined && others.length === 0
      ? parts.join('')
      : `${parts.map((part) => `CALL () { ${part} }`).join(' ')} RETURN ${parts.map((_, i) => `a${i}`).join(', ')}`
  return {
    cypher,
    parameters: Object.assign({}, ...reads.map((read) => read.parameters)) as Parameters,
    decode: ([row]) => {
      if (row === undefined) throw new Error('The graph answered a read with no row.')
      return reads.map((read, i) => read.decode(row[`a${i}`] ?? null))
    },
  }
}
