import type { Catalogue, Item } from '../catalogue/catalogue.ts'
import { linkTo } from '../links.ts'
import type { FixedPage } from '../links.ts'
import { messages } from '../messages/messages.ts'
import { kindsLabel } from '../words/labels.ts'
import { longDay } from '../words/values.ts'
import { examplesOf } from './examples.ts'
import { explorerLink } from './impact/explorer-link.ts'
import type { ItemLink, Reader } from './section.ts'

const words = messages.readers

/** A question, unless the catalogue has nothing to ask it about. */
type Asked = ItemLink | undefined

/**
 * What each kind of reader comes to know, with this catalogue's own items as examples, and the pages that answer it.
 * Questions that the catalogue can't answer aren't asked; readers without questions aren't there.
 */
export function readersOf(catalogue: Catalogue, today: string): Reader[] {
  const { findings, model, byKind } = catalogue
  const found = examplesOf(catalogue, today)
  const about = (item: Item | undefined, ask: (name: string) => string, fragment = ''): Asked =>
    item && { href: linkTo(item) + fragment, name: ask(item.name) }
  const explore = (
    item: Item | undefined,
    ask: (name: string) => string,
    way?: Parameters<typeof explorerLink>[1],
  ): Asked => item && { href: explorerLink(item.id, way), name: ask(item.name) }
  const page = (to: FixedPage, name: string, isThere = true): Asked =>
    isThere ? { href: linkTo({ page: to }), name } : undefined
  const has = (kind: string): boolean => (byKind.get(kind)?.length ?? 0) > 0
  const list = (kind: string, name: string): Asked => {
    const known = model.kinds.get(kind)
    return known !== undefined && has(kind) ? { href: linkTo({ allOf: known }), name } : undefined
  }
  const { stream, asIs, ending, worst, unfed } = found
  const streamKind = model.kinds.get('ValueStream')
  const asked: readonly (readonly [id: string, title: string, questions: readonly Asked[]])[] = [
    [
      'staff',
      words.staff,
      [
        about(found.application, words.fails, '#if-it-fails'),
        about(found.procedure, words.procedure),
        about(found.skill, words.skill),
        about(found.service?.owner, () => words.contact(found.service?.item.name ?? '')),
      ],
    ],
    [
      'practice-owners',
      words.practiceOwners,
      [
        about(stream, words.fedMost),
        about(found.practice, words.feedsMost),
        about(asIs?.stream ?? stream, words.time),
        asIs && about(asIs.toBe, (name) => words.comparison(asIs.stream.name, name)),
      ],
    ],
    [
      'managers',
      words.managers,
      [
        explore(found.policy, words.changes, 'changes'),
        ending && about(ending.contract, (name) => words.ending(name, longDay(ending.day))),
        about(found.supplier, words.hangs),
        list('Contract', words.endings),
      ],
    ],
    [
      'commanders',
      words.commanders,
      [
        worst && explore(worst.item, (name) => words.worst(name, worst.down)),
        explore(found.service?.item ?? stream, words.needs, 'needs'),
        page('impact/', words.explorer),
      ],
    ],
    [
      'office',
      words.office,
      [
        page('at-a-glance/', words.glance),
        page('findings/owners/', words.findings(findings.length), findings.length > 0),
        unfed === 0
          ? undefined
          : { href: `${linkTo({ page: 'at-a-glance/' })}#feeding`, name: words.feedsNothing(unfed) },
        list('Improvement', words.improvements),
        page('recent-changes/', words.changed),
      ],
    ],
    [
      'analysts',
      words.analysts,
      [
        page('practices-and-streams/', words.matrix, has('Practice') && has('ValueStream')),
        page('model/', words.model),
        streamKind && {
          href: `${linkTo({ modelOf: streamKind })}#example`,
          name: words.query(messages.inSentence(kindsLabel(streamKind))),
        },
        list('Concept', words.words),
      ],
    ],
  ]
  return asked.flatMap(([id, title, some]) => {
    const questions = some.filter((each) => each !== undefined)
    return questions.length === 0 ? [] : [{ id, title, questions }]
  })
}
