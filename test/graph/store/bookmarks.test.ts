import { Neo4jError } from 'neo4j-driver'
import { describe, expect, it } from 'vitest'
import { Bookmarks } from '../../../graph/store/neo4j/bookmarks.ts'

describe('bookmarks', () => {
  const failed = (code: string) => new Neo4jError('It failed', code, '50N42', 'error')
  const after = async (...failure: Parameters<Bookmarks['noteFailure']>) => {
    const bookmarks = new Bookmarks()
    await bookmarks.manager.updateBookmarks([], ['FB:one'])
    await bookmarks.noteFailure(...failure)
    return [...(await bookmarks.manager.getBookmarks())]
  }

  it('are forgotten when a server refuses them, or waited for them until it was given up', async () => {
    for (const code of ['TransientError.Transaction.BookmarkTimeout', 'ClientError.Transaction.InvalidBookmark'])
      expect(await after(failed(`Neo.${code}`), false, 0), code).toStrictEqual([])
    expect(await after(new Error('cancelled'), true, 5_000)).toStrictEqual([])
  })

  it('are kept through every other failure', async () => {
    expect(await after(failed('ServiceUnavailable'), false, 10_000)).toStrictEqual(['FB:one'])
    expect(await after(new Error('cancelled'), true, 500)).toStrictEqual(['FB:one'])
  })
})
