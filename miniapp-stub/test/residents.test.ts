import type { VueWrapper } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import type { RequestDetail, ResidentVisit } from '@/api'
import Book from '@/pages/visits/book.vue'
import Disclosures from '@/pages/mine/disclosures.vue'
import Home from '@/pages/home/home.vue'
import Mine from '@/pages/mine/mine.vue'
import Privacy from '@/pages/mine/privacy.vue'
import RateVisit from '@/pages/visits/rate.vue'
import Report from '@/pages/report/report.vue'
import RequestPage from '@/pages/requests/request.vue'
import Topics from '@/pages/mine/messages.vue'
import VisitPage from '@/pages/visits/visit.vue'
import { useOutbox } from '@/stores/outbox'
import { useSending } from '@/stores/sending'
import { useSession } from '@/stores/session'
import type { FakePlatform, Heard } from './fakes'
import { freshPhone, hooks, open, problem, settle } from './fakes'
import { staffPhone } from './staff/staff'

let phone: FakePlatform
const page = (component: unknown) => component as Component
const by = (name: string) => `[data-test="${name}"]`
const ME = { id: '1', grid: { id: '2', name: '听铃第一网格' }, household: { address: '铃音巷1号' }, consents: {} }
const DETAIL: RequestDetail = { id: '7', number: 'HL-7', status: 'HANDLING', statusWords: '处置中', colour: 'GREEN', relation: 'REPORTED', description: '路灯不亮', timeline: [] }
const VISIT: ResidentVisit = { id: '9', status: 'CONFIRMED', statusWords: '已确认', purpose: 'ELDERLY_CARE', start: '2099-11-27T06:00:00Z', end: '2099-11-27T06:30:00Z', member: { name: '唐涵' } }
const DRAFT = { id: '31', photos: [{ id: '5', url: '/photos/5' }], location: { latitude: 30.64, longitude: 104.06 }, address: '铃音巷', waiting: 1, refusals: [] }

beforeEach(() => {
  document.body.innerHTML = ''
  phone = freshPhone()
  useSession()
  phone.answers['GET /api/resident/me'] = ME
  for (const list of ['requests', 'visits', 'messages']) {
    phone.answers[`GET /api/resident/${list}`] = { items: [], next: null }
  }
  phone.answers['GET /api/resident/message-templates'] = { items: [] }
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
})

async function tap(wrapper: VueWrapper, name: string) {
  await wrapper.find(by(name)).trigger('click')
  await settle()
}

/** Writes into the last text field of the page, which is the sheet's while one is open. */
async function write(wrapper: VueWrapper, words: string) {
  wrapper.findAllComponents({ name: 'UiText' }).at(-1)?.vm.$emit('update:modelValue', words)
  await settle()
}

/** Says yes in the sheet that is open. */
async function yes(wrapper: VueWrapper) {
  await wrapper.findAll('.sheet .button')[0]?.trigger('click')
  await settle()
}

const bodies = (path: string, method = 'POST') => phone.sentTo(method, path).map((sent) => sent.body)
const keysOf = (path: string) => phone.sentTo('POST', path).map((sent) => sent.headers['Idempotency-Key'])

test('a question of the staff is answered in the sheet, with a key', async () => {
  phone.answers['GET /api/resident/requests/7'] = { ...DETAIL, subState: 'WAITING_RESIDENT' }
  phone.answers['POST /api/resident/requests/7/reply'] = { id: '7' }
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'reply')
  await write(wrapper, '夜里漏得多')
  await yes(wrapper)
  expect(bodies('/api/resident/requests/7/reply')).toEqual([{ text: '夜里漏得多' }])
  expect(keysOf('/api/resident/requests/7/reply')[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(wrapper.find('.sheet').exists()).toBe(false)
})

test('a withdrawal needs a reason', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  phone.answers['POST /api/resident/requests/7/withdrawal'] = { id: '7' }
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'withdraw')
  await yes(wrapper)
  expect(bodies('/api/resident/requests/7/withdrawal')).toEqual([])
  await write(wrapper, '自己修好了')
  await yes(wrapper)
  expect(bodies('/api/resident/requests/7/withdrawal')).toEqual([{ reason: '自己修好了' }])
  expect(phone.toasts).toEqual(['已撤回'])
})

test('a refused withdrawal stays in the sheet with the reason of the server', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  phone.answers['POST /api/resident/requests/7/withdrawal'] = problem(409, 'request:already-moved', '已经答复，不能撤回。')
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'withdraw')
  await write(wrapper, '自己修好了')
  await yes(wrapper)
  expect(wrapper.find('.sheet').text()).toContain('已经答复，不能撤回。')
})

test('"still fine" after four weeks is one tap, "it is back" asks what happened', async () => {
  phone.answers['GET /api/resident/requests/7'] = { ...DETAIL, status: 'EVALUATED', followUp: { askedAt: '2026-11-20T04:00:00Z' } }
  phone.answers['POST /api/resident/requests/7/follow-up'] = { id: '7' }
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'fine')
  expect(bodies('/api/resident/requests/7/follow-up')).toEqual([{ answer: 'FINE' }])
  await tap(wrapper, 'again')
  await write(wrapper, '昨晚又不亮')
  await yes(wrapper)
  expect(bodies('/api/resident/requests/7/follow-up')[1]).toEqual({ answer: 'AGAIN', comment: '昨晚又不亮' })
  expect(new Set(keysOf('/api/resident/requests/7/follow-up')).size).toBe(2)
})

test('who only follows a request can stop', async () => {
  phone.answers['GET /api/resident/requests/7'] = { ...DETAIL, relation: 'SUPPORTED' }
  phone.answers['POST /api/resident/requests/7/support-withdrawal'] = { id: '7' }
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'stop-following')
  expect(keysOf('/api/resident/requests/7/support-withdrawal')).toHaveLength(1)
})

test('an addition takes its photos along, each sent once over two tries', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  let tries = 0
  phone.answers['POST /api/resident/requests/7/comments'] = () => ((tries += 1) === 1 ? problem(409, 'request:too-many-comments', '补充太多。') : { id: '7' })
  phone.chosen = [{ path: 'wet.jpg', bytes: 1 }]
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'comment')
  await tap(wrapper, 'add-photo')
  await write(wrapper, '今天漏得更厉害了')
  await yes(wrapper)
  expect(wrapper.find('.sheet').text()).toContain('补充太多。')
  await yes(wrapper)
  expect(phone.uploads).toEqual(['wet.jpg'])
  expect(bodies('/api/resident/requests/7/comments')[1]).toEqual({ text: '今天漏得更厉害了', photoIds: ['photo-1'] })
  expect(new Set(keysOf('/api/resident/requests/7/comments')).size).toBe(1)
})

test('a photo that was chosen by mistake is taken away again', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  phone.answers['POST /api/resident/requests/7/comments'] = { id: '7' }
  phone.chosen = [{ path: 'wet.jpg', bytes: 1 }]
  const wrapper = await open(page(RequestPage), { id: '7' })
  await tap(wrapper, 'comment')
  await tap(wrapper, 'add-photo')
  await vi.waitFor(() => expect(wrapper.findAll(by('picture'))).toHaveLength(1))
  await tap(wrapper, 'remove-photo')
  await write(wrapper, '没有照片')
  await yes(wrapper)
  expect(phone.uploads).toEqual([])
  expect(bodies('/api/resident/requests/7/comments')).toEqual([{ text: '没有照片' }])
})

test('what was begun in the chat stands on the home page and leads to the report', async () => {
  phone.answers['GET /api/resident/request-drafts'] = { items: [DRAFT] }
  const wrapper = await open(page(Home))
  expect(wrapper.find(by('chat-draft')).text()).toContain('1')
  await tap(wrapper, 'chat-draft')
  expect(hooks.went).toEqual(['to /pages/report/report?chat=31'])
})

test('a report begun in the chat is sent with its draft, its pictures are shown and not sent again', async () => {
  phone.answers['GET /api/resident/request-drafts'] = { items: [DRAFT] }
  phone.answers['POST /api/resident/requests'] = { id: '8', number: 'HL-8' }
  const wrapper = await open(page(Report), { chat: '31' })
  expect(wrapper.find(by('chat')).findAll('image')).toHaveLength(1)
  expect(wrapper.find(by('chat')).text()).toContain('还有 1 张')
  wrapper.findAllComponents({ name: 'UiText' }).find((field) => field.attributes('data-test') === 'words')?.vm.$emit('update:modelValue', '路灯不亮')
  await settle()
  await tap(wrapper, 'send')
  expect(bodies('/api/resident/requests')[0]).toMatchObject({ draftId: '31', description: '路灯不亮', location: DRAFT.location, photoIds: [] })
  expect(phone.uploads).toEqual([])
})

test('what was sent in the chat can be left out', async () => {
  phone.answers['GET /api/resident/request-drafts'] = { items: [DRAFT] }
  phone.answers['POST /api/resident/request-drafts/31/withdrawal'] = ''
  const wrapper = await open(page(Report), { chat: '31' })
  await tap(wrapper, 'drop-chat')
  expect(phone.sentTo('POST', '/api/resident/request-drafts/31/withdrawal')).toHaveLength(1)
  expect(wrapper.find(by('chat')).exists()).toBe(false)
  expect(useSending().drafts.every((draft) => draft.chatId === undefined)).toBe(true)
})

test('a chat draft that is over does not take the words along', async () => {
  phone.answers['GET /api/resident/request-drafts'] = { items: [DRAFT] }
  phone.answers['POST /api/resident/requests'] = (heard: Heard) =>
    (heard.body as { draftId?: string }).draftId ? problem(409, 'request:draft-already-closed', '草稿已失效。') : { id: '8', number: 'HL-8' }
  const sending = useSending()
  const draft = await sending.openChat(DRAFT)
  draft.words = '路灯不亮'
  expect(await sending.send(draft)).toMatchObject({ how: 'refused', words: '草稿已失效。' })
  expect(await sending.send(draft)).toMatchObject({ how: 'sent' })
})

test('without a network the report offers the categories read last', async () => {
  phone.answers['GET /api/resident/request-categories'] = { items: [{ code: 'LAMP', name: '路灯', selectable: true, children: [] }] }
  await open(page(Report))
  hooks.reset()
  phone.isOnline = false
  const wrapper = await open(page(Report))
  await tap(wrapper, 'other-category')
  expect(wrapper.find('.sheet').text()).toContain('路灯')
})

test('a visit and what came of it are rated apart', async () => {
  phone.answers['POST /api/resident/visits/9/rating'] = VISIT
  phone.answers['POST /api/resident/visits/9/outcome-rating'] = ''
  const wrapper = await open(page(RateVisit), { id: '9' })
  await tap(wrapper, 'send')
  expect(wrapper.find(by('fault')).text()).toContain('请')
  await tap(wrapper, 'option-NO')
  await wrapper.findAll('.star')[3]?.trigger('click')
  await wrapper.findAll(by('option-PARTLY'))[0]?.trigger('click')
  await tap(wrapper, 'send')
  expect(bodies('/api/resident/visits/9/rating')).toEqual([{ helped: false, stars: 4 }])
  expect(bodies('/api/resident/visits/9/outcome-rating')).toEqual([{ solved: 'PARTLY' }])
})

test('a visit is moved to another opening, with a reason', async () => {
  phone.answers['GET /api/resident/visit-openings'] = { items: [{ start: '2099-11-28T06:00:00Z', end: '2099-11-28T06:30:00Z', member: { name: '唐涵' } }] }
  phone.answers['POST /api/resident/visits/9/time-change'] = VISIT
  const wrapper = await open(page(Book), { move: '9' })
  await tap(wrapper, 'time')
  await tap(wrapper, 'send')
  expect(bodies('/api/resident/visits/9/time-change')).toEqual([])
  await write(wrapper, '那天要去医院')
  await tap(wrapper, 'send')
  expect(bodies('/api/resident/visits/9/time-change')).toEqual([{ start: '2099-11-28T06:00:00Z', reason: '那天要去医院' }])
  expect(hooks.went).toEqual(['instead /pages/visits/visit?id=9'])
})

test('a visit is cancelled with a reason', async () => {
  phone.answers['GET /api/resident/visits/9'] = VISIT
  phone.answers['POST /api/resident/visits/9/cancellation'] = { ...VISIT, status: 'CANCELLED', statusWords: '已取消' }
  const wrapper = await open(page(VisitPage), { id: '9' })
  await tap(wrapper, 'cancel')
  await write(wrapper, '临时有事')
  await yes(wrapper)
  expect(bodies('/api/resident/visits/9/cancellation')).toEqual([{ reason: '临时有事' }])
  expect(wrapper.find(by('status')).text()).toBe('已取消')
})

test('a proposed time that is gone is said, and the page shows what there is now', async () => {
  phone.answers['GET /api/resident/visits/9'] = { ...VISIT, status: 'PROPOSED', proposals: ['2099-11-28T06:00:00Z', '2099-11-28T07:00:00Z'] }
  phone.answers['POST /api/resident/visits/9/proposal-choice'] = problem(409, 'visit:nobody-to-send', '暂时没有人手。')
  const wrapper = await open(page(VisitPage), { id: '9' })
  expect(wrapper.findAll(by('proposal'))).toHaveLength(2)
  await wrapper.findAll(by('proposal'))[1]?.trigger('click')
  await settle()
  expect(bodies('/api/resident/visits/9/proposal-choice')).toEqual([{ start: '2099-11-28T07:00:00Z' }])
  expect(wrapper.text()).toContain('暂时没有人手。')
  expect(phone.sentTo('GET', '/api/resident/visits/9')).toHaveLength(2)
})

test('visits say what they are for in the words of the booking page, in either language', async () => {
  phone.answers['GET /api/resident/visits/9'] = { ...VISIT, purposeWords: '为老服务' }
  expect((await open(page(VisitPage), { id: '9' })).text()).toContain('为老服务')
})

test('the wish not to be knocked at is sent as it is switched', async () => {
  phone.answers['GET /api/resident/knock-preference'] = { doNotKnock: false }
  phone.answers['PUT /api/resident/knock-preference'] = { doNotKnock: true }
  const wrapper = await open(page(Mine))
  wrapper.findComponent({ name: 'UiSwitch' }).vm.$emit('update:modelValue', true)
  await settle()
  expect(bodies('/api/resident/knock-preference', 'PUT')).toEqual([{ doNotKnock: true }])
  expect(wrapper.findComponent({ name: 'UiSwitch' }).props('modelValue')).toBe(true)
})

test('topics that can be switched off are, those that cannot say so', async () => {
  const topics = (wanted: boolean) => ({ items: [{ topic: 'PROGRESS', title: '办理进展', wanted, changeable: true }, { topic: 'DOOR', title: '上门', wanted: true, changeable: false }] })
  phone.answers['GET /api/resident/message-preferences'] = topics(true)
  phone.answers['PUT /api/resident/message-preferences'] = topics(false)
  const wrapper = await open(page(Topics))
  expect(wrapper.findAllComponents({ name: 'UiSwitch' })).toHaveLength(1)
  expect(wrapper.text()).toContain('不能关')
  wrapper.findComponent({ name: 'UiSwitch' }).vm.$emit('update:modelValue', false)
  await settle()
  expect(bodies('/api/resident/message-preferences', 'PUT')).toEqual([{ topics: { PROGRESS: false } }])
})

test('a resident reads who looked at what, why and what for', async () => {
  phone.answers['GET /api/resident/disclosures'] = { items: [{ id: '1', at: '2026-11-20T04:00:00Z', who: '网格员 唐涵', what: 'PHONE', whatWords: '查看了您的电话', reasonWords: '核实诉求情况', purpose: '约时间看漏水' }], next: null }
  const text = (await open(page(Disclosures))).text()
  for (const words of ['网格员 唐涵', '查看了您的电话', '核实诉求情况', '约时间看漏水']) {
    expect(text).toContain(words)
  }
})

test('who asks for their data gets it as a file', async () => {
  const saved: string[] = []
  phone.saveText = ((name: string, text: string) => {
    saved.push(name, text)
    return Promise.resolve()
  }) as never
  phone.answers['GET /api/resident/export'] = { resident: { phone: '19812345678' } }
  const wrapper = await open(page(Privacy))
  await tap(wrapper, 'export')
  expect(saved[0]).toMatch(/\.json$/)
  expect(JSON.parse(saved[1] ?? '')).toEqual({ resident: { phone: '19812345678' } })
})

/** Everything on the phone as one text. */
const onDisk = () => JSON.stringify([...phone.disk.entries()])

async function busyPhone() {
  phone = staffPhone()
  phone.disk.set('staff-day', { member: '41', day: '2026-11-27', read: { walk: { at: 1, body: '铃音巷1号 101' } } })
  phone.answers['GET /api/resident/me'] = ME
  phone.answers['GET /api/resident/knock-preference'] = { doNotKnock: false }
  const session = useSession()
  await session.loadMe()
  const draft = await useSending().open()
  draft.words = '我家漏水'
  useSending().save()
  phone.isOnline = false
  await useOutbox().note({ kind: 'KNOCK', knock: { householdId: '6', result: 'NOT_HOME' } }, '铃音巷1号 102')
  phone.isOnline = true
}

test('who signs out leaves nothing personal on the phone, whatever the server says', async () => {
  await busyPhone()
  expect(onDisk()).toContain('101')
  const wrapper = await open(page(Mine))
  await tap(wrapper, 'leave')
  expect(phone.sentTo('POST', '/api/signin/signout')).toHaveLength(1)
  for (const words of ['铃音巷', '我家漏水', 'staff-day', 'token', 'privacy-agreed']) {
    expect(onDisk()).not.toContain(words)
  }
  expect(useOutbox().noted).toEqual([])
  expect(useSession().staff).toBeUndefined()
  expect(hooks.went).toEqual(['start /pages/welcome/welcome'])
})

test('whoever would lose something by signing out is asked, and may stay', async () => {
  await busyPhone()
  const asked: string[] = []
  phone.confirm = ((question: { words: string }) => {
    asked.push(question.words)
    return Promise.resolve(false)
  }) as never
  const wrapper = await open(page(Mine))
  await tap(wrapper, 'leave')
  expect(asked[0]).toContain('2')
  expect(phone.sentTo('POST', '/api/signin/signout')).toEqual([])
  expect(onDisk()).toContain('我家漏水')
})

test('an erasure takes the same from the phone', async () => {
  await busyPhone()
  phone.answers['POST /api/resident/erasure'] = { words: '已删除。', kept: [] }
  const wrapper = await open(page(Privacy))
  await tap(wrapper, 'erase')
  expect(onDisk()).not.toContain('铃音巷')
})

test('who gave no address yet still finds the page, binds the phone and signs out', async () => {
  phone.answers['GET /api/resident/me'] = { id: '1', consents: {} }
  phone.answers['GET /api/resident/knock-preference'] = problem(422, 'visit:household-missing', '请先登记您的住址。')
  const wrapper = await open(page(Mine))
  expect(wrapper.find(by('bind-phone')).exists()).toBe(true)
  expect(wrapper.find(by('leave')).exists()).toBe(true)
  expect(wrapper.findComponent({ name: 'UiSwitch' }).exists()).toBe(false)
})
