/**
 * Minutes as a catalogue file takes them, in hours, minutes and seconds. Never in days: a day of a file is a working day of
 * eight hours, and a log's minutes need not be.
 * @example minutesText(1571) // "26 h 11 min"
 */
export function minutesText(minutes: number): string {
  const seconds = minutes < 10 ? Math.round(minutes * 60) : Math.round(minutes) * 60
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const written = parts.filter(([number]) => number > 0).map(([number, unit]) => `${number} ${unit}`)
  return written.length === 0 ? '0 min' : written.join(' ')
}
