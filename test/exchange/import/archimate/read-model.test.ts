import { describe, expect, it } from 'vitest'
import { mostBytes } from '../../../../exchange/import/archimate/decode-xml.ts'
import { fieldsOf, importXml, leftOutOf, modelXml } from './model-file.ts'

const small = modelXml({ elements: { a: ['BusinessActor', 'Ännes Team'] } })
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const refusal = (xml: string | Uint8Array): string => {
  try {
    importXml(xml)
  } catch (error) {
    return String(error)
  }
  return 'no error'
}

describe('an exchange file', () => {
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${small}`)],
    ['UTF-8 that says so', Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${small}`)],
    ['UTF-16 with its mark', utf16(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${small}`)],
    ['UTF-16 without', utf16(small)],
    ['UTF-16, big-endian', utf16(`\uFEFF${small}`).swap16()],
  ])('may be in %s', (_, bytes) => {
    expect(Object.keys(fieldsOf(importXml(bytes)))).toStrictEqual(['team/annes-team'])
  })

  it.each([
    [
      'another encoding',
      `<?xml version="1.0" encoding="ISO-8859-1"?>${small}`,
      'model.xml:1 is in ISO-8859-1. Save it as UTF-8: UTF-8 and UTF-16 are read.',
    ],
    [
      'bytes that are none of it',
      Buffer.from(small, 'latin1').fill(0xff, 40, 42),
      "model.xml isn't UTF-8 throughout. Save it as UTF-8.",
    ],
    [
      'a DOCTYPE',
      `<!DOCTYPE model [<!ENTITY x "y">]>\n${small}`,
      'model.xml:1 has a DOCTYPE, which is never read. Take it out: exchange files have none.',
    ],
    [
      'an entity',
      small.replace('Änne', '&x;'),
      'model.xml:3 is no well-formed XML: undefined entity. Export the model again, or open it in an editor that checks XML.',
    ],
    [
      'an end that is missing',
      small.replace('</elements>', ''),
      'model.xml:6 is no well-formed XML: unexpected close tag. Export the model again, or open it in an editor that checks XML.',
    ],
    [
      'nothing in it',
      '',
      'model.xml:1 is no well-formed XML: document must contain a root element. Export the model again, or open it in an editor that checks XML.',
    ],
    ['too many levels', '<a>'.repeat(300), 'model.xml:1 is nested deeper than 200 levels.'],
    [
      'another root',
      '<html/>',
      "model.xml:1 begins with <html>: no ArchiMate model. Export it in the Open Group's exchange format (its <model> is in http://www.opengroup.org/xsd/archimate/3.0/).",
    ],
    [
      'Archi’s own format',
      '<archimate:model xmlns:archimate="http://www.archimatetool.com/archimate" name="x"/>',
      "model.xml:1 is a model in Archi's own format. Open it in Archi and choose File > Export > Open Exchange XML Model.",
    ],
    [
      'ArchiMate 2',
      '<model xmlns="http://www.opengroup.org/xsd/archimate"/>',
      'model.xml:1 is of ArchiMate 2 (http://www.opengroup.org/xsd/archimate). Export it as ArchiMate 3: a 3.x tool reads and converts it.',
    ],
  ])('with %s is refused, with what to do', (_, xml, message) => {
    expect(refusal(xml)).toBe(`Error: ${message}`)
  })

  it('of more than 100 MB is refused before it is read', () => {
    expect(refusal(new Uint8Array(mostBytes + 1))).toBe(
      'Error: model.xml has 101 MB. At most 100 MB are read: export fewer views.',
    )
  })

  it('has its concepts told that can’t be told apart or have no type', () => {
    const xml = modelXml({ elements: { a: ['BusinessActor', 'A'], b: ['archimate:BusinessRole', 'B'] } })
      .replace('<relationships>', '')
      .replace(
        '</elements>',
        '<element identifier="a" xsi:type="BusinessActor"><name>Twice</name></element>\n<element identifier="c"><name>C</name></element><element xsi:type="BusinessActor"/></elements>',
      )
    const all = importXml(xml)
    expect(all.records).toBe(5)
    expect(Object.keys(fieldsOf(all))).toStrictEqual(['role/b', 'team/a'])
    expect(leftOutOf(all)).toStrictEqual([
      'model.xml:5 a: Twice: Its identifier is that of something further up in the file.',
      'model.xml:6 c: C: It has no xsi:type.',
      'model.xml:6 without identifier: <element>: It has no identifier.',
    ])
  })

  it('has what it says of itself told, which no item has', () => {
    const xml = modelXml({ properties: { p: '', q: 'Release' } }).replace(
      '<name>Test</name>',
      '<name>Test</name><documentation>All of it.</documentation><properties><property propertyDefinitionRef="p"><value>1</value></property><property propertyDefinitionRef="q"><value>2</value></property></properties>',
    )
    const reason = 'It is said of the model as a whole, which is no item.'
    expect(leftOutOf(importXml(xml))).toStrictEqual([
      `model.xml:1 id-model documentation: All of it.: ${reason}`,
      `model.xml:1 id-model p: 1: ${reason}`,
      `model.xml:1 id-model Release: 2: ${reason}`,
    ])
  })

  it('may be of the format’s first draft, and have names with line breaks', () => {
    const xml = modelXml({
      elements: { a: ['ApplicationComponent', 'Two\n   lines'], d: ['DataObject', 'D'] },
      relationships: { r: ['Access', 'a', 'd', 'accessDirection="Write"'] },
    })
    expect(fieldsOf(importXml(xml))).toMatchObject({
      'application/two-lines': { name: 'Two lines', holds: ['information/d'] },
    })
  })
})
