/** What belongs to one name in Prometheus' text format. */
export interface Family {
  readonly type: string
  readonly help: string
  readonly samples: { readonly name: string; readonly labels: ReadonlyMap<string, string>; readonly value: number }[]
}

const metric = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/
const types = ['counter', 'gauge', 'histogram', 'summary', 'untyped']
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/
const label = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/y

/**
 * Reads Prometheus' text format, version 0.0.4, as strictly as a scraper does: every sample below its family's HELP and TYPE, each
 * family and each sample once, buckets that grow up to `+Inf`, which is the count.
 * @throws Error with the line that is wrong.
 */
export function exposition(text: string): Map<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The last line has no end')
  const families = new Map<string, Family>()
  let help: [name: string, text: string] | undefined
  let current: string | undefined
  const seen = new Set<string>()
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const fail = (what: string): never => {
      throw new Error(`${what}: ${line}`)
    }
    const [, keyword, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? []
    if (keyword === 'HELP') {
      if (!metric.test(name)) fail('No name of a metric')
      help = [name, rest]
    } else if (keyword === 'TYPE') {
      if (families.has(name)) fail('Twice')
      if (help?.[0] !== name) fail('No HELP before')
      if (!types.includes(rest)) fail('No such type')
      families.set(name, { type: rest, help: help?.[1] ?? '', samples: [] })
      current = name
    } else {
      const [, of = '', inBraces = '', number = ''] = sample.exec(line) ?? fail('No sample')
      const family = families.get(current ?? '') ?? fail('No family')
      const suffix = of.slice(String(current).length)
      const suffixes = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] }[family.type] ?? [
        '',
      ]
      if (!of.startsWith(String(current)) || !suffixes.includes(suffix)) fail('Not of its family')
      const labels = new Map<string, string>()
      label.lastIndex = 0
      while (label.lastIndex < inBraces.length) {
        const [, key = '', written = ''] = label.exec(inBraces) ?? fail('Labels')
        labels.set(key, written)
      }
      // Go, which reads it, takes "nan" in any case.
      const value = { '+Inf': Infinity, '-Inf': -Infinity }[number] ?? Number(number)
      if (!/^nan$/i.test(number) && Number.isNaN(value)) fail('No number')
      if (family.type === 'counter' && !(value >= 0)) fail('Counters don’t fall')
      if (seen.has(`${of}{${inBraces}}`)) fail('Twice')
      seen.add(`${of}{${inBraces}}`)
      family.samples.push({ name: of, labels, value })
    }
  }
  for (const [name, family] of families) if (family.type === 'histogram') checkBuckets(name, family)
  return families
}

function checkBuckets(name: string, { samples }: Family): void {
  const series = (labels: ReadonlyMap<string, string>): string =>
    JSON.stringify([...labels].filter(([key]) => key !== 'le').sort())
  for (const count of samples.filter((each) => each.name === `${name}_count`)) {
    const buckets = samples.filter(
      (each) => each.name === `${name}_bucket` && series(each.labels) === series(count.labels),
    )
    const ends = buckets.map(({ labels }) => (labels.get('le') === '+Inf' ? Infinity : Number(labels.get('le'))))
    if (ends.at(-1) !== Infinity || buckets.at(-1)?.value !== count.value) throw new Error(`${name} lacks +Inf`)
    if (ends.some((end, i) => i > 0 && end <= (ends[i - 1] ?? 0))) throw new Error(`${name}: buckets out of order`)
    if (buckets.some((each, i) => i > 0 && each.value < (buckets[i - 1]?.value ?? 0))) throw new Error(`${name} falls`)
  }
}
