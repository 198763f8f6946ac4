/** So long is nothing said, in milliseconds: a build that takes less needs no news. */
const pause = 2_000

/**
 * Counts pages as they are made and says now and then how far it is: "4,000 of 10,321 items' pages".
 * @param tell takes a line.
 * @param now the time in milliseconds.
 * @returns to be called for each page; takes how many there will be.
 */
export function pageProgress(tell: (line: string) => void, now: () => number = Date.now): (total: number) => void {
  let made = 0
  let saidAt: number | undefined
  return (total) => {
    made += 1
    saidAt ??= now()
    if (made === total || now() - saidAt < pause) return
    saidAt = now()
    tell(`${made.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} items' pages`)
  }
}
