/** A picture as data: laid out, ready to be drawn. Units are SVG's, one to a pixel at full size. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** Colour: what happens, or what should happen. */
  readonly tone: 'as-is' | 'to-be'
  readonly lanes: readonly Lane[]
  readonly dots: readonly Dot[]
  readonly ways: readonly Line[]
}

/** One of the six activities, as a band across the picture. */
export interface Lane {
  readonly y: number
  readonly height: number
  readonly name: string
  readonly href: string | undefined
  /** No step of this stream visits it. */
  readonly empty: boolean
}

/** A step, on the lane of its activity. */
export interface Dot {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly number: number
  readonly name: string
  readonly href: string
  readonly optional: boolean
  /** Lines of its name, where there is room for them. */
  readonly words: readonly string[]
}

/** The flow from one step to another. */
export interface Line {
  /** An SVG path. */
  readonly d: string
  readonly kind: 'main' | 'branch' | 'rework'
  /** It has room for an arrow head. */
  readonly arrow: boolean
}
