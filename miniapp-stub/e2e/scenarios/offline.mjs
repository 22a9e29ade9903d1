import { agree, photo } from '../people.mjs'
import { anyDoor } from '../street.mjs'

const WORDS = '地下车库第三个灯不亮，积水有一指深。'

/** The network goes while a request is written: it stays on the phone with its photo, over a restart too, and becomes one request. */
export async function play(world, open) {
  const door = anyDoor()
  const resident = await open('resident', { place: door.place })
  const { page, context } = resident
  const requests = async () => (await resident.ask('/api/resident/requests')).items

  await world.step('the resident begins a request with a photo', async () => {
    await agree(resident)
    await page.locator('html[data-whole=true]').waitFor({ state: 'attached' })
    await resident.whileTemplatesCome('SUBMIT_REQUEST', () => resident.tap('report'))
    await resident.choosePhoto('add-photo', await photo(resident, '车库'))
    await resident.tap('here')
    await resident.write('words', WORDS)
  })
  await world.step('the network goes; the request waits on the phone and the page says so', async () => {
    await cut(resident)
    await resident.tapThrough('send', '[data-test="sent-title"]:visible')
    world.check((await kept(resident)).photos === 1, 'its photo is in the phone’s own store')
  })
  await world.step('the phone is switched off and on while the server cannot be reached: it is still there, photo and all', async () => {
    await context.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await context.setOffline(false)
    await page.reload()
    await resident.start()
    await resident.tab(1)
    await resident.tap('waiting-draft')
    await page.locator('.shot:visible').first().waitFor()
    const { drafts, photos } = await kept(resident)
    world.check(drafts[0].words === WORDS && drafts[0].state === 'WAITING' && photos === 1, 'words, photo and its key are kept')
  })
  await world.step('the network is back: it is sent by itself', async () => {
    await cut(resident)
    await context.unroute('**/api/**')
    await context.setOffline(false)
    await page.waitForFunction(() => !Object.entries(localStorage).some(([name, value]) => name.endsWith('.drafts') && value.includes('WAITING')))
    const sent = await requests()
    world.check(sent.length === 1 && sent[0].description === WORDS, 'it is one request on the server')
    const detail = await resident.ask(`/api/resident/requests/${sent[0].id}`)
    world.check(detail.photos.length === 1, 'with its photo')
  })
  await world.step('network and phone go and come once more: nothing is sent twice', async () => {
    await cut(resident)
    await context.setOffline(false)
    await resident.start()
    await page.reload()
    await resident.tab(1)
    await resident.see('request-card')
    world.check((await requests()).length === 1, 'still one request')
    world.check((await kept(resident)).photos === 0, 'the phone keeps no photo of it')
  })
}

/** The network goes, and the page on top says so. */
async function cut(phone) {
  await phone.context.setOffline(true)
  await phone.page.locator('.notice.warn[role=status]:visible').first().waitFor()
}

function kept(phone) {
  return phone.page.evaluate(async () => {
    const name = Object.keys(localStorage).find((one) => one.endsWith('.drafts'))
    const drafts = JSON.parse(localStorage.getItem(name) ?? '[]')
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open('gridbell')
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const photos = await new Promise((resolve, reject) => {
      const counting = database.transaction('photos').objectStore('photos').count()
      counting.onsuccess = () => resolve(counting.result)
      counting.onerror = () => reject(counting.error)
    })
    database.close()
    return { drafts, photos }
  })
}
