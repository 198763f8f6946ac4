import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { YamlBySchema } from '../../../graph/text/yaml-by-schema.ts'

const schema = z.strictObject({ name: z.string(), size: z.int().optional() })
const problems = (text: string): string[] => {
  const yaml = new YamlBySchema(text)
  expect(yaml.read(schema, 'The file')).toBeUndefined()
  return yaml.problems().map(({ line, column, message }) => `${line}:${column} ${message}`)
}

describe('YAML by a schema', () => {
  it('is read, aliases too', () => {
    expect(new YamlBySchema('name: &a A\n').read(schema, 'The file')).toEqual({ name: 'A' })
    expect(new YamlBySchema('? &a name\n: *a\n').said()).toEqual({ name: 'name' })
  })

  it('tells every alias of nothing, at its place', () => {
    expect(problems('name: *a\nsize: *b\n')).toEqual([
      '1:7 There is no "&a" before this for the alias to repeat.',
      '2:7 There is no "&b" before this for the alias to repeat.',
    ])
  })

  it('tells of aliases that repeat too much, instead of repeating it', () => {
    const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
      (name, i, all) => `${name}: &${name} [${`*${all[i - 1] ?? ''}, `.repeat(9)}]`,
    )
    const text = `a: &a [x]\n${levels.slice(1).join('\n')}\n`
    expect(problems(text)).toEqual([
      '1:1 This can’t be read as YAML: Excessive alias count indicates a resource exhaustion attack.',
    ])
  })

  it('tells of what YAML 1.1 can’t merge', () => {
    expect(problems('%YAML 1.1\n---\n<<: 5\n')).toEqual([
      expect.stringMatching(/^1:1 This can’t be read as YAML: Merge sources/),
    ])
  })

  it('tells what else is noted line by line, each once, at the last part of a path that is there', () => {
    const yaml = new YamlBySchema('name: A\nsize: 1\n')
    yaml.problem(['size', 'unit'], 'Too small.')
    yaml.problem(['name'], 'Taken.')
    yaml.problem(['size'], 'Too small.')
    expect(yaml.problems().map(({ line, message }) => [line, message])).toEqual([
      [1, 'Taken.'],
      [2, 'Too small.'],
    ])
  })
})
