/** How many items a page of a list has. */
export const pageSize = { usual: 20, most: 100 } as const
