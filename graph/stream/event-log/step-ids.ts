/** Ids of their own for names: kebab-case of the letters and digits, numbered where two would be the same. */
export function stepIds(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name, i) => {
    const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    const base = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || `step-${i + 1}`
    let id = base
    for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
    taken.add(id)
    return id
  })
}
