import { catalogue } from '../catalogue/read-catalogue.ts'
import { impactGraph } from '../impact/impact-graph.ts'
import { writeImpactFile } from '../impact/write-impact-file.ts'
import { dataFile } from '../machines/data-file.ts'

/** The whole graph as the explorer works impact out from it. */
export const GET = async (): Promise<Response> => {
  const all = await catalogue()
  return dataFile('impact.json', writeImpactFile(impactGraph(all), all))
}
