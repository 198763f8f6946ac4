import assert from 'node:assert/strict'

/** A part of the product that reads what anybody may write. */
export interface Target {
  /** Real inputs, to start from. */
  readonly seeds: readonly Uint8Array[]
  /** Words that the format is made of. */
  readonly words: readonly string[]
  /**
   * Gives an input to the product.
   * @throws where the product does anything but take it or refuse it with its place.
   */
  readonly attempt: (input: Uint8Array) => void | Promise<void>
  /** Ends what was started for it. */
  readonly close?: () => Promise<void>
}

/** Makes a target ready. Its files go into `folder`, which is empty and its own. */
export type OpenTarget = (folder: string) => Target | Promise<Target>

/**
 * Expects of an error that it refuses an input as people need it: of a class that is made for that, in words, and naming
 * the file. Everything else is thrown on: it is a defect of the product.
 */
export function expectRefusal(error: unknown, refusal: new (message: string) => Error, file: string): void {
  if (!(error instanceof refusal)) throw error
  assert.ok(error.message.includes(file), `"${error.message}" names no place`)
}

/** Texts as bytes. */
export const bytesOf = (...texts: readonly string[]): Uint8Array[] => texts.map((text) => Buffer.from(text))
