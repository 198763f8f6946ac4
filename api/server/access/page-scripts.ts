import { createHash } from 'node:crypto'

/**
 * The scripts that pages of a built site hold themselves, and all of them: a page runs no other that isn't a file of the site
 * (`sitePolicy`). They are the same on every page.
 */
export const pageScripts = {
  /** A theme that was chosen is there before anything is drawn; without one, colours follow the system by themselves. */
  theme: `try{document.documentElement.dataset.theme=localStorage['tributary-theme']||''}catch{}`,
  /** Leads on to the page that its element's `data-to` names, and keeps what follows the address. Folders show theirs on servers only. */
  leadOn: `location.replace(document.currentScript.dataset.to+(location.protocol==='file:'?'index.html':'')+location.search+location.hash)`,
}

/** What `script-src` of a Content Security Policy takes for them. */
export const pageScriptHashes = Object.values(pageScripts).map(
  (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
)
