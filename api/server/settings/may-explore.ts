import type { ServerSettings } from './settings.ts'

/** Whether the API explains itself to those who ask it: the setting `explore`. */
export const mayExplore = ({ explore, operations }: Pick<ServerSettings, 'explore' | 'operations'>): boolean =>
  explore ?? !operations.only
