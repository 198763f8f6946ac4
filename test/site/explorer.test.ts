import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { axe, phone, violations } from './opened-page.ts'
import { servedExample } from './served-example.ts'
import { startedBrowser } from './started-browser.ts'

const browser = await startedBrowser()

describe.skipIf(browser === undefined)('the impact explorer', () => {
  const example = servedExample(browser)
  const { open } = example

  it('answers by keyboard alone, and its address gives the same answer to somebody else', async () => {
    const { page, wrong, close } = await open('/impact/')
    const box = page.getByRole('combobox', { name: 'Of which items? One or several' })
    await box.focus()
    await page.keyboard.type('ticket')
    const list = page.getByRole('listbox', { name: 'Items' })
    await list.getByRole('option').first().waitFor()
    expect(await box.getAttribute('aria-expanded')).toBe('true')
    expect(await box.getAttribute('aria-activedescendant')).toBe('pick-list-0')
    await page.evaluate(axe)
    expect(await violations(page)).toStrictEqual([])
    await page.keyboard.press('ArrowDown')
    expect(await box.getAttribute('aria-activedescendant')).toBe('pick-list-1')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    expect(await box.getAttribute('aria-expanded')).toBe('false')
    const summary = page.locator('.answer-summary')
    expect(await summary.textContent()).toMatch(/^With Ticketing down: of \d+ value streams/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    const state = page.getByRole('combobox', { name: 'How Ticketing is' })
    expect(await state.and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    expect(await summary.textContent()).toMatch(/^With Ticketing degraded: /)
    expect(await state.and(page.locator(':focus')).count()).toBe(1)
    expect(new URL(page.url()).search).toBe('?item=application/ticketing:DEGRADED')
    const said = await page.locator('.answer').textContent()
    expect(said).toContain('Degraded')
    const other = await open(new URL(page.url()).pathname + new URL(page.url()).search)
    await other.page.locator('.answer table').waitFor()
    expect(await other.page.locator('.answer').textContent()).toBe(said)
    await other.close()
    await close()
    expect([...wrong, ...other.wrong]).toStrictEqual([])
  })

  it('goes back and forth with the browser', async () => {
    const { page, close } = await open('/impact/?item=application/ticketing:DOWN')
    const summary = page.locator('.answer-summary')
    await page.getByRole('radio', { name: 'What does it need?' }).check()
    expect(await summary.textContent()).toMatch(/^Ticketing needs \d+ items/)
    await page.getByRole('button', { name: 'Take out Ticketing' }).click()
    expect(await summary.textContent()).toBe('')
    await page.goBack()
    expect(await summary.textContent()).toMatch(/^Ticketing needs/)
    await page.goBack()
    expect(await summary.textContent()).toMatch(/^With Ticketing down/)
    expect(await page.getByRole('radio', { name: 'What fails with it?' }).isChecked()).toBe(true)
    await page.goForward()
    expect(await summary.textContent()).toMatch(/^Ticketing needs/)
    await close()
  })

  it('narrows, shows one kind, says why step by step, and hands the answer over as files', async () => {
    const { page, wrong, close } = await open('/impact/?item=application/ticketing:DOWN&most=2')
    const rows = page.locator('.answer tbody tr')
    await rows.first().waitFor()
    const near = await rows.count()
    await page.getByText('more are further away').waitFor()
    await page.getByRole('spinbutton').fill('')
    expect(await rows.count()).toBeGreaterThan(near)
    await page.getByRole('checkbox', { name: 'Step', exact: true }).uncheck()
    expect(page.url()).toContain('without=Step')
    await page.goto(`${example.served.address}/impact/?item=application/ticketing:DOWN&show=ValueStream`)
    await rows.first().waitFor()
    const why = rows.locator('details').first()
    await why.locator('summary').click()
    expect(await why.locator('li').last().textContent()).toMatch(/Ticketing\s*Application/)
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    const text = readFileSync(await csv.path(), 'utf8')
    expect(text.split('\r\n').length).toBeGreaterThan(await rows.count())
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as JSON' }).click(),
    ])
    expect(JSON.parse(readFileSync(await json.path(), 'utf8'))).toMatchObject({ complete: true })
    await close()
    expect(wrong).toStrictEqual([])
  })

  it('puts names right after their badges, also where a list says that there are more', async () => {
    const { page, close } = await open('/impact/?item=application/network-core:DOWN')
    await page.locator('.felt .sub').waitFor()
    const gaps = await page.locator('.felt li').evaluateAll((all) =>
      all.flatMap(({ children: [badge, name] }) => {
        return badge && name ? [name.getBoundingClientRect().left - badge.getBoundingClientRect().right] : []
      }),
    )
    expect(gaps.length).toBeGreaterThan(12)
    expect(Math.max(...gaps)).toBeLessThan(30)
    await close()
  })

  it('shows by keyboard alone the ways between two items, and its address gives the same ones', async () => {
    const { page, wrong, close } = await open('/impact/?item=application/ticketing:DOWN')
    const summary = page.locator('.answer-summary')
    await summary.getByText('With Ticketing down').waitFor()
    await page.getByRole('radio', { name: 'What fails with it?' }).focus()
    await page.keyboard.press('ArrowUp')
    expect(await page.getByRole('radio', { name: 'How are two items connected?' }).isChecked()).toBe(true)
    const [from, to] = [page.getByRole('combobox', { name: 'From' }), page.getByRole('combobox', { name: 'To' })]
    expect(await from.inputValue()).toBe('Ticketing')
    expect(await summary.textContent()).toBe('')
    await page.keyboard.press('Tab')
    expect(await from.and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await to.and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.type('service desk')
    await page.locator('#to-list').getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    const picked = await to.inputValue()
    expect(picked).toMatch(/service desk/i)
    expect(await summary.textContent()).toBe(`The 3 shortest ways from Ticketing to ${picked}.`)
    await page.keyboard.press('Tab')
    expect(await page.getByRole('spinbutton').and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    expect(await summary.textContent()).toBe(`The 2 shortest ways from Ticketing to ${picked}.`)
    const ways = page.locator('.way')
    expect(await ways.count()).toBe(2)
    expect(await ways.first().locator('p').textContent()).toMatch(/^Ticketing .+\.$/)
    await page.evaluate(axe)
    expect(await violations(page)).toStrictEqual([])
    const said = await page.locator('.answer').textContent()
    const { pathname, search } = new URL(page.url())
    expect(search).toMatch(/^\?ask=ways&from=application\/ticketing&to=[a-z/-]+&first=2$/)
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ])
    expect(readFileSync(await csv.path(), 'utf8')).toMatch(
      /^\ufeffWay,Relation,From,Id,How,To,Id,Type\r\n1,1,Ticketing,/,
    )
    const other = await open(pathname + search, { viewport: phone })
    await other.page.locator('.way').first().waitFor()
    expect(await other.page.locator('.answer').textContent()).toBe(said)
    await other.close()
    await page.getByRole('button', { name: 'Swap' }).click()
    expect(await summary.textContent()).toBe(`The 2 shortest ways from ${picked} to Ticketing.`)
    await page.goBack()
    expect(await summary.textContent()).toBe(`The 2 shortest ways from Ticketing to ${picked}.`)
    await close()
    expect([...wrong, ...other.wrong]).toStrictEqual([])
  })

  it('leads from an item’s page to the ways from it', async () => {
    const { page, close } = await open('/applications/ticketing/')
    await page.getByRole('link', { name: 'Ways from it to any other item' }).click()
    await page.waitForURL('**/impact/?ask=ways&from=application/ticketing')
    expect(await page.getByRole('combobox', { name: 'From' }).inputValue()).toBe('Ticketing')
    await close()
  })

  it('says what an address names that isn’t there', async () => {
    const { page, wrong, close } = await open('/impact/?item=application/gone:DOWN&item=team/service-desk')
    await page.getByText('There is no item application/gone in this catalogue.').waitFor()
    expect(await page.locator('.answer-summary').textContent()).toMatch(/^With /)
    await close()
    expect(wrong).toStrictEqual([])
  })

  it('says without scripts where to look, and lists what most hangs on', async () => {
    const { page, close } = await open('/impact/', { javaScriptEnabled: false, viewport: phone })
    await page.getByText('Asking needs scripts').waitFor()
    expect(await page.locator('impact-explorer form').isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: 'Single points of failure' }).isVisible()).toBe(true)
    await close()
  })
})
