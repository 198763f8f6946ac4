import { YamlBySchema } from '../../../../graph/text/yaml-by-schema.ts'
import type { YamlPath } from '../../../../graph/text/yaml-by-schema.ts'
import { ImportError } from '../../imported.ts'
import type { Mapping } from './mapping.ts'
import { oneSource, severalSources } from './mapping-schema.ts'

/** Where something stands in a mapping: `['items', 0, 'fields', 'start']`. */
export type MappingPath = YamlPath

/** A mapping that was read, and where what it says is written. */
export interface ReadMapping {
  /** The file, as people know it. */
  readonly file: string
  readonly mapping: Mapping
  /** Path of a source of `mapping.sources`: a mapping of one source has it at its root. */
  readonly pathOf: (source: number) => MappingPath
  /** Notes a problem at a place, for {@link ReadMapping.refuse}. */
  readonly problem: (path: MappingPath, message: string) => void
  /** @throws ImportError with all problems that were noted, line by line; nothing where there are none. */
  readonly refuse: () => void
}

/**
 * Reads a mapping file and checks its shape; what its fields and columns are is checked by those who know the model and the
 * tables, with `problem`.
 * @throws ImportError with all problems at once.
 */
export function readMapping(text: string, file: string): ReadMapping {
  const yaml = new YamlBySchema(text)
  const refuse = (): void => {
    const problems = yaml.problems()
    if (problems.length === 0) return
    throw new ImportError(problems.map(({ line, message }) => `${file}:${line}  ${message}`).join('\n'))
  }
  const said = yaml.said()
  const several = typeof said === 'object' && said !== null && 'sources' in said
  const read = yaml.read(several ? severalSources : oneSource, 'The mapping')
  refuse()
  const { system, same = {}, ...rest } = read as NonNullable<typeof read>
  const sources = 'sources' in rest ? rest.sources : [rest]
  return {
    file,
    mapping: { ...(system === undefined ? {} : { system }), same, sources },
    pathOf: (source) => (several ? ['sources', source] : []),
    problem: (path, message) => yaml.problem(path, message),
    refuse,
  }
}
