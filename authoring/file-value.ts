/** What a catalogue file may hold in a field: plain JSON. Null takes back what a lower layer says. */
export type FileValue = string | number | boolean | null | readonly FileValue[] | { readonly [part: string]: FileValue }

/** The fields of a catalogue file, in its order, or in the order to write them. */
export type FileFields = ReadonlyMap<string, FileValue>
