/** What every page has: the search box, the choice of a theme, the menu and the list of what is on the page. */
import './folder-links.ts'
import './menu.ts'
import './on-this-page.ts'
import './search-box.ts'
import './table-roles.ts'
import './theme.ts'
