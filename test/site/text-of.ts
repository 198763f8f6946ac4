const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#34': '"', '#39': "'" }

/** What a page says, without its markup: words one space apart. */
export const textOf = (html: string): string =>
  plain(
    html
      .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole),
  )

/** Words one space apart, whatever sort of space it was. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
