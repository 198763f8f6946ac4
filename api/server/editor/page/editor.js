/* global document, localStorage, location, URLSearchParams */
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

/**
 * What the editor remembers from visit to visit. Its history would hold the headers that a question was asked with, whatever
 * `shouldPersistHeaders` says (@graphiql/toolkit, storage/history): a token may stand there, so they are left out.
 */
const storage = {
  get length() {
    return localStorage.length
  },
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, isHistory(key) ? withoutHeaders(value) : value),
  removeItem: (key) => localStorage.removeItem(key),
  clear: () => localStorage.clear(),
}

function isHistory(key) {
  return key.endsWith(':queries') || key.endsWith(':favorites')
}

function withoutHeaders(json) {
  return JSON.stringify(JSON.parse(json), (key, value) => (key === 'headers' ? undefined : value))
}

createRoot(document.getElementById('editor')).render(
  createElement(
    GraphiQL,
    {
      fetcher: createGraphiQLFetcher({ url: new URL('../graphql', location.href).href, fetch: globalThis.fetch }),
      defaultQuery: firstQuestion,
      // Where there is access control: {"Authorization": "Bearer …"}. It is gone when the page is.
      storage,
      shouldPersistHeaders: false,
      showPersistHeadersSettings: false,
      ...(query === null ? {} : { initialQuery: query }),
      ...(variables === null ? {} : { initialVariables: variables }),
    },
    createElement(GraphiQL.Logo, null, createElement('a', { className: 'tributary', href: '../' }, 'Tributary')),
  ),
)
