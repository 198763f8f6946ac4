/**
 * On phones rows are shown as cards, for which some browsers forget that they were a table: the roles say so. Only what a
 * table is without them gets them.
 */
const roles: Readonly<Record<string, string>> = {
  TABLE: 'table',
  THEAD: 'rowgroup',
  TBODY: 'rowgroup',
  TR: 'row',
  TD: 'cell',
}

for (const element of document.querySelectorAll('.table :is(table, thead, tbody, tr, th, td):not([role])')) {
  element.role = roles[element.tagName] ?? (element.closest('thead') === null ? 'rowheader' : 'columnheader')
}
