/** Text of a log for a terminal: without control characters, which could do more than be shown. Line breaks stay. */
export const shown = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ')
