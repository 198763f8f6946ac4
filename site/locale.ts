/** Languages that the interface speaks: one message file each in `src/messages`. */
export const locales = ['en', 'de'] as const
export type Locale = (typeof locales)[number]
