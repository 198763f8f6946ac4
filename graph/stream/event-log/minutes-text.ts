import type { Clock } from './clock.ts'

/**
 * Minutes as a stream's file takes them. Elapsed time is also in days, which have 24 hours then; working time never is: how
 * long its days are differs from catalogue to catalogue.
 * @example minutesText(1571, 'ELAPSED_TIME') // "1 d 2 h 11 min"
 * @example minutesText(1571, 'WORKING_TIME') // "26 h 11 min"
 */
export function minutesText(minutes: number, timesIn: Clock['timesIn']): string {
  const seconds = minutes < 10 ? Math.round(minutes * 60) : Math.round(minutes) * 60
  const days = timesIn === 'ELAPSED_TIME' ? Math.floor(seconds / 86_400) : 0
  const parts = [
    [days, 'd'],
    [Math.floor(seconds / 3600) - days * 24, 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const written = parts.filter(([number]) => number > 0).map(([number, unit]) => `${number} ${unit}`)
  return written.length === 0 ? '0 min' : written.join(' ')
}
