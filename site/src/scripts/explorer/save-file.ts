/** Hands a text to the reader as a file. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // The browser may still be reading it when the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
