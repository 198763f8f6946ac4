import neo4j from 'neo4j-driver'
import type { BookmarkManager } from 'neo4j-driver'

/** What a member says that waited for a transaction which never came, or that doesn't know what a bookmark is of. */
const refusals = [
  'Neo.TransientError.Transaction.BookmarkTimeout',
  'Neo.ClientError.Transaction.InvalidBookmark',
  'Neo.ClientError.Transaction.InvalidBookmarkMixture',
]
/** Who was given up after less than this wasn't kept by a bookmark, milliseconds: a member of a cluster isn't that far behind. */
const usualWait = 2_000

/**
 * What a store wrote and read last, which whichever member of a cluster answers next must have.
 *
 * A database that was put back to an earlier state never gets there: a member waits half a minute for what won't come, and
 * then refuses, again and again. So what was refused, or waited for in vain, is forgotten: the worst that comes of it is the
 * revision before, whole, from a member that is behind.
 */
export class Bookmarks {
  readonly manager: BookmarkManager = neo4j.bookmarkManager()

  /** Forgets them where they may be why something failed. @param waited for how long it was waited for, milliseconds. */
  async noteFailure(error: unknown, isGivenUp: boolean, waited: number): Promise<void> {
    const isRefused = error instanceof Error && 'code' in error && refusals.some((each) => each === error.code)
    if (isRefused || (isGivenUp && waited >= usualWait))
      await this.manager.updateBookmarks(await this.manager.getBookmarks(), [])
  }
}
