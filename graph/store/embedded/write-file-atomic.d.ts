/** The part of write-file-atomic that the product uses; the package brings no types. */
declare module 'write-file-atomic' {
  /** Writes a file beside `path`, syncs it to disk and renames it over `path`. */
  export default function writeFileAtomic(path: string, text: string): Promise<void>
}
