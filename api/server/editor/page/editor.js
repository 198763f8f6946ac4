/* global document, location, URLSearchParams */
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { GraphiQL } from 'graphiql'
import { TabFocus } from 'monaco-editor/esm/vs/editor/browser/config/tabFocus.js'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

/** Stands in an empty editor: a question that any catalogue can answer. */
const firstQuestion = `# Ctrl+Enter asks the question,
# Ctrl+Space completes a word,
# the book at the left explains
# every kind, field and relation.
{
  valueStreams(first: 5) {
    totalCount
    nodes {
      id
      name
      practices(first: 5) {
        edges {
          node { name }
          steps { name }
        }
      }
    }
  }
}
`

// Tab leads on, as everywhere on the page: who has no mouse gets out of the editor. Ctrl+M changes that.
TabFocus.setTabFocusMode(true)

const asked = new URLSearchParams(location.search)
const query = asked.get('query')
const variables = asked.get('variables')

createRoot(document.getElementById('editor')).render(
  createElement(
    GraphiQL,
    {
      fetcher: createGraphiQLFetcher({ url: new URL('../graphql', location.href).href, fetch: globalThis.fetch }),
      defaultQuery: firstQuestion,
      // Where there is access control: {"Authorization": "Bearer …"}. It is gone when the page is.
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
      ...(query === null ? {} : { initialQuery: query }),
      ...(variables === null ? {} : { initialVariables: variables }),
    },
    createElement(GraphiQL.Logo, null, createElement('a', { className: 'tributary', href: '../' }, 'Tributary')),
  ),
)
