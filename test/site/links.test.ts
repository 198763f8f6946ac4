import { describe, expect, it } from 'vitest'
import { linkTo } from '../../site/src/links.ts'

const practice = { id: 'practice/incident-management', kind: { idPrefix: 'practice', folder: 'practices' } }
const step = { id: 'step/resolve-user-incident/capture', kind: { idPrefix: 'step', folder: 'steps' } }

describe('linkTo', () => {
  it('leads to an item in its kind’s folder', () => {
    expect(linkTo(practice, '/')).toBe('/practices/incident-management/')
    expect(linkTo(step, '/')).toBe('/steps/resolve-user-incident/capture/')
  })

  it.each(['/itsm/', '/itsm', 'itsm', 'itsm/'])('takes a base written as %s', (base) => {
    expect(linkTo(practice, base)).toBe('/itsm/practices/incident-management/')
    expect(linkTo({ page: '' }, base)).toBe('/itsm/')
  })

  it('leads to the site’s own pages, to lists and to the model', () => {
    expect(linkTo({ page: 'recent-changes/' }, '/')).toBe('/recent-changes/')
    expect(linkTo({ allOf: practice.kind }, '/')).toBe('/practices/')
    expect(linkTo({ modelOf: practice.kind }, '/a/b/')).toBe('/a/b/model/practice/')
  })

  it('has no base of its own outside of a build', () => {
    expect(() => linkTo(practice)).toThrow('tributary build')
  })
})
