import { SaxesParser } from 'saxes'
import { ImportError } from '../imported.ts'

/** An element of an XML document. */
export interface XmlNode {
  /** Name without prefix. */
  readonly name: string
  /** Namespace; empty for none. */
  readonly uri: string
  /** Values by local name; of attributes in a namespace only those of XML Schema instances and of XML itself. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** The text directly in it. */
  readonly text: string
  /** Where its start tag ends, from 1. */
  readonly line: number
}

interface Open extends XmlNode {
  readonly children: XmlNode[]
  text: string
}

/** More levels than any tool writes: views nest, but not so deep. */
const mostLevels = 200

const namespaces = new Set(['', 'http://www.w3.org/2001/XMLSchema-instance', 'http://www.w3.org/XML/1998/namespace'])

/**
 * Reads an XML document as a tree. Nothing outside of it is ever read: there are no entities but XML's own five, and a
 * document with a DOCTYPE is refused.
 * @param file its name, for messages.
 * @throws ImportError with the line for what isn't well-formed.
 */
export function readXml(text: string, file: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true, fileName: file })
  const open: Open[] = []
  let root: XmlNode | undefined
  const refuse = (why: string): never => {
    throw new ImportError(`${file}:${parser.line} ${why}`)
  }
  parser.on('error', (error) => {
    const what = error.message.replace(/^.*?\d+:\d+: /, '')
    refuse(`is no well-formed XML: ${what} Export the model again, or open it in an editor that checks XML.`)
  })
  parser.on('doctype', () => refuse('has a DOCTYPE, which is never read. Take it out: exchange files have none.'))
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length >= mostLevels) refuse(`is nested deeper than ${mostLevels} levels.`)
    const known = Object.values(attributes).filter((each) => namespaces.has(each.uri))
    const node: Open = {
      name: local,
      uri,
      attributes: new Map(known.map((each) => [each.local, each.value])),
      children: [],
      text: '',
      line: parser.line,
    }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  const add = (more: string): void => {
    const within = open.at(-1)
    if (within !== undefined) within.text += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => open.pop())
  parser.write(text).close()
  return root ?? refuse('holds no element.')
}
