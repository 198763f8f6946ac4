import type { AstroIntegration } from 'astro'

const adapter = {
  name: 'tributary:bundle-folder',
  entrypointResolution: 'auto',
  supportedAstroFeatures: { staticOutput: 'stable', sharpImageService: 'stable' },
  adapterFeatures: { buildOutput: 'static', preserveBuildServerDir: true },
} as const

/**
 * Keeps the bundle that renders the pages in `build.server`, which lies in the build's own folder. Without it Astro puts the
 * bundle into the folder that the process happens to run in, where it may not be allowed to write, and where two builds
 * would take each other's. Pages stay static: this "adapter" adapts nothing.
 */
export const bundleFolder = (): AstroIntegration => ({
  name: 'tributary:bundle-folder',
  hooks: {
    'astro:config:done': ({ setAdapter }) => {
      setAdapter(adapter)
    },
  },
})
