import type { RequestHandler } from 'express'

const question = `{
  valueStream(id: "resolve-user-incident") {
    name
    practices {
      edges { node { name owner { name } } steps { name } }
    }
  }
}`

/** People who open the API in a browser get a page to ask it a question; programs never see it. */
export const landingPage: RequestHandler = (request, response, next) => {
  const isPerson =
    request.method === 'GET' && request.query['query'] === undefined && request.accepts(['json', 'html']) === 'html'
  if (isPerson) response.type('html').send(page)
  else next()
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Ask the API</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
  textarea, pre { box-sizing: border-box; width: 100%; font: 14px/1.5 ui-monospace, monospace; padding: .75rem }
  textarea { height: 16rem } pre { overflow: auto; border: 1px solid GrayText }
</style>
<h1>Ask the API</h1>
<p>Write a GraphQL question. The whole schema comes by introspection; Ctrl+Enter asks.</p>
<form>
  <label for="q">Question</label>
  <textarea id="q" spellcheck="false">${question}</textarea>
  <p><button>Ask</button></p>
</form>
<h2>Answer</h2>
<pre id="a" tabindex="0" aria-live="polite">Nothing asked yet.</pre>
<script>
  const [form, q, a] = ['form', '#q', '#a'].map((each) => document.querySelector(each))
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const response = await fetch(location.pathname, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: q.value }),
    })
    a.textContent = JSON.stringify(await response.json(), null, 2)
  })
  q.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) form.requestSubmit() })
</script>
</html>
`
