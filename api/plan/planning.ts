import { getArgumentValues, getNamedType, isInputObjectType } from 'graphql'
import type { FieldNode, GraphQLNamedType, SelectionSetNode } from 'graphql'
import type { ApiContext } from '../context.ts'
import { checkFilter } from './check-filter.ts'
import { conditionFrom } from './condition-from.ts'
import { meaningOf } from './meaning.ts'
import type { FieldMeaning, OwnMeaning, PageMeaning } from './meaning.ts'
import { orderFrom } from './order-argument.ts'
import type { OrderArgument } from './order-argument.ts'
import { listDraft, nodeDraft } from './draft.ts'
import type { ListDraft, NodeDraft } from './draft.ts'
import { pageSize } from './page-size.ts'
import { pageSlice } from './page-slice.ts'
import { readKey } from './read-key.ts'
import { selectedFields } from './selected-fields.ts'
import type { Request, SelectedField } from './selected-fields.ts'
import { storedAs, storedOnEdgeAs } from './stored-as.ts'

/** Turns what a request selects into reads of the graph. One for each root field of a request. */
export class Planning {
  readonly #context: ApiContext
  readonly #request: Request
  readonly #mostItems: number

  /** @param mostItems how many items a page may have. */
  constructor(context: ApiContext, request: Request, mostItems: number = pageSize.most) {
    this.#context = context
    this.#request = request
    this.#mostItems = mostItems
  }

  /** Adds to a read of items what a selection on a type asks of them. */
  items(into: NodeDraft, selection: SelectionSetNode | undefined, type: GraphQLNamedType): void {
    for (const selected of selectedFields(selection, type, this.#request)) this.#field(into, selected)
  }

  /** A read of the page that a field asks for, with its arguments and selections. */
  page(meaning: PageMeaning, { node, field }: SelectedField): ListDraft {
    const page = this.#emptyPage(meaning, field, node)
    this.#pageParts(page, meaning, { node, field })
    return page
  }

  #field(into: NodeDraft, selected: SelectedField): void {
    const { node, field } = selected
    const meaning: FieldMeaning | undefined = meaningOf(field)
    if (meaning === undefined) return
    switch (meaning.is) {
      case 'attribute':
        into.properties.set(meaning.property, storedAs(this.#context.model, meaning.property))
        return
      case 'item': {
        const key = this.#key(node, readKey(meaning.hop))
        const one = into.ones.get(key) ?? { hop: meaning.hop, node: nodeDraft(meaning.kinds) }
        into.ones.set(key, one)
        this.items(one.node, node.selectionSet, getNamedType(field.type))
        return
      }
      case 'page': {
        if (meaning.hop === undefined) return
        const key = this.#key(node, readKey(meaning.hop, this.#arguments(field, node)))
        const page = into.pages.get(key) ?? { ...this.#emptyPage(meaning, field, node), hop: meaning.hop }
        into.pages.set(key, page)
        this.#pageParts(page, meaning, selected)
        return
      }
      case 'constant':
      case 'passed':
        return
      case 'own':
        this.#own(into, meaning)
        return
    }
  }

  #own(into: NodeDraft, { type: name, selection }: OwnMeaning): void {
    const type = this.#request.schema.getType(name)
    const request = { schema: this.#request.schema, fragments: {}, variableValues: {} }
    if (type !== undefined) new Planning(this.#context, request, pageSize.own).items(into, selection, type)
  }

  #key(node: FieldNode, key: string): string {
    this.#context.keys.set(node, key)
    return key
  }

  #arguments(field: SelectedField['field'], node: FieldNode): Record<string, unknown> {
    return getArgumentValues(field, node, this.#request.variableValues)
  }

  #emptyPage({ hop, kinds, order: usual }: PageMeaning, field: SelectedField['field'], node: FieldNode): ListDraft {
    const given = this.#arguments(field, node)
    const orderBy = given['orderBy'] as OrderArgument | null | undefined
    const order = orderBy == null ? { by: usual, descending: false } : orderFrom(orderBy)
    const filterType = field.args.find((each) => each.name === 'filter')?.type
    const filter =
      given['filter'] != null && isInputObjectType(filterType)
        ? conditionFrom(filterType, given['filter'] as Record<string, unknown>, this.#context.former)
        : undefined
    if (filter !== undefined) checkFilter(filter, hop === undefined, node)
    const slice = pageSlice(given, order, hop?.over === 'any', node, this.#mostItems)
    return listDraft({ filter, order, slice }, kinds)
  }

  #pageParts(page: ListDraft, meaning: PageMeaning, { node, field }: SelectedField): void {
    for (const part of selectedFields(node.selectionSet, getNamedType(field.type), this.#request)) {
      const { selectionSet } = part.node
      const type = getNamedType(part.field.type)
      switch (part.field.name) {
        case 'nodes':
          page.wants.nodes = true
          this.items(page.node, selectionSet, type)
          break
        case 'edges':
          page.wants.edges = true
          for (const each of selectedFields(selectionSet, type, this.#request)) this.#edgePart(page, meaning, each)
          break
        case 'totalCount':
          page.wants.total = true
          break
        case 'pageInfo': {
          page.wants.more = true
          const parts = selectedFields(selectionSet, type, this.#request).map((each) => each.field.name)
          if (parts.includes('startCursor') || parts.includes('endCursor')) page.wants.cursors = true
          break
        }
      }
    }
  }

  #edgePart(page: ListDraft, { edge, passed }: PageMeaning, { node, field }: SelectedField): void {
    const meaning = meaningOf(field)
    if (field.name === 'cursor') page.wants.cursors = true
    else if (field.name === 'node') this.items(page.node, node.selectionSet, getNamedType(field.type))
    else if (meaning?.is === 'attribute') {
      page.edge.properties.set(meaning.property, storedOnEdgeAs(edge, meaning.property))
    } else if (meaning?.is === 'passed' && passed !== undefined) {
      page.edge.passed ??= { field: passed.field, order: passed.order, node: nodeDraft(passed.kinds) }
      this.items(page.edge.passed.node, node.selectionSet, getNamedType(field.type))
    }
  }
}
