import type { Line } from './stream-block.ts'

/** A sentence with things in it, where its text says so: "go back from {0} to {1}". */
export const lineOf = (text: string, ...parts: readonly Line[number][]): Line =>
  text.split(/(\{\d\})/).flatMap((each): Line => {
    const place = /^\{(\d)\}$/.exec(each)?.[1]
    const part = place === undefined ? each : parts[Number(place)]
    return part === undefined || part === '' ? [] : [part]
  })
