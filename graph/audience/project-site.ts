import { isPage } from '../catalogue/audience.ts'
import type { Audience } from '../catalogue/audience.ts'
import type { SiteConfig, SiteFile } from '../catalogue/layer.ts'
import type { Mentions } from './mentions.ts'

/**
 * The site's settings for an audience: how it looks, with the pages and sections that are named and mention nothing that
 * isn't published; where files are edited only where it is told of files.
 */
export function projectSite(
  { files, edit, ...site }: SiteConfig,
  { pages, sources }: Pick<Audience, 'pages' | 'sources'>,
  mentions: Mentions,
): SiteConfig {
  return {
    ...site,
    ...(edit === undefined || !sources ? {} : { edit }),
    ...(files === undefined
      ? {}
      : {
          files: files.filter(
            (file) => !isPage(file.path) || (pages.includes(file.path) && mentionedIn(file, mentions) === undefined),
          ),
        }),
  }
}

/** The id of an item that a page mentions, in its address, its head or its text. */
export const mentionedIn = (
  { path, title = '', summary = '', content }: SiteFile,
  mentions: Mentions,
): string | undefined => mentions.in([path.slice(path.indexOf('/') + 1), title, summary, content])
