/** What a resolver of a derived field is given: an item, an edge or a value, as plain data that was read for it. */
export type Source = Readonly<Record<string, unknown>>
