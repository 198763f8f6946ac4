import type { Catalogue } from '../../catalogue/catalogue.ts'
import { impactGraph } from '../../impact/impact-graph.ts'
import type { Page, Section } from '../section.ts'
import { messages } from '../../messages/messages.ts'
import { organisationPoints } from './single-points-part.ts'

/** The explorer's page; its answers come from the browser. */
export const explorerPage = ({ about }: Catalogue): Page => ({
  title: messages.navigation.impactExplorer,
  description: messages.impact.explorerDescription(about.title),
  lead: messages.impact.explorerLead,
  folder: 'impact',
  sections: [],
})

/** Below it: what hangs on single items, for all value streams and services together. */
export const organisationSections = (catalogue: Catalogue): Section[] =>
  organisationPoints(catalogue, impactGraph(catalogue))
