/** How many items a page of a list has: usually, at most, and at most where a hand-written field asks for them itself. */
export const pageSize = { usual: 20, most: 100, own: 10_000 } as const
