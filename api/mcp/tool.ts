import type { GraphQLSchema } from 'graphql'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { z } from 'zod'
import { answerText } from './answer-text.ts'
import type { Asking } from './asking.ts'
import { outputSchema } from './output-schema.ts'

/** What a tool answers: the API's data, and a sentence or two that say what it comes to. */
export interface ToolAnswer {
  readonly data: Readonly<Record<string, unknown>>
  readonly lead: string
}

/** A question of the API as a tool. */
export interface Tool<Input extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: string
  readonly title: string
  /** What it answers, and when to use it. */
  readonly description: string
  readonly input: Input
  /** The document whose data it answers: the shape of the answer follows from it. None: the shape differs. */
  readonly document?: { toString(): string }
  /** @throws Refused where the question can't be answered as it was asked. */
  readonly answer: (api: Asking, said: z.output<z.ZodObject<Input>>) => Promise<ToolAnswer>
}

/** Registers a tool under its own input type. */
export type Register = (server: McpServer, api: Asking, schema: GraphQLSchema) => void

/** Makes a tool ready to be registered. Everything here only reads, and asks nobody else. */
export const tool =
  <Input extends z.ZodRawShape>({ name, title, description, input, document, answer }: Tool<Input>): Register =>
  (server, api, schema) => {
    const answered = async (said: unknown) => {
      const { data, lead } = await answer(api, said as z.output<z.ZodObject<Input>>)
      return { content: [{ type: 'text' as const, text: answerText(lead, data) }], structuredContent: { ...data } }
    }
    const config = {
      title,
      description,
      inputSchema: input as z.ZodRawShape,
      annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      ...(document === undefined ? {} : { outputSchema: outputSchema(schema, document.toString()) }),
    }
    server.registerTool(name, config, answered)
  }
