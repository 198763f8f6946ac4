const yes = /^(y|yes|true|t|1|x|✓|✔|☑|ja|oui|si|sí|sim|on)$/i
const no = /^(n|no|false|f|0|✗|✘|☐|nein|non|não|nee|nej|off)$/i

/** Yes or no, as registers write it; undefined for anything else. */
export const readTruth = (text: string): boolean | undefined =>
  yes.test(text) ? true : no.test(text) ? false : undefined
