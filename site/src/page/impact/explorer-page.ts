import type { Catalogue } from '../../catalogue/catalogue.ts'
import { impactGraph } from '../../impact/impact-graph.ts'
import type { Page, Section } from '../section.ts'
import { organisationPoints } from './single-points-part.ts'

/** The explorer's page; its answers come from the browser. */
export const explorerPage = ({ about }: Catalogue): Page => ({
  title: 'Impact explorer',
  description: `What fails with what in ${about.title}, what a change reaches, and what anything needs.`,
  lead: 'Say what fails, degrades or changes, one item or several at once, and see at once what else does, how badly, and why.',
  folder: 'impact',
  sections: [],
})

/** Below it: what hangs on single items, for all value streams and services together. */
export const organisationSections = (catalogue: Catalogue): Section[] =>
  organisationPoints(catalogue, impactGraph(catalogue))
