import { beforeEach, expect, test } from 'vitest'
import type { OutboxItem } from '@/api'
import Answer from '@/staff/pages/answer/answer.vue'
import Leave from '@/staff/pages/leave/leave.vue'
import Outbox from '@/staff/pages/outbox/outbox.vue'
import Request from '@/staff/pages/request/request.vue'
import Today from '@/staff/pages/today/today.vue'
import Visit from '@/staff/pages/visit/visit.vue'
import type { FakePlatform, Heard } from '../fakes'
import { freshPhone, hooks, open, problem, settle } from '../fakes'
import { DOOR, staffPhone, VISIT } from './staff'

const SEND = 'POST /api/staff/visit-outbox'
let phone: FakePlatform
beforeEach(() => {
  document.body.innerHTML = ''
  phone = staffPhone()
  phone.answers['GET /api/resident/request-categories'] = { items: [] }
})

const all = (state: string, more = {}) => (heard: Heard) => ({ items: (heard.body as { items: OutboxItem[] }).items.map(({ clientId }) => ({ clientId, state, ...more })) })

function work(phone: FakePlatform) {
  phone.answers['GET /api/staff/walk'] = { items: [{ householdId: '5', door: DOOR, at: VISIT.start, start: VISIT.start, visitId: '9', purposes: ['看望老人'] }, { householdId: '6', door: { ...DOOR, room: '102' }, at: VISIT.end, purposes: ['防汛'] }], metres: 120, broken: 0, left: 0 }
  phone.answers['GET /api/staff/visits'] = { items: [] }
  phone.answers['GET /api/staff/visits/9'] = VISIT
  phone.answers['GET /api/staff/requests'] = { items: [{ id: '2', description: '后到期', status: 'HANDLING', dueAt: '2026-11-29T00:00:00Z' }, { id: '1', description: '先到期', status: 'ASSIGNED', dueAt: '2026-11-28T00:00:00Z' }] }
}

test('today shows doors in walking order and requests by deadline', async () => {
  work(phone)
  const page = await open(Today)
  expect(page.findAll('[data-test=stop]').map((stop) => stop.text())).toEqual([expect.stringContaining('101'), expect.stringContaining('102')])
  expect(page.findAll('[data-test=work-card]').map((card) => card.text())).toEqual([expect.stringContaining('先到期'), expect.stringContaining('后到期')])
  await page.findAll('[data-test=stop]')[0]?.trigger('click')
  await page.findAll('[data-test=stop]')[1]?.trigger('click')
  expect(hooks.went).toEqual(['to /staff/pages/visit/visit?id=9', 'to /staff/pages/knock/knock?household=6'])
})

test('property staff see the box of their company and ask for no walk', async () => {
  phone = staffPhone(['PROPERTY'])
  work(phone)
  const page = await open(Today)
  expect(page.findAll('[data-test=stop]')).toHaveLength(0)
  expect(phone.heard.map((one) => one.path.split('&')[0])).toEqual(['/api/staff/requests?box=UNIT'])
})

test('a resident finds nothing here', async () => {
  phone = freshPhone()
  const page = await open(Today)
  expect(page.text()).toContain('工作人员')
  expect(phone.heard).toEqual([])
})

test('in the stairwell: the visit read before is there, the door is done, and both entries go when the network is back', async () => {
  work(phone)
  await open(Today)
  document.body.innerHTML = ''
  hooks.heard.clear()
  phone.isOnline = false
  const page = await open(Visit, { id: '9' })
  expect(page.find('[data-test=kept]').exists()).toBe(true)
  await page.find('[data-test=by-place]').trigger('click')
  await settle()
  expect(page.find('[data-test=note-line]').text()).toContain('在手机上')
  await page.find('[data-test=result-MET]').trigger('click')
  await page.find('[data-test=send-outcome]').trigger('click')
  await settle()
  expect(page.findAll('[data-test=note-line]')).toHaveLength(2)
  expect(phone.toasts).toContain('已存在手机上，有网后自动提交')

  phone.isOnline = true
  phone.answers[SEND] = all('APPLIED')
  phone.answers['GET /api/staff/visits/9'] = { ...VISIT, status: 'COMPLETED', statusWords: '已完成', resultWords: '见到了' }
  hooks.call('show')
  await settle()
  expect(phone.sentTo('POST', '/api/staff/visit-outbox').map((one) => (one.body as { items: OutboxItem[] }).items.map((item) => item.kind))).toEqual([['CHECK_IN', 'OUTCOME']])
  expect(page.findAll('[data-test=note-line]')).toHaveLength(0)
  expect(page.find('[data-test=result]').text()).toContain('见到了')
})

test('the page shows the news by itself when the network comes back', async () => {
  work(phone)
  const page = await open(Visit, { id: '9' })
  phone.isOnline = false
  await page.find('[data-test=by-place]').trigger('click')
  await settle()
  phone.isOnline = true
  phone.answers[SEND] = all('APPLIED')
  phone.answers['GET /api/staff/visits/9'] = { ...VISIT, status: 'CHECKED_IN', statusWords: '已上门' }
  const { useOutbox } = await import('@/stores/outbox')
  await useOutbox().sendAll()
  await settle()
  expect(page.find('[data-test=status]').text()).toBe('已上门')
})

test('a wrong code is said in the sentence of the server, and the door can be tried again', async () => {
  work(phone)
  phone.answers[SEND] = all('REFUSED', { detail: '验证码不对，还可以试4次。' })
  const page = await open(Visit, { id: '9' })
  await page.find('[data-test=by-code]').trigger('click')
  expect(page.text()).toContain('请输入六位数字')
  page.findComponent({ name: 'UiText' }).vm.$emit('update:modelValue', '123456')
  await settle()
  await page.find('[data-test=by-code]').trigger('click')
  await settle()
  expect(page.find('[data-test=refusal]').text()).toBe('验证码不对，还可以试4次。')
  expect(page.find('[data-test=by-code]').exists()).toBe(true)
})

test('the page of what waits says where each entry is, and sends at a tap', async () => {
  phone.isOnline = false
  const { useOutbox } = await import('@/stores/outbox')
  await useOutbox().note({ kind: 'KNOCK', knock: { householdId: '6', result: 'NOT_HOME' } }, '1号楼 102')
  const page = await open(Outbox)
  expect(page.text()).toContain('1号楼 102')
  await page.find('[data-test=send-now]').trigger('click')
  await settle()
  expect(phone.toasts).toEqual(['还没有连上网络，登记仍在手机上。'])
  phone.isOnline = true
  phone.answers[SEND] = all('APPLIED')
  await page.find('[data-test=send-now]').trigger('click')
  await settle()
  expect(page.text()).toContain('都已提交')
})

test('a confirmation goes to the server at once', async () => {
  phone.answers['GET /api/staff/visits/9'] = { ...VISIT, status: 'REQUESTED' }
  phone.answers['POST /api/staff/visits/9/confirmation'] = VISIT
  const page = await open(Visit, { id: '9' })
  await page.find('[data-test=confirm]').trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/staff/visits/9/confirmation')).toHaveLength(1)
  expect(page.find('[data-test=confirm]').exists()).toBe(false)
})

test('an acceptance tried again keeps its key', async () => {
  phone.answers['GET /api/staff/requests/1'] = { id: '1', status: 'ASSIGNED', colour: 'GREEN', description: '路灯', timeline: [] }
  let tries = 0
  phone.answers['POST /api/staff/requests/1/acceptance'] = () => ((tries += 1) <= 2 ? { status: 503, body: undefined, headers: {} } : {})
  const page = await open(Request, { id: '1' })
  await page.find('[data-test=accept]').trigger('click')
  await new Promise((resolve) => setTimeout(resolve, 900))
  await settle()
  await page.find('[data-test=accept]').trigger('click')
  await settle()
  expect(new Set(phone.sentTo('POST', '/api/staff/requests/1/acceptance').map((one) => one.headers['Idempotency-Key'])).size).toBe(1)
  expect(phone.toasts).toEqual(['已受理'])
})

test('an answer asks for what its closure demands and sends pictures before and after once', async () => {
  let tries = 0
  phone.answers['POST /api/staff/requests/1/result'] = () => ((tries += 1) === 1 ? problem(400, 'request:photo-needed', '这类诉求要有照片。') : {})
  phone.chosen = [{ path: 'now.jpg', bytes: 1 }]
  const page = await open(Answer, { id: '1' })
  const fault = () => page.find('[data-test=fault]').text()
  const send = async () => {
    await page.find('[data-test=send]').trigger('click')
    await settle()
  }
  await send()
  expect(fault()).toBe('请先选办得怎么样。')
  await page.find('[data-test=closure-REFUSED]').trigger('click')
  page.findAllComponents({ name: 'UiText' })[1]?.vm.$emit('update:modelValue', '产权在外单位')
  await send()
  expect(fault()).toBe('请告诉居民可以找谁。')
  await page.find('[data-test=closure-SOLVED]').trigger('click')
  for (const row of page.findAll('[data-test=add-photo]')) {
    await row.trigger('click')
    await settle()
  }
  await send()
  expect(fault()).toBe('这类诉求要有照片。')
  await send()
  expect(phone.uploads).toHaveLength(2)
  expect(phone.sentTo('POST', '/api/staff/requests/1/result')[1]?.body).toEqual({ closure: 'SOLVED', words: '产权在外单位', photoIds: ['photo-2'], beforePhotoIds: ['photo-1'] })
})

test('merging is offered to leads only', async () => {
  expect((await open(Answer, { id: '1' })).find('[data-test=closure-MERGED]').exists()).toBe(false)
  staffPhone(['GRID_LEAD'])
  expect((await open(Answer, { id: '1' })).find('[data-test=closure-MERGED]').exists()).toBe(true)
})

test('a leave that hits agreed visits asks what becomes of each', async () => {
  phone.answers['GET /api/staff/leave'] = { items: [] }
  phone.answers['POST /api/staff/leave'] = (heard: Heard) =>
    (heard.body as { decisions?: unknown }).decisions ? { id: '3' } : problem(409, 'visit:visits-hit', '这次改动影响1个已有预约。', { visits: [{ id: '9', purpose: '看望老人', start: VISIT.start, end: VISIT.end }] })
  const page = await open(Leave)
  for (const name of ['from', 'to']) {
    const event = new Event('change')
    Object.assign(event, { detail: { value: '2026-11-28' } })
    page.find(`[data-test=${name}]`).element.dispatchEvent(event)
  }
  await settle()
  await page.find('[data-test=send]').trigger('click')
  await settle()
  expect(page.find('[data-test=hits]').text()).toContain('看望老人')
  await page.find('[data-test=send]').trigger('click')
  await settle()
  expect(phone.sentTo('POST', '/api/staff/leave')[1]?.body).toMatchObject({ from: '2026-11-28', decisions: [{ visitId: '9', decision: 'MOVE' }] })
  expect(phone.toasts).toEqual(['已登记'])
})
