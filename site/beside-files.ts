import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { BesidePages, Card } from './src/catalogue/build-input.ts'

/** So many files are written at a time. */
const atOnce = 64

/** Keeps what stands beside pages until they are all rendered: Astro empties the folder that it writes to when it likes. */
export class BesideFiles implements BesidePages {
  readonly changed = new Map<string, string>()
  readonly #files = new Map<string, string | Uint8Array>()
  readonly #stylesheets: readonly string[]
  #drawing: Promise<(card: Card) => Promise<Uint8Array>> | undefined

  /** @param stylesheets with the site's colours; later ones win. */
  constructor(stylesheets: readonly string[]) {
    this.#stylesheets = stylesheets
  }

  write(path: string, content: string | Uint8Array): void {
    this.#files.set(path, content)
  }

  /** What draws is loaded only where something is drawn: sites without an address need neither it nor the time. */
  async drawCard(card: Card): Promise<Uint8Array> {
    this.#drawing ??= import('./cards/draw-card.ts').then(({ cardDrawer }) => cardDrawer(this.#stylesheets))
    return (await this.#drawing)(card)
  }

  /** Writes all of it below a folder. */
  async writeTo(folder: string): Promise<void> {
    const files = [...this.#files]
    for (const path of new Set(files.map(([path]) => dirname(join(folder, path)))))
      await mkdir(path, { recursive: true })
    for (let start = 0; start < files.length; start += atOnce) {
      await Promise.all(
        files.slice(start, start + atOnce).map(async ([path, content]) => {
          await writeFile(join(folder, path), content)
        }),
      )
    }
  }
}
