import { completable } from '@modelcontextprotocol/sdk/server/completable.js'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import type { Asking } from './asking.ts'
import { itemsLike } from './item-resource.ts'

/** A question that people ask again and again, about one item, and how to go about it. */
interface Question {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly argument: string
  readonly ask: (item: string) => string
}

const questions: readonly Question[] = [
  {
    name: 'what_fails',
    title: 'What fails if …?',
    description: 'What stops flowing if an item fails, who feels it, and what to do about it.',
    argument: 'What fails: an id, or words that find it.',
    ask: (item) =>
      `What fails if "${item}" fails? Find its id with the tool "search" unless it is one, then ask "impact". Say which value streams and services stop or suffer, how badly and why, who feels it, and which needs have cover. Name the file and line that each reason rests on. Then say which single change to the catalogue's organisation would help most.`,
  },
  {
    name: 'improve_stream',
    title: 'How could a value stream be improved?',
    description: 'Where a value stream loses time and quality, and what its six questions leave open.',
    argument: 'The value stream: an id, or words that find it.',
    ask: (item) =>
      `How could the value stream "${item}" be improved? Find its id with the tool "search" (kinds: value-stream) unless it is one, then ask "value_stream" and "single_points_of_failure" for it. Say where its time goes, which loops cost most, which of the six questions have gaps, and what rests on one resource alone. Propose at most three improvements, each with the figure that it would move. What isn't recorded is unknown, not zero.`,
  },
  {
    name: 'supplier_review',
    title: 'Review a supplier',
    description: 'What hangs on a supplier, which contracts end, and what its failure would mean.',
    argument: 'The supplier: an id, or words that find it.',
    ask: (item) =>
      `Prepare a review of the supplier "${item}". Find its id with the tool "search" (kinds: supplier) unless it is one; ask "get_item", "supplier_concentration", "ending_contracts" and "impact" for it. Say what it delivers and under which contracts, when these end and by when notice must be given, what hangs on it alone, and what would fail with it.`,
  },
]

/** Registers the questions as prompts, with ids offered while their argument is written. */
export function registerPrompts(server: McpServer, api: Asking): void {
  for (const { name, title, description, argument, ask } of questions) {
    const item = completable(z.string().min(1).max(300).describe(argument), (written) => itemsLike(api, written))
    server.registerPrompt(name, { title, description, argsSchema: { item } }, (said) => ({
      messages: [{ role: 'user' as const, content: { type: 'text' as const, text: ask(said.item) } }],
    }))
  }
}
