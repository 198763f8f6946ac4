const endOfDirectory = 0x06054b50
const entryOfDirectory = 0x02014b50

/** What a zip archive says that it unpacks to, in bytes. What is no archive unpacks to nothing. */
export function unpackedSize(bytes: Buffer): number {
  const end = endAt(bytes)
  if (end === undefined) return 0
  let at = bytes.readUInt32LE(end + 16)
  let size = 0
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === entryOfDirectory) {
    size += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return size
}

/** Where the archive's directory ends: at the file's end, before a comment of at most 64 KB. */
function endAt(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === endOfDirectory) return at
  }
  return undefined
}
