import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeFiles } from '../../authoring/write-files.ts'
import { folderWith } from '../graph/catalogue/catalogue-folder.ts'

it('writes files, gives them other names, and keeps their rights', () => {
  const folder = folderWith({ a: '1', b: '2' })
  chmodSync(join(folder, 'a'), 0o640)
  writeFiles([
    { path: join(folder, 'a'), to: join(folder, 'c'), content: 'one' },
    { path: join(folder, 'b'), content: 'two' },
  ])
  expect(readdirSync(folder)).toStrictEqual(['b', 'c'])
  expect(readFileSync(join(folder, 'c'), 'utf8') + readFileSync(join(folder, 'b'), 'utf8')).toBe('onetwo')
  expect(statSync(join(folder, 'c')).mode & 0o777).toBe(0o640)
})

it('writes none where one can’t be written', () => {
  const folder = folderWith({ a: '1', b: '2', 'd/e': '3' })
  expect(() => {
    writeFiles([
      { path: join(folder, 'a'), to: join(folder, 'c'), content: 'one' },
      // A folder stands in its place: that shows only when the file is moved there.
      { path: join(folder, 'b'), to: join(folder, 'd'), content: 'two' },
    ])
  }).toThrow()
  expect(existsSync(join(folder, 'c'))).toBe(false)
  expect(readdirSync(folder)).toStrictEqual(['a', 'b', 'd'])
  expect(readFileSync(join(folder, 'a'), 'utf8') + readFileSync(join(folder, 'b'), 'utf8')).toBe('12')
})

it('writes new files and takes away others', () => {
  const folder = folderWith({ a: '1', b: '2' })
  writeFiles([
    { path: join(folder, 'new/c'), content: 'three' },
    { path: join(folder, 'a'), content: undefined },
    { path: join(folder, 'never-there'), content: undefined },
  ])
  expect(readdirSync(folder)).toStrictEqual(['b', 'new'])
  expect(readFileSync(join(folder, 'new/c'), 'utf8')).toBe('three')
})

it('puts back what it took away, and takes back what is new, where one can’t be written', () => {
  const folder = folderWith({ a: '1', b: '2', 'd/e': '3' })
  expect(() => {
    writeFiles([
      { path: join(folder, 'a'), content: undefined },
      { path: join(folder, 'c'), content: 'three' },
      { path: join(folder, 'b'), to: join(folder, 'd'), content: 'two' },
    ])
  }).toThrow()
  expect(readdirSync(folder)).toStrictEqual(['a', 'b', 'd'])
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('1')
})
