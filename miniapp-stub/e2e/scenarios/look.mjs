import { agree } from '../people.mjs'
import { anyDoor } from '../street.mjs'

const CHINESE = /[\u4e00-\u9fff]/

/** Large letters, and English as the second language. */
export async function play(world, open) {
  const phone = await open('resident', { place: anyDoor().place })
  const sizes = {}

  await world.step('letters of the usual size', async () => {
    await agree(phone)
    sizes.head = await phone.letters('.doing .t-head')
    sizes.small = await phone.letters('.doing .t-small')
    await phone.tab(4)
    await phone.tap('/pages/mine/look')
    sizes.body = await phone.letters('.t-body')
  })
  await world.step('large letters are on at the tap, on this page and on others', async () => {
    await phone.seen('large').locator('.uni-switch-input').tap()
    await phone.page.locator('.screen.large:visible').waitFor()
    const body = await phone.letters('.t-body')
    world.check(body >= sizes.body * 1.3, `text ${sizes.body} px → ${body} px`)
    await phone.back()
    await phone.tab(0)
    const head = await phone.letters('.doing .t-head')
    const small = await phone.letters('.doing .t-small')
    world.check(head >= sizes.head * 1.3 && small >= sizes.small * 1.3, `home ${sizes.head} → ${head} px, ${sizes.small} → ${small} px`)
    for (const at of [0, 1, 2, 3, 4]) {
      await phone.tab(at)
      await phone.page.locator('.screen.large:visible').waitFor()
      world.check(await phone.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `tab ${at + 1} is no wider than the phone`)
    }
  })
  await world.step('the phone remembers', async () => {
    await phone.page.reload()
    await phone.page.locator('.screen.large:visible').waitFor()
  })
  await world.step('English: tabs and titles change at the tap', async () => {
    await phone.tab(4)
    await phone.tap('/pages/mine/look')
    await phone.tapWords('English')
    await phone.seeWords('Large letters')
    await phone.back()
    const tabs = await phone.page.locator('.uni-tabbar__label').allInnerTexts()
    world.check(tabs.length === 5 && !tabs.some((words) => CHINESE.test(words)), `tabs: ${tabs.join(', ')}`)
  })
  await world.step('a request in English, from the first tap to the receipt', async () => {
    await phone.tab(0)
    await phone.whileTemplatesCome('SUBMIT_REQUEST', () => phone.tap('report'))
    const asks = await phone.page.locator('.step:visible').allInnerTexts()
    world.check(asks.length === 3 && !asks.some((words) => CHINESE.test(words)), `three steps: ${asks.map((words) => words.replace(/\s+/g, ' ')).join(', ')}`)
    await phone.tap('send')
    const fault = await (await phone.see('fault')).innerText()
    world.check(!CHINESE.test(fault), `says what is missing: ${fault}`)
    await phone.tap('here')
    await phone.write('words', 'The street lamp at the gate has been dark for three days.')
    await phone.tapAndAllow('send')
    const title = await (await phone.see('sent-title')).innerText()
    world.check(!CHINESE.test(title), `receipt: ${title}`)
  })
}
