/**
 * The inverse of a square matrix of rows, by Gauss–Jordan elimination with row exchange.
 *
 * Meant for I − Q of absorbing chains (diagonally dominant, some tens of rows): stable there, O(n³).
 * @throws RangeError where the matrix has no inverse.
 */
export function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const rows = matrix.map((row, i) => Float64Array.from([...row, ...row.map((_, j) => (i === j ? 1 : 0))]))
  for (let column = 0; column < size; column += 1) {
    let pivot = column
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, pivot, column))) pivot = row
    }
    const top = rows[pivot]
    const value = at(rows, pivot, column)
    if (top === undefined || value === 0) throw new RangeError('The matrix has no inverse.')
    rows[pivot] = rows[column] ?? top
    rows[column] = top
    for (let i = column; i < 2 * size; i += 1) top[i] = (top[i] ?? 0) / value
    for (const [row, other] of rows.entries()) {
      const factor = other[column] ?? 0
      if (row === column || factor === 0) continue
      for (let i = column; i < 2 * size; i += 1) other[i] = (other[i] ?? 0) - factor * (top[i] ?? 0)
    }
  }
  return rows.map((row) => [...row.subarray(size)])
}

const at = (rows: readonly Float64Array[], row: number, column: number): number => rows[row]?.[column] ?? 0
