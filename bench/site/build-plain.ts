import { build } from 'astro'
import { join } from 'node:path'

/** Builds the plain site in the folder that is named: Astro as it comes, with as many pages at once as ours. */
const root = process.argv[2] ?? '.'
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
process.env['BENCH_PAGES'] = join(root, 'pages.json')
await build({ configFile: false, root, logLevel: 'error', build: { concurrency: 4 } })
