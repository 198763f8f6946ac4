import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../graph/package-root.ts'
import { writeGeneratedCatalogue } from './generated-catalogue.ts'
import { measured } from './site/measured.ts'
import type { Measured } from './site/measured.ts'
import { outputOf } from './site/output.ts'
import { writePlainSite } from './site/plain-site.ts'

/**
 * Measures `tributary build` of generated catalogues beside a plain Astro site: a bare layout around the same pages' main
 * parts, which it finds ready made. Both are whole processes, built in turns; medians of `BENCH_ROUNDS` (1) rounds, for a tenth
 * of `BENCH_ITEMS` (10,000) and for all. `node bench/site.ts`.
 */
const size = Number(process.env['BENCH_ITEMS'] ?? 10_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 1)

const folder = mkdtempSync(join(tmpdir(), 'tributary-bench-'))
try {
  console.log('| items | site | CPU | times plain Astro | peak memory | pages | pages per CPU second | output |')
  console.log('| ----- | ---- | --- | ----------------- | ----------- | ----- | -------------------- | ------ |')
  for (const items of [Math.round(size / 10), size]) await compare(items)
} finally {
  rmSync(folder, { recursive: true })
}

async function compare(items: number): Promise<void> {
  const at = (name: string): string => join(folder, `${String(items)}-${name}`)
  const [catalogue, store, site, plain] = [at('catalogue'), `file:${at('graph')}`, at('site'), at('plain')]
  writeGeneratedCatalogue(catalogue, items)
  const cli = join(packageRoot, 'cli/tributary.mjs')
  await measured([cli, 'load', '--catalogue', catalogue, '--store', store])
  const build = (): Promise<Measured> => measured([cli, 'build', '--store', store, '--site', site])
  const first = await build()
  const output = outputOf(site)
  writePlainSite(site, plain)
  const ours = [first]
  const plains: Measured[] = []
  for (let round = 0; round < rounds; round += 1) {
    plains.push(await measured([join(packageRoot, 'bench/site/build-plain.ts'), plain]))
    if (round > 0) ours.push(await build())
  }
  const [mine, bare] = [middle(ours), middle(plains)]
  const line = (name: string, { cpu, peak }: Measured, { pages, bytes }: { pages: number; bytes: number }): string =>
    `| ${String(items)} | ${name} | ${cpu.toFixed(1)} s | ${(cpu / bare.cpu).toFixed(2)} | ${peak.toFixed(0)} MB | ${String(pages)} | ${(pages / cpu).toFixed(0)} | ${(bytes / 1e6).toFixed(1)} MB |`
  console.log(line('Tributary', mine, output))
  console.log(line('plain Astro', bare, outputOf(join(plain, 'dist'))))
  for (const { name, page, first: whole } of output.itemPages)
    console.log(`${name}: ${kilobytes(page)} packed with brotli, ${kilobytes(whole)} with its styles and scripts`)
  for (const { what, bytes } of output.parts) console.log(`${what}: ${(bytes / 1e6).toFixed(1)} MB`)
}

/** The one in the middle by CPU time. */
function middle(all: readonly Measured[]): Measured {
  const sorted = all.toSorted((a, b) => a.cpu - b.cpu)
  const found = sorted[Math.floor(sorted.length / 2)]
  if (found === undefined) throw new Error('Set BENCH_ROUNDS to at least 1.')
  return found
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}
