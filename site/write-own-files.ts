import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { OwnFile } from './src/own/own-files.ts'

/** Writes the files that an organisation brings for its site below a folder, so that the build can bundle and copy them. */
export async function writeOwnFiles(files: readonly OwnFile[], folder: string): Promise<void> {
  for (const { path, content, base64 } of files) {
    const to = join(folder, path)
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, base64 === true ? Buffer.from(content, 'base64') : content)
  }
}
