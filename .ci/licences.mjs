import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

/**
 * `npm run licences`: fails where a package that Tributary brings along has a licence that isn't allowed. Development tools
 * aren't passed on to anybody, and aren't asked.
 */

/** Licences that a package may have; 0BSD and what joins several of these say no more than they do. */
const allowed = ['MIT', 'MIT-0', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'ISC', 'EPL-2.0', 'MPL-2.0']

/** Packages with other licences, each looked at: `name` as it is or, with `*` at its end, what begins so. */
const exceptions = [
  { name: 'argparse', licence: 'Python-2.0', why: 'permissive, as BSD; comes with js-yaml' },
  { name: 'argparse', licence: 'PSF-2.0', why: 'the same licence under its present name' },
  {
    name: 'common-ancestor-path',
    licence: 'BlueOak-1.0.0',
    why: 'permissive, with a grant of patents; comes with Astro',
  },
  { name: 'graceful-fs', licence: 'BlueOak-1.0.0', why: 'permissive, with a grant of patents' },
  { name: 'lru-cache', licence: 'BlueOak-1.0.0', why: 'permissive, with a grant of patents' },
  { name: 'sax', licence: 'BlueOak-1.0.0', why: 'permissive, with a grant of patents' },
  { name: 'mdn-data', licence: 'CC0-1.0', why: 'data in the public domain; comes with css-tree' },
  {
    name: '@img/sharp-libvips-*',
    licence: 'LGPL-3.0-or-later',
    why: 'a shared library of its own that sharp loads and anybody can replace; optional with Astro, whose image service no page uses',
  },
]

/** Whether a licence, or each part of "(A AND B)", or one of "(A OR B)", is allowed. */
export function isAllowed(licence) {
  const plain = licence.replace(/^\((.*)\)$/, '$1')
  if (plain.includes(' AND ')) return plain.split(' AND ').every(isAllowed)
  if (plain.includes(' OR ')) return plain.split(' OR ').some(isAllowed)
  return allowed.includes(plain)
}

const isNamed = (name, { name: pattern }) =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern

/** What is wrong with packages by `name@version`, a line each. */
export function licenceProblems(packages) {
  return Object.entries(packages).flatMap(([id, { licenses = 'none' }]) => {
    const licence = [licenses].flat().join(' AND ')
    const name = id.slice(0, id.lastIndexOf('@'))
    const isExcepted = exceptions.some((each) => each.licence === licence && isNamed(name, each))
    return isExcepted || isAllowed(licence) ? [] : [`${id}: ${licence}`]
  })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const json = execFileSync('license-checker-rseidelsohn', ['--production', '--excludePrivatePackages', '--json'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const packages = JSON.parse(json)
  const problems = licenceProblems(packages)
  for (const problem of problems)
    console.error(`${problem} is not allowed: look at it, then allow it in .ci/licences.mjs.`)
  console.log(`${Object.keys(packages).length} packages, ${problems.length} with a licence that isn't allowed`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
