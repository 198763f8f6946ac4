import type { AstroInlineConfig } from 'astro'

type Plugin = Exclude<NonNullable<NonNullable<AstroInlineConfig['vite']>['plugins']>[number], false | null | undefined>

/** The hook of Astro's own plugin that loads a component's styles and scripts. */
interface Loader {
  handler: (this: unknown, id: string, ...rest: unknown[]) => unknown
}

/**
 * Lets components lie outside of Astro's root. Astro takes the path of a component that shares no folder with the root
 * (`/usr/lib/…` and `/home/…`) for one that is relative to the root, and then misses its styles. Vite's own prefix for
 * absolute paths tells it otherwise. Needed as long as Astro's root is a temporary folder, so that nothing is ever written
 * into the package, which may be installed read-only.
 */
export function outsideRoot(): Plugin {
  return {
    name: 'tributary:outside-root',
    configResolved({ plugins }) {
      for (const plugin of plugins) {
        const load = plugin.load as Loader | undefined
        if (plugin.name !== 'astro:build' || typeof load?.handler !== 'function') continue
        const { handler } = load
        load.handler = function (id, ...rest) {
          const absolute = id.startsWith('/') && !id.startsWith('/@fs')
          return handler.call(this, absolute ? `/@fs${id}` : id, ...rest)
        }
      }
    },
  }
}
