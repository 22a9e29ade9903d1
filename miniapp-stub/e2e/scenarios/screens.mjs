import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agree, photo } from '../people.mjs'
import { call } from '../street.mjs'
import { book, confirm } from './story.mjs'

// Every page in both sizes of letters, as docs/screens shows them: with what the story of the first run leaves on its people's phones.

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'screens', 'mini-program')

export async function play(world, open) {
  world.scale = 1.25
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const persons = await world.step('the story is played', () => playStory(world))
  const of = (owner) => persons.find((one) => one.owner.startsWith(owner)).person

  const resident = await open('resident', { place: { latitude: 30.6418, longitude: 104.0665 } })
  await world.step('the privacy text', async () => {
    await resident.start(`?person=${of('居民')}`)
    await resident.see('agree')
    await shot(resident, 'welcome')
    await agree(resident, `?person=${of('居民')}`)
  })
  const member = await open('member', { place: { latitude: 30.6418, longitude: 104.0665 } })
  await world.step('a visit of today', async () => {
    await agree(member, `?person=${of('网格员')}`)
    await book(resident)
    await confirm(member)
  })
  await world.step('residents’ pages', () => residentsPages(resident))
  await world.step('grid members’ pages', () => staffPages(member))

  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jpg'))
  const bytes = files.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)
  writeFileSync(join(FOLDER, 'README.md'), index(files))
  world.check(bytes < 6 * 1024 * 1024, `${files.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${FOLDER}`)
}

async function playStory(world) {
  const { id } = await call(world.sandbox, 'POST', '/story/plays')
  for (;;) {
    const seen = await call(world.sandbox, 'GET', `/story/plays/${id}?after=999999`)
    if (seen.state === 'DONE') {
      return seen.phones
    }
    if (seen.state === 'FAILED') {
      throw new Error('the story failed')
    }
    await new Promise((again) => setTimeout(again, 500))
  }
}

async function residentsPages(phone) {
  const requests = (await phone.ask('/api/resident/requests')).items
  const visits = (await phone.ask('/api/resident/visits')).items
  const today = visits.find((one) => one.status === 'CONFIRMED')
  await page(phone, 'home', 'home/home')
  await page(phone, 'requests', 'requests/requests')
  await page(phone, 'request', `requests/request?id=${requests[0].id}`)
  await page(phone, 'request-answered', `requests/request?id=${requests.at(-1).id}`)
  await page(phone, 'request-rate', `requests/rate?id=${requests.at(-1).id}`)
  await page(phone, 'visits', 'visits/visits')
  await page(phone, 'visit-today', `visits/visit?id=${today.id}`)
  await page(phone, 'visit-book', 'visits/book', () => phone.tap('time', 1))
  await page(phone, 'visit-rate', `visits/rate?id=${today.id}`)
  await page(phone, 'inbox', 'inbox/inbox')
  await page(phone, 'mine', 'mine/mine')
  await page(phone, 'household', 'mine/household')
  await page(phone, 'look', 'mine/look')
  await page(phone, 'messages', 'mine/messages')
  await page(phone, 'disclosures', 'mine/disclosures')
  await page(phone, 'privacy', 'mine/privacy')
  await page(phone, 'report', 'report/report', async () => {
    await phone.choosePhoto('add-photo', await photo(phone, '路灯'))
    await phone.tap('here')
    await phone.write('words', '小区门口的路灯坏了三天，晚上看不清台阶。')
    await phone.tap('category')
  })
  await phone.tapThrough('send', '[data-test="sent-title"]:visible')
  await shot(phone, 'sent')
}

async function staffPages(phone) {
  const requests = (await phone.ask('/api/staff/requests?box=MINE')).items
  const visits = (await phone.ask('/api/staff/visits?status=CONFIRMED')).items
  const campaign = (await phone.ask('/api/staff/campaigns')).items.at(-1)
  const stop = (await phone.ask(`/api/staff/campaigns/${campaign.id}/turf`)).items.at(-1)
  await page(phone, 'staff-today', '/staff/pages/today/today')
  await page(phone, 'staff-requests', '/staff/pages/requests/requests?box=MINE')
  await page(phone, 'staff-request', `/staff/pages/request/request?id=${requests[0].id}`)
  await page(phone, 'staff-answer', `/staff/pages/answer/answer?id=${requests[0].id}`, () => phone.tap('closure-SOLVED'))
  await page(phone, 'staff-report', '/staff/pages/report/report')
  await page(phone, 'staff-campaigns', '/staff/pages/campaigns/campaigns')
  await page(phone, 'staff-turf', `/staff/pages/turf/turf?id=${campaign.id}`)
  await page(phone, 'staff-knock', `/staff/pages/knock/knock?campaign=${campaign.id}&household=${stop.householdId}`)
  await page(phone, 'staff-leave', '/staff/pages/leave/leave')
  await page(phone, 'staff-visit', `/staff/pages/visit/visit?id=${visits[0].id}`)
  await phone.context.setOffline(true)
  await phone.tap('by-place')
  await phone.tap('result-MET')
  await shot(phone, 'staff-visit-stairwell')
  await page(phone, 'staff-outbox', '/staff/pages/outbox/outbox')
  await phone.context.setOffline(false)
}

/** Goes there, lets the page finish, does what makes it worth seeing. */
async function page(phone, name, path, first = async () => {}) {
  const hash = path.startsWith('/') ? path : `/pages/${path}`
  await phone.page.evaluate((hash) => (location.hash = hash), hash)
  await phone.page.waitForFunction((hash) => location.hash.endsWith(hash), hash)
  await phone.page.waitForLoadState('networkidle')
  await first()
  await shot(phone, name)
}

async function shot(phone, name) {
  const { page } = phone
  await page.locator('.skeleton:visible').first().waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.uni-toast, uni-toast'))
  await page.waitForFunction(() => [...document.images].every((one) => one.complete))
  await page.evaluate(() => scrollTo(0, 0))
  for (const size of ['', '-large']) {
    await page.evaluate((large) => document.querySelectorAll('.screen').forEach((one) => one.classList.toggle('large', large)), size !== '')
    await page.screenshot({ path: join(FOLDER, `${name}${size}.jpg`), type: 'jpeg', quality: 60, fullPage: true })
  }
  await page.evaluate(() => document.querySelectorAll('.screen').forEach((one) => one.classList.remove('large')))
}

function index(files) {
  const names = files.filter((name) => !name.endsWith('-large.jpg')).map((name) => name.slice(0, -4))
  const row = (name) => `| ${name} | ![${name}](${name}.jpg) | ![${name}, large letters](${name}-large.jpg) |`
  return `# Every page of the mini-program, in both sizes of letters

Made by \`npm run screens\` in \`miniapp-stub\`, against a first run that is up.

| Page | Usual | Large |
|---|---|---|
${names.map(row).join('\n')}
`
}
