import { join } from 'node:path'
import { folderWith } from './catalogue-folder.ts'
import type { Files } from './catalogue-folder.ts'
import { findingsIn } from './findings-of.ts'

const shared: Files = {
  'own/tributary.config.yaml':
    'name: own\nextends: [../cmdb, ../portal]\nrules: {missing-owner: off, essential-without-alternative: off}\n',
  'cmdb/tributary.config.yaml': 'name: cmdb\nsystem: CMDB\n',
  'portal/tributary.config.yaml': 'name: portal\nsystem: Portal\n',
  'own/applications/db.yaml': 'name: Database\n',
  'own/applications/cache.yaml': 'name: Cache\n',
  'own/teams/one.yaml': 'name: One\n',
  'own/teams/two.yaml': 'name: Two\n',
}

/** Folder of a catalogue over the layers of two systems, `cmdb` and above it `portal`, with these files beside. */
export const catalogueOfTwoSystems = (files: Files): string => join(folderWith({ ...shared, ...files }), 'own')

/** The same with an application of which each says something, and the catalogue's own file perhaps too. */
export const shopOfTwoSystems = (cmdb: string, portal: string, own = ''): string =>
  catalogueOfTwoSystems({
    'cmdb/applications/shop.yaml': `name: Shop\nrecord: cmdb.csv:7\n${cmdb}`,
    'portal/applications/shop.yaml': `name: Shop\nrecord: component:default/shop\n${portal}`,
    ...(own === '' ? {} : { 'own/applications/shop.yaml': own }),
  })

/** What the rule finds that compares them. */
export const disagreementsIn = async (folder: string): Promise<string[]> =>
  (await findingsIn(folder)).filter((each) => each.includes('sources-disagree'))
