import { beforeEach, expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import type { RequestDetail, ResidentVisit } from '@/api'
import Book from '@/pages/visits/book.vue'
import Home from '@/pages/home/home.vue'
import Household from '@/pages/mine/household.vue'
import Inbox from '@/pages/inbox/inbox.vue'
import Look from '@/pages/mine/look.vue'
import Privacy from '@/pages/mine/privacy.vue'
import Rate from '@/pages/requests/rate.vue'
import Report from '@/pages/report/report.vue'
import RequestPage from '@/pages/requests/request.vue'
import Requests from '@/pages/requests/requests.vue'
import VisitPage from '@/pages/visits/visit.vue'
import Welcome from '@/pages/welcome/welcome.vue'
import { findCategory, missing, stopperOf } from '@/pages/report/questions'
import { possible } from '@/pages/visits/possible'
import { useLook } from '@/stores/look'
import { useSending } from '@/stores/sending'
import { useSession } from '@/stores/session'
import type { FakePlatform } from './fakes'
import { freshPhone, hooks, open, problem, settle } from './fakes'

let phone: FakePlatform
const page = (component: unknown) => component as Component
const by = (name: string) => `[data-test="${name}"]`
const ME = { id: '1', phone: '198****0001', grid: { id: '2', name: '听铃第一网格' }, gridMember: { name: '唐涵', phone: '19900010001' }, household: { address: '铃音巷1号' }, consents: {} }
const DETAIL: RequestDetail = {
  id: '7',
  number: 'HL-7',
  status: 'HANDLING',
  statusWords: '处置中',
  colour: 'BLUE',
  relation: 'REPORTED',
  holder: { title: '街道办', name: '王敏' },
  dueAt: '2026-11-20T04:00:00Z',
  overdue: true,
  description: '路灯不亮',
  timeline: [
    { kind: 'SUBMITTED', kindWords: '登记', words: '已登记。', at: '2026-11-18T04:00:00Z' },
    { kind: 'ESCALATED', kindWords: '升级', words: '升级为蓝色·街道。', at: '2026-11-20T04:00:00Z' },
  ],
}
const VISIT: ResidentVisit = { id: '9', status: 'CONFIRMED', statusWords: '已确认', start: '2099-11-27T06:00:00Z', end: '2099-11-27T06:30:00Z', member: { name: '唐涵', title: '网格员' } }

beforeEach(() => {
  document.body.innerHTML = ''
  phone = freshPhone()
  useSession()
  phone.answers['GET /api/resident/me'] = ME
  phone.answers['GET /api/resident/requests'] = { items: [], next: null }
  phone.answers['GET /api/resident/visits'] = { items: [], next: null }
  phone.answers['GET /api/resident/messages'] = { items: [], next: null }
  phone.answers['GET /api/resident/message-templates'] = { items: [{ templateId: 'T1', title: '诉求受理通知' }] }
  phone.answers['POST /api/resident/message-consents'] = { remaining: {} }
})

test('shows the privacy text to who has not agreed, and asks the server for nothing', async () => {
  phone = freshPhone(false)
  await open(page(Home))
  expect(hooks.went).toEqual(['start /pages/welcome/welcome'])
  expect(phone.heard).toEqual([])
})

test('what one can do stands on the first page before anything is read, without a network too, but not before the privacy text', async () => {
  phone.isOnline = false
  const wrapper = await open(page(Home))
  expect(wrapper.text()).toContain('没有连上网络')
  await wrapper.find(by('report')).trigger('click')
  expect(hooks.went).toEqual(['to /pages/report/report'])
  phone.isOnline = true
  await wrapper.find('.fit-empty').trigger('click')
  await settle()
  expect(wrapper.text()).toContain('唐涵')
  phone = freshPhone(false)
  expect((await open(page(Home))).find(by('report')).exists()).toBe(false)
})

test('signs in and keeps the consent at the tap on agree, not before', async () => {
  phone = freshPhone(false)
  phone.answers['POST /api/resident/privacy-consents'] = ME
  const wrapper = await open(page(Welcome))
  expect(phone.heard).toEqual([])
  await wrapper.find(by('agree')).trigger('click')
  await settle()
  expect(phone.heard.map((heard) => heard.path)).toEqual(['/api/signin/wechat', '/api/resident/privacy-consents'])
  expect(phone.disk.get('privacy-agreed')).toBe('2026-11')
  expect(hooks.went).toContain('start /pages/home/home')
})

test('whoever does not agree is told where else to go, and nothing is sent', async () => {
  phone = freshPhone(false)
  const wrapper = await open(page(Welcome))
  await wrapper.find(by('disagree')).trigger('click')
  expect(wrapper.text()).toContain('12345')
  expect(phone.heard).toEqual([])
})

test('shows my grid and my member, and asks for the address where there is no grid', async () => {
  expect((await open(page(Home))).text()).toContain('唐涵')
  phone.answers['GET /api/resident/me'] = { id: '1', consents: {} }
  hooks.reset()
  expect((await open(page(Home))).find(by('fill-household')).exists()).toBe(true)
})

test('shows staff their work only', async () => {
  expect((await open(page(Home))).find(by('staff')).exists()).toBe(false)
  phone = freshPhone()
  phone.disk.set('token', { token: 't', expiresAt: '', staff: { id: '3', name: '唐涵' } })
  phone.answers['GET /api/resident/me'] = ME
  for (const list of ['requests', 'visits', 'messages']) {
    phone.answers[`GET /api/resident/${list}`] = { items: [], next: null }
  }
  expect((await open(page(Home))).find(by('staff')).exists()).toBe(true)
})

test('says so and offers another try when nothing can be loaded', async () => {
  phone.isOnline = false
  const wrapper = await open(page(Inbox))
  expect(wrapper.text()).toContain('没有连上网络')
  phone.isOnline = true
  await wrapper.find('.fit-empty').trigger('click')
  await settle()
  expect(wrapper.text()).toContain('还没有消息')
})

test('pages a list by its cursor', async () => {
  phone.answers['GET /api/resident/requests'] = ({ path }: { path: string }) =>
    path.includes('after=c1') ? { items: [{ id: '2', description: '第二页', status: 'HANDLING' }], next: null } : { items: [{ id: '1', description: '第一页', status: 'HANDLING' }], next: 'c1' }
  const wrapper = await open(page(Requests))
  expect(wrapper.text()).not.toContain('第二页')
  hooks.call('bottom')
  await settle()
  expect(wrapper.text()).toContain('第二页')
  hooks.call('bottom')
  await settle()
  expect(phone.sentTo('GET', '/api/resident/requests')).toHaveLength(2)
})

test('says in words who holds a request and that it is overdue', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  const wrapper = await open(page(RequestPage), { id: '7' })
  expect(wrapper.find(by('holder')).text()).toContain('王敏')
  expect(wrapper.text()).toContain('蓝色·街道')
  expect(wrapper.text()).toContain('已超期')
  expect(wrapper.findAll(by('event'))[0]?.text()).toContain('升级')
})

test('chases with a key, and keeps it when no answer came', async () => {
  phone.answers['GET /api/resident/requests/7'] = DETAIL
  phone.answers['POST /api/resident/requests/7/chase'] = problem(503, 'platform:away', '请稍后再试。')
  const wrapper = await open(page(RequestPage), { id: '7' })
  await wrapper.find(by('chase')).trigger('click')
  await new Promise((resolve) => setTimeout(resolve, 900))
  await settle()
  expect(wrapper.text()).toContain('请稍后再试。')
  phone.answers['POST /api/resident/requests/7/chase'] = { id: '7' }
  await wrapper.find(by('chase')).trigger('click')
  await settle()
  const keys = new Set(phone.sentTo('POST', '/api/resident/requests/7/chase').map((sent) => sent.headers['Idempotency-Key']))
  expect(keys.size).toBe(1)
  expect(phone.toasts).toContain('已经替您催办')
})

test('offers no withdrawal for what one only follows', async () => {
  phone.answers['GET /api/resident/requests/7'] = { ...DETAIL, relation: 'SUPPORTED' }
  const wrapper = await open(page(RequestPage), { id: '7' })
  expect(wrapper.find(by('withdraw')).exists()).toBe(false)
  expect(wrapper.find(by('stop-following')).exists()).toBe(true)
})

test('rates only with an answer and stars, and says what follows from "not solved"', async () => {
  phone.answers['POST /api/resident/requests/7/rating'] = { id: '7' }
  const wrapper = await open(page(Rate), { id: '7' })
  expect(wrapper.text()).toContain('会升到上一级重新办理')
  await wrapper.find(by('send')).trigger('click')
  expect(wrapper.find(by('fault')).text()).toContain('请先选')
  await wrapper.find(by('option-NO')).trigger('click')
  await wrapper.findAll('[role="radio"]').at(-5)?.trigger('click')
  await wrapper.find(by('send')).trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/resident/requests/7/rating')[0]?.body).toMatchObject({ solved: 'NO', stars: 1 })
})

test('asks for consent inside the tap that sends a report, then sends it', async () => {
  phone.answers['POST /api/resident/requests'] = { id: '7', number: 'HL-7' }
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
  const draft = await useSending().open()
  draft.words = '路灯不亮'
  const wrapper = await open(page(Report))
  await wrapper.find(by('send')).trigger('click')
  await settle()
  expect(phone.asked).toEqual([['T1']])
  expect(phone.sentTo('POST', '/api/resident/requests')).toHaveLength(1)
  expect(hooks.went).toContain('instead /pages/report/sent?id=7')
})

test('a picture that is still being made ready when send is tapped goes along', async () => {
  phone.answers['POST /api/resident/requests'] = { id: '7', number: 'HL-7' }
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
  phone.chosen = [{ path: 'slow.jpg', bytes: 1 }]
  phone.shrinking = 30
  const draft = await useSending().open()
  draft.words = '路灯不亮'
  const wrapper = await open(page(Report))
  await wrapper.find(by('add-photo')).trigger('click')
  expect(wrapper.find(by('preparing')).exists()).toBe(true)
  await wrapper.find(by('send')).trigger('click')
  await vi.waitFor(() => expect(phone.sentTo('POST', '/api/resident/requests')).toHaveLength(1))
  expect(phone.uploads).toEqual(['slow.jpg'])
  expect(phone.sentTo('POST', '/api/resident/requests')[0]?.body).toMatchObject({ photoIds: ['photo-1'] })
})

test('it goes along also when the page is left before it is ready', async () => {
  phone.answers['POST /api/resident/requests'] = { id: '7', number: 'HL-7' }
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
  phone.chosen = [{ path: 'slow.jpg', bytes: 1 }]
  phone.shrinking = 30
  const draft = await useSending().open()
  draft.words = '路灯不亮'
  const wrapper = await open(page(Report))
  await wrapper.find(by('add-photo')).trigger('click')
  await wrapper.find(by('send')).trigger('click')
  wrapper.unmount()
  await vi.waitFor(() => expect(phone.sentTo('POST', '/api/resident/requests')).toHaveLength(1))
  expect(phone.sentTo('POST', '/api/resident/requests')[0]?.body).toMatchObject({ photoIds: ['photo-1'] })
})

test('sends nothing while an answer means an emergency, and says whom to call', async () => {
  const question = { code: 'trapped', kind: 'YES_NO', words: '有人被困吗？', required: true, stopper: { answers: ['YES'], call: '119', words: '请立即拨打119。' } }
  phone.answers['GET /api/resident/request-categories'] = { items: [{ code: 'L', name: '电梯', selectable: true, children: [], questions: [question] }] }
  const draft = await useSending().open()
  Object.assign(draft, { words: '电梯坏了', category: 'L', answers: { trapped: 'YES' } })
  const wrapper = await open(page(Report))
  expect(wrapper.find(by('send')).exists()).toBe(false)
  await wrapper.find(by('call')).trigger('click')
  expect(phone.called).toEqual(['119'])
})

test('finds questions that must be answered, and categories in the tree', () => {
  const must = { code: 'a', kind: 'TEXT' as const, words: '?', required: true }
  expect(missing([must], {})).toBe(must)
  expect(missing([must], { a: '好' })).toBeUndefined()
  expect(stopperOf([must], { a: 'YES' })).toBeUndefined()
  expect(findCategory([{ code: 'A', children: [{ code: 'B' }] }], 'B')?.code).toBe('B')
})

test('joins a like request nearby instead of writing it again', async () => {
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
  phone.answers['POST /api/resident/request-category-proposals'] = { items: [{ code: 'LAMP', name: '路灯', because: ['路灯'] }] }
  phone.answers['POST /api/resident/requests/nearby'] = { items: [{ id: '5', description: '路灯坏了', metres: 30, submittedAt: '2026-11-20T04:00:00Z', statusWords: '处置中' }] }
  phone.answers['POST /api/resident/requests/5/support'] = { id: '5', supported: true }
  const draft = await useSending().open()
  Object.assign(draft, { words: '路灯不亮', place: { latitude: 30.64, longitude: 104.06 } })
  const wrapper = await open(page(Report))
  await wrapper.find(by('me-too')).trigger('click')
  await settle()
  expect(hooks.went).toContain('instead /pages/requests/request?id=5')
  expect(useSending().drafts).toEqual([])
})

test('books the chosen opening once, with what it is about', async () => {
  phone.answers['GET /api/resident/visit-openings'] = { items: [{ start: '2099-11-27T06:00:00Z', end: '2099-11-27T06:30:00Z', member: { name: '唐涵' } }] }
  phone.answers['POST /api/resident/visits'] = { id: '9' }
  const wrapper = await open(page(Book))
  await wrapper.find(by('send')).trigger('click')
  expect(wrapper.find(by('fault')).text()).toBe('请先选时间。')
  await wrapper.find(by('time')).trigger('click')
  await wrapper.find('[role="radiogroup"][aria-label="为什么事"] [role="radio"]').trigger('click')
  await wrapper.find(by('send')).trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/resident/visits')[0]?.body).toMatchObject({ start: '2099-11-27T06:00:00Z', purpose: 'POLICY_HELP' })
  expect(hooks.went).toContain('instead /pages/visits/visit?id=9')
})

test('offers other times when one was just taken', async () => {
  phone.answers['GET /api/resident/visit-openings'] = { items: [{ start: '2099-11-27T06:00:00Z', member: { name: '唐涵' } }] }
  phone.answers['POST /api/resident/visits'] = problem(409, 'visit:opening-taken', '这个时间已经被约走。')
  const wrapper = await open(page(Book), { request: '7' })
  await wrapper.find(by('time')).trigger('click')
  await wrapper.find(by('send')).trigger('click')
  await settle()
  expect(wrapper.find(by('fault')).text()).toBe('这个时间已经被约走。')
  expect(phone.sentTo('GET', '/api/resident/visit-openings')).toHaveLength(2)
})

test('shows on the day who is at the door, and takes the tap that says it matches', async () => {
  const today = { ...VISIT, doorCode: '123456', member: { name: '唐涵', title: '网格员', number: 'HL001' } }
  phone.answers['GET /api/resident/visits/9'] = today
  phone.answers['POST /api/resident/visits/9/door-confirmation'] = { ...today, doorConfirmedAt: '2026-11-27T06:01:00Z' }
  const wrapper = await open(page(VisitPage), { id: '9' })
  expect(wrapper.find(by('door-code')).text()).toBe('123 456')
  expect(wrapper.text()).toContain('HL001')
  await wrapper.find(by('confirm-door')).trigger('click')
  await settle()
  expect(wrapper.find(by('confirm-door')).exists()).toBe(false)
  expect(wrapper.text()).toContain('您已核对')
})

test('lets a proposed time be chosen', async () => {
  phone.answers['GET /api/resident/visits/9'] = { ...VISIT, status: 'PROPOSED', proposals: ['2099-11-28T06:00:00Z'] }
  phone.answers['POST /api/resident/visits/9/proposal-choice'] = VISIT
  const wrapper = await open(page(VisitPage), { id: '9' })
  await wrapper.find(by('proposal')).trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/resident/visits/9/proposal-choice')[0]?.body).toEqual({ start: '2099-11-28T06:00:00Z' })
})

test('offers with a visit what makes sense at the time', () => {
  const noon = Date.parse('2099-11-27T04:00:00Z')
  const late = Date.parse('2099-11-27T07:00:00Z')
  expect(possible(VISIT, noon)).toMatchObject({ change: true, cancel: true, nobodyCame: false, rate: false })
  expect(possible(VISIT, late)).toMatchObject({ change: false, cancel: false, nobodyCame: true })
  expect(possible({ ...VISIT, status: 'COMPLETED' }, late)).toMatchObject({ rate: true, again: false })
  expect(possible({ ...VISIT, status: 'NOT_HOME' }, late)).toMatchObject({ object: true, again: true })
})

test('names the grids nearby when none fits the address', async () => {
  phone.answers['PUT /api/resident/household'] = problem(422, 'resident:grid-not-found', '不在本街道。', { nearest: [{ id: '1', name: '听铃第一网格' }] })
  const wrapper = await open(page(Household))
  await wrapper.find(by('save')).trigger('click')
  await settle()
  expect(wrapper.text()).toContain('附近的网格：听铃第一网格')
})

test('large letters reach the whole screen and stay', async () => {
  const wrapper = await open(page(Look))
  expect(wrapper.find('.screen').classes()).not.toContain('large')
  useLook().change({ large: true, locale: 'en' })
  await settle()
  expect(wrapper.find('.screen').classes()).toContain('large')
  expect(wrapper.text()).toContain('Large letters')
  expect(phone.disk.get('look')).toMatchObject({ large: true, locale: 'en' })
  useLook().change({ locale: 'zh-CN' })
})

test('erases, names what is kept, and forgets who it was', async () => {
  phone.answers['POST /api/resident/erasure'] = { words: '已删除。', kept: [{ table: 'request', title: '诉求', why: '档案管理要求' }] }
  const wrapper = await open(page(Privacy))
  await wrapper.find(by('erase')).trigger('click')
  await settle()
  expect(wrapper.text()).toContain('档案管理要求')
  expect(phone.disk.has('token')).toBe(false)
  expect(phone.disk.has('privacy-agreed')).toBe(false)
})

test('erases nothing without a second yes', async () => {
  phone.yes = false
  const wrapper = await open(page(Privacy))
  await wrapper.find(by('erase')).trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/resident/erasure')).toEqual([])
})
