import { smallRadius } from './ladder.ts'
import { fonts } from './shapes.ts'

/** How the drawing looks, in the site's own colours: one sheet for pages and for files of their own. */
export const drawingStyle = `.stream-map{--flow:var(--flow-to-be)}
.stream-map.as-is{--flow:var(--flow-as-is)}
.stream-map text{font-family:Arial,Helvetica,'Liberation Sans',Arimo,sans-serif;fill:var(--text);unicode-bidi:plaintext}
${Object.entries(fonts)
  .map(
    ([role, { size, bold }]) => `.stream-map .${role}{font-size:${size}px${bold === true ? ';font-weight:700' : ''}}`,
  )
  .join('\n')}
.stream-map :is(.no,.tiny){text-anchor:middle}
.stream-map :is(.name,.no,.tiny,.total,.share){fill:var(--ink)}
.stream-map :is(.beside,.remark){fill:var(--muted)}
.stream-map .ground{fill:var(--ground)}
.stream-map .band{fill:var(--surface)}
.stream-map .step rect{fill:var(--ground);stroke:var(--line-strong);stroke-width:1.25}
.stream-map .maybe rect{stroke-dasharray:5 3.5}
.stream-map .step path{stroke:var(--line)}
.stream-map .step circle{fill:var(--ground);stroke:var(--line-strong);stroke-width:1.25}
.stream-map .step.key :is(rect,circle){stroke:var(--flow);stroke-width:2}
.stream-map .flow{fill:none;stroke:var(--flow);stroke-width:1.5}
.stream-map .flow.key{stroke-width:2.75}
.stream-map .back>path:first-of-type{stroke-dasharray:5 4}
.stream-map .tip{fill:var(--flow);stroke:none}
.stream-map .sign{fill:var(--ground);stroke-width:1.75}
.stream-map .flow text{stroke:none}
.stream-map .bar{stroke:var(--line-strong);stroke-width:5}
.stream-map .bar.key{stroke:var(--flow)}
.stream-map :is(.rung,.fall){stroke:var(--flow);stroke-width:3}
.stream-map .work{stroke-width:9}
.stream-map .unsplit{stroke-dasharray:6 4}
.stream-map .fall{stroke-width:1}
.stream-map .leader{stroke:var(--line-strong)}
.stream-map .dots{stroke:var(--line);stroke-width:${2 * smallRadius};stroke-linecap:round}
.stream-map a{text-decoration:none}
.stream-map a:hover text{text-decoration:underline}`

/** The site's colours for files of their own: the same as in its tokens. */
const light = {
  ground: '#ffffff',
  surface: '#f4f8f9',
  line: '#d9e4e7',
  'line-strong': '#b3c6cc',
  ink: '#0c2129',
  text: '#29414a',
  muted: '#546b74',
  'flow-to-be': '#0f7490',
  'flow-as-is': '#c4851a',
}
const dark: Readonly<Record<keyof typeof light, string>> = {
  ground: '#0d171b',
  surface: '#132127',
  line: '#263b43',
  'line-strong': '#3b555f',
  ink: '#f1f7f8',
  text: '#cbd8dc',
  muted: '#9bb0b7',
  'flow-to-be': '#4aa9bd',
  'flow-as-is': '#cf9a45',
}
export const colours = { light, dark }

const variables = (theme: Readonly<Record<string, string>>): string =>
  Object.entries(theme)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** What a picture in a file of its own needs: its colours, light or dark as its reader likes. */
export const standaloneStyle = `:root{${variables(light)}}
@media (prefers-color-scheme:dark){:root{${variables(dark)}}}
${drawingStyle}`
