/** What takes less than this, in milliseconds, needs no lines in a log. */
const patience = 2_000
/** In a log, a stage that takes long says so often how far it is, in milliseconds. */
const logEvery = 30_000
/** A bar is drawn at most so often, in milliseconds. */
const drawEvery = 80

/** Where progress is told: a terminal or a log. */
export interface ProgressOutput {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/**
 * Says on stderr what is going on, how much of how much is done and about how long the rest takes: a bar where people look,
 * few lines where a log does.
 */
export class Progress {
  readonly #out: ProgressOutput
  readonly #now: () => number
  readonly #startedAt: number
  #doing = ''
  #of = 0
  /** When counting began, and where it stood then: what the time left is guessed from. */
  #counting = { at: 0, done: 0 }
  #toldAt = -Infinity

  /** @param now the time in milliseconds since some moment: the machine's clock may be set meanwhile. */
  constructor(out: ProgressOutput = process.stderr, now: () => number = () => performance.now()) {
    this.#out = out
    this.#now = now
    this.#startedAt = now()
  }

  /** So much of so much is done. Stages that count on together are one way to go: the time left is that of all. */
  show(doing: string, done: number, of: number): void {
    const now = this.#now()
    const isNew = doing !== this.#doing
    if (of !== this.#of || done < this.#counting.done) this.#counting = { at: now, done }
    this.#doing = doing
    this.#of = of
    if (this.#out.isTTY === true) this.#draw(done, now)
    else this.#log(done, now, isNew)
  }

  /** Clears the bar. */
  end(): void {
    if (this.#out.isTTY === true && this.#doing !== '') this.#out.write('\r\x1b[2K')
    this.#doing = ''
    this.#of = 0
  }

  #draw(done: number, now: number): void {
    if (done < this.#of && now - this.#toldAt < drawEvery) return
    this.#toldAt = now
    const part = this.#of === 0 ? 1 : done / this.#of
    const bar = '█'.repeat(Math.round(part * 24)).padEnd(24, '░')
    this.#out.write(`\r\x1b[2K${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${this.#text(done, now)}`)
  }

  #log(done: number, now: number, isNew: boolean): void {
    if (now - this.#startedAt <= patience) return
    if (isNew) this.#out.write(`${this.#doing} …\n`)
    else if (now - this.#toldAt >= logEvery) this.#out.write(`${this.#text(done, now)}\n`)
    else return
    this.#toldAt = now
  }

  #text(done: number, now: number): string {
    const left = this.#timeLeft(done, now)
    return `${this.#doing} ${count(done)} of ${count(this.#of)}${left === undefined ? '' : `, ${left} left`}`
  }

  /** Guessed from the pace so far; undefined while there is none to speak of. */
  #timeLeft(done: number, now: number): string | undefined {
    const { at, done: before } = this.#counting
    if (now - at < patience || done <= before || done >= this.#of) return undefined
    const seconds = Math.ceil(((now - at) * (this.#of - done)) / (done - before) / 1000)
    if (seconds < 60) return `${String(seconds)} s`
    const minutes = Math.ceil(seconds / 60)
    return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`
  }
}

const count = (number: number): string => number.toLocaleString('en')

/** A line on stderr: what was done, for people who watch. */
export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** An answer on stdout. */
export const answer = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

/** An answer on stdout, as data or as people read it. */
export const answerAs = (format: string, data: object, text: () => string): void => {
  answer(format === 'json' ? JSON.stringify(data, null, 2) : text())
}
