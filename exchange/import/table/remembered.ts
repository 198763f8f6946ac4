/** So many texts are kept: a register's columns repeat fewer. */
const most = 100_000

/** A function of text that keeps what it answered: registers say the same names again and again. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined || answers.has(text)) return known as T
    if (answers.size >= most) answers.clear()
    const answer = work(text)
    answers.set(text, answer)
    return answer
  }
}
