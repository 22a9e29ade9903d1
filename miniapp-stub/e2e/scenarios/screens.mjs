import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agree, photo } from '../people.mjs'
import { call } from '../street.mjs'
import { book, confirm } from './story.mjs'

// Every page in both sizes of letters, as docs/screens shows them: with what the story of the first run leaves on its people's phones.

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'docs', 'screens', 'mini-program')

const PAGES = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'src', 'pages.json'), 'utf8'))
const ALL = [...PAGES.pages.map((one) => `/${one.path}`), ...PAGES.subPackages.flatMap((part) => part.pages.map((one) => `/${part.root}/${one.path}`))]
const shown = new Set()
const missed = []

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
    shown.add('/pages/welcome/welcome')
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
  const lead = await open('lead', { place: { latitude: 30.6418, longitude: 104.0665 } })
  await world.step('pages of those above them', async () => {
    await agree(lead, `?person=${of('社区')}`)
    await leadPages(lead)
  })

  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.jpg'))
  const bytes = files.reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)
  writeFileSync(join(FOLDER, 'README.md'), index(files))
  world.check(missed.length === 0, `every picture was made ${missed.join(' | ')}`)
  const without = ALL.filter((path) => !shown.has(path))
  world.check(without.length === 0, `every page of pages.json is shown ${without.join(' ')}`)
  world.check(bytes < 6 * 1024 * 1024, `${files.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${FOLDER}`)
}

async function playStory(world) {
  const id = process.env.SCREENS_PLAY ?? (await call(world.sandbox, 'POST', '/story/plays')).id // a play of before saves the time of a new one
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
  const [today] = visits.filter((one) => one.status === 'CONFIRMED').sort((one, other) => one.start.localeCompare(other.start))
  phone.world.tabled = requests.find((one) => one.description.includes('施工'))?.id
  await page(phone, 'home', 'home/home')
  await page(phone, 'requests', 'requests/requests')
  await page(phone, 'request', `requests/request?id=${requests[0].id}`)
  await page(phone, 'request-answered', `requests/request?id=${requests.find((one) => one.description.includes('铁皮棚')).id}`)
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
  shown.add('/pages/report/sent')
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
  await page(phone, 'staff-plan', `/staff/pages/plan/plan?request=${requests[0].id}`)
  await page(phone, 'staff-report', '/staff/pages/report/report')
  await page(phone, 'staff-campaigns', '/staff/pages/campaigns/campaigns')
  await page(phone, 'staff-turf', `/staff/pages/turf/turf?id=${campaign.id}`)
  await page(phone, 'staff-knock', `/staff/pages/knock/knock?campaign=${campaign.id}&household=${stop.householdId}`)
  await page(phone, 'staff-leave', '/staff/pages/leave/leave')
  await page(phone, 'staff-hours', '/staff/pages/hours/hours')
  await page(phone, 'staff-visits', '/staff/pages/visits/visits')
  phone.world.campaign = campaign.id
  await page(phone, 'staff-visit', `/staff/pages/visit/visit?id=${visits[0].id}`)
  await phone.context.setOffline(true)
  await phone.tap('by-place')
  await phone.tap('result-MET')
  await shot(phone, 'staff-visit-stairwell')
  await page(phone, 'staff-outbox', '/staff/pages/outbox/outbox')
  await phone.context.setOffline(false)
}

async function leadPages(phone) {
  const [open] = (await phone.ask('/api/staff/requests?box=MINE')).items
  await page(phone, 'lead-today', '/staff/pages/today/today')
  await page(phone, 'lead-decisions', '/staff/pages/lead/lead')
  await page(phone, 'lead-assign', `/staff/pages/assign/assign?id=${open?.id ?? 1}`)
  await page(phone, 'lead-table', `/staff/pages/table/table?request=${phone.world.tabled}`)
  await page(phone, 'lead-share', `/staff/pages/share/share?id=${phone.world.campaign}`)
  await page(phone, 'lead-chats', '/staff/pages/chats/chats')
  await page(phone, 'lead-untold', '/staff/pages/untold/untold')
  await page(phone, 'lead-opening', '/staff/pages/opening/opening')
  await page(phone, 'lead-reviews', '/staff/pages/reviews/reviews')
}

/** Goes there, lets the page finish, does what makes it worth seeing. */
async function page(phone, name, path, first = async () => {}) {
  const hash = path.startsWith('/') ? path : `/pages/${path}`
  shown.add(hash.split('?')[0])
  try {
    await phone.page.evaluate((hash) => (location.hash = hash), hash)
    await phone.page.waitForFunction((hash) => location.hash.endsWith(hash), hash)
    await phone.page.waitForLoadState('networkidle')
    await first()
    if (await phone.page.getByText('没有读到内容').locator('visible=true').count()) {
      throw new Error('nothing could be loaded')
    }
    await shot(phone, name)
  } catch (failure) {
    missed.push(`${name}: ${failure.message.split('\n')[0]}`) // the others are made all the same
  }
}

async function shot(phone, name) {
  const { page } = phone
  await page.locator('.skeleton:visible').first().waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
  await page.locator('uni-toast:visible').first().waitFor({ state: 'hidden' })
  await page.waitForFunction(() => [...document.images].every((one) => one.complete))
  await page.evaluate(() => scrollTo(0, 0))
  for (const size of ['', '-large']) {
    await page.evaluate((large) => document.querySelectorAll('.screen').forEach((one) => one.classList.toggle('large', large)), size !== '')
    // a phone as long as the page: what stands at the bottom stands there
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width: 390, height: Math.max(844, height) })
    await page.screenshot({ path: join(FOLDER, `${name}${size}.jpg`), type: 'jpeg', quality: 60 })
    await page.setViewportSize({ width: 390, height: 844 })
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
