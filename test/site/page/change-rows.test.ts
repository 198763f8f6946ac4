import { describe, expect, it } from 'vitest'
import { changeCounts, paired } from '../../../site/src/page/change-rows.ts'

const change = (field: string, before: string | null, after: string | null) => ({ field, before, after })

describe('changes of an item’s fields', () => {
  it('that were removed and added are one, from the one to the other', () => {
    expect(
      paired([change('owner', null, 'team/b'), change('summary', 'A', 'B'), change('owner', 'team/a', null)]),
    ).toStrictEqual([change('owner', 'team/a', 'team/b'), change('summary', 'A', 'B')])
  })

  it('stay apart where nobody knows which takes which one’s place', () => {
    const several = [change('needs', null, 'a'), change('needs', null, 'b'), change('needs', 'c', null)]
    expect(paired(several)).toStrictEqual(several)
    const same = [change('needs: a: note', 'x', null), change('needs: b: note', null, 'y')]
    expect(paired(same)).toStrictEqual(same)
  })
})

it('a revision is summed up in words, also one that touches no item', () => {
  expect(changeCounts({ added: 2, changed: 0, removed: 1 })).toBe('2 added, 1 removed')
  expect(changeCounts({ added: 0, changed: 0, removed: 0 })).toBe('settings or findings changed, no item')
})
