import { afterEach, expect, it } from 'vitest'
import { provideBuildInput } from '../../site/src/catalogue/build-input.ts'
import type { BuildInput } from '../../site/src/catalogue/build-input.ts'
import { editLink, suggestLink } from '../../site/src/outside-links.ts'

const provide = (input: Partial<BuildInput>): void => {
  const execute: BuildInput['execute'] = () => Promise.resolve({})
  provideBuildInput({ execute, base: '/', title: 'Fernhill', languages: {}, files: [], today: '2026-11-22', ...input })
}
afterEach(() => {
  provideBuildInput(undefined)
})
const source = { layer: 'fernhill', file: 'value-streams/für & wider #1.md', line: 7 }
const item = { id: 'practice/service-desk', name: 'Service desk & “more”', href: '/itsm/practices/service-desk/' }

it('leads to the place in the catalogue’s own files, and nowhere for other layers', () => {
  provide({ edit: 'https://git.example.org/edit/{file}#L{line}' })
  expect(editLink(source, 'fernhill')).toBe(
    'https://git.example.org/edit/value-streams/f%C3%BCr%20%26%20wider%20%231.md#L7',
  )
  expect(editLink({ ...source, layer: 'itil4' }, 'fernhill')).toBeUndefined()
})

it('names the item in what is suggested, with its whole address where that is known', () => {
  const suggest = 'https://git.example.org/new?title={name}&body={url}%20({id})'
  const start = 'https://git.example.org/new?title=Service%20desk%20%26%20%E2%80%9Cmore%E2%80%9D&body='
  const end = '%20(practice%2Fservice-desk)'
  provide({ suggest })
  expect(suggestLink(item)).toBe(`${start}${encodeURIComponent(item.href)}${end}`)
  provide({ suggest, site: 'https://catalogue.example.org' })
  expect(suggestLink(item)).toBe(`${start}${encodeURIComponent(`https://catalogue.example.org${item.href}`)}${end}`)
})

it('is not there where the catalogue says no address', () => {
  provide({})
  expect(editLink(source, 'fernhill')).toBeUndefined()
  expect(suggestLink(item)).toBeUndefined()
})
