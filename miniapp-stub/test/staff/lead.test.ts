import type { VueWrapper } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import type { RequestLine, StaffRequestDetail } from '@/api'
import Answer from '@/staff/pages/answer/answer.vue'
import Assign from '@/staff/pages/assign/assign.vue'
import Campaigns from '@/staff/pages/campaigns/campaigns.vue'
import Chats from '@/staff/pages/chats/chats.vue'
import Hours from '@/staff/pages/hours/hours.vue'
import Lead from '@/staff/pages/lead/lead.vue'
import Leave from '@/staff/pages/leave/leave.vue'
import Opening from '@/staff/pages/opening/opening.vue'
import Plan from '@/staff/pages/plan/plan.vue'
import Request from '@/staff/pages/request/request.vue'
import Reviews from '@/staff/pages/reviews/reviews.vue'
import Share from '@/staff/pages/share/share.vue'
import Table from '@/staff/pages/table/table.vue'
import Today from '@/staff/pages/today/today.vue'
import Untold from '@/staff/pages/untold/untold.vue'
import Visit from '@/staff/pages/visit/visit.vue'
import Visits from '@/staff/pages/visits/visits.vue'
import { decisionsOf, lacksTimes } from '@/staff/parts/hits'
import { quarter } from '@/staff/parts/slots'
import { leadOn, waitsForLead } from '@/staff/parts/steps'
import type { FakePlatform, Heard } from '../fakes'
import { hooks, open, problem, settle } from '../fakes'
import { DOOR, staffPhone, VISIT } from './staff'

let phone: FakePlatform
const PEOPLE = { items: [{ id: '51', number: 'HL001', name: '唐涵', title: '网格员', grids: ['听铃第二网格'] }, { id: '52', number: 'HL002', name: '沈远', title: '网格员', grids: ['听铃第一网格'] }] }
const DETAIL: StaffRequestDetail = { id: '1', status: 'ASSIGNED', statusWords: '已派办', colour: 'GREEN', description: '井盖松动', gridName: '听铃第一网格', timeline: [] }

beforeEach(() => {
  document.body.innerHTML = ''
  phone = staffPhone(['GRID_LEAD'])
  phone.answers['GET /api/resident/request-categories'] = { items: [{ code: 'ROAD', name: '道路', selectable: true, children: [] }] }
  phone.answers['GET /api/staff/members'] = PEOPLE
  phone.answers['GET /api/staff/units'] = { items: [{ id: '8', name: '金铃物业', active: true }, { id: '9', name: '旧单位', active: false }] }
  phone.answers['GET /api/resident/message-templates'] = { items: [] }
})

const by = (name: string) => `[data-test="${name}"]`
const bodies = (path: string, method = 'POST') => phone.sentTo(method, path).map((sent) => sent.body)

async function tap(page: VueWrapper, name: string, at = 0) {
  await page.findAll(by(name))[at]?.trigger('click')
  await settle()
}

async function write(page: VueWrapper, words: string) {
  page.findAllComponents({ name: 'UiText' }).at(-1)?.vm.$emit('update:modelValue', words)
  await settle()
}

async function yes(page: VueWrapper) {
  await page.findAll('.sheet .button')[0]?.trigger('click')
  await settle()
}

async function pick(page: VueWrapper, name: string, value: string, at = 0) {
  const event = new Event('change')
  Object.assign(event, { detail: { value } })
  page.findAll(by(name))[at]?.element.dispatchEvent(event)
  await settle()
}

test('what can be decided depends on the level that holds it and on one’s own', () => {
  const at = (colour: RequestLine['colour'], subState?: RequestLine['subState'], status: RequestLine['status'] = 'HANDLING') => ({ colour, subState, status })
  expect(leadOn(at('GREEN', undefined, 'SUBMITTED'), ['GRID_LEAD'])).toMatchObject({ assign: true, reject: true, merge: true })
  expect(leadOn(at('GREEN', undefined, 'SUBMITTED'), ['GRID_MEMBER']).any).toBe(false)
  expect(leadOn(at('YELLOW'), ['GRID_LEAD']).any).toBe(false)
  expect(leadOn(at('GREEN', 'RETURN_ASKED'), ['GRID_LEAD']).decideReturn).toBe(false)
  expect(leadOn(at('GREEN', 'RETURN_ASKED'), ['COMMUNITY']).decideReturn).toBe(true)
  expect(leadOn(at('YELLOW', 'EXTENSION_ASKED'), ['STREET']).decideExtension).toBe(true)
  expect(leadOn(at('YELLOW', 'DOWN_OFFERED'), ['GRID_MEMBER']).consentDown).toBe(true)
  expect(leadOn(at('BLUE', 'DOWN_OFFERED'), ['GRID_LEAD']).consentDown).toBe(false)
  expect(leadOn(at('BLUE', 'JOINT_MEETING'), ['STREET']).decideAtMeeting).toBe(true)
  expect(leadOn(at('RED'), ['STREET'])).toMatchObject({ districtAnswer: true, assign: false })
  expect(leadOn(at('GREEN', undefined, 'MERGED'), ['GRID_LEAD'])).toMatchObject({ undoMerge: true, merge: false })
  expect(waitsForLead({ ...at('GREEN', undefined, 'ASSIGNED'), holder: { name: '唐涵' } }, ['GRID_LEAD'])).toBe(false)
  expect(waitsForLead(at('GREEN', undefined, 'SUBMITTED'), ['GRID_LEAD'])).toBe(true)
})

test('the desk of a lead holds what waits, over all pages of the grid, and counts it', async () => {
  phone.answers['GET /api/staff/requests'] = ({ path }: { path: string }) =>
    path.includes('after=p2')
      ? { items: [{ id: '3', status: 'SUBMITTED', colour: 'GREEN', description: '第二页要甄别的' }], next: null }
      : { items: [{ id: '1', status: 'SUBMITTED', colour: 'GREEN', description: '要甄别的' }, { id: '2', status: 'HANDLING', colour: 'GREEN', description: '在办的' }], next: 'p2' }
  phone.answers['GET /api/staff/unplaced-visits'] = { items: [{ id: '9', purpose: '为老服务', why: '网格员请假', start: VISIT.start, end: VISIT.end, statusWords: '已确认' }] }
  phone.answers['GET /api/staff/call-backs'] = { items: [{ visitId: '12', stars: 1, helped: false, comment: '没人来', dueAt: VISIT.start, number: 'FW-12' }], next: null }
  phone.answers['POST /api/staff/visits/12/call-back'] = ''
  const page = await open(Lead)
  expect(page.findAll(by('work-card')).map((card) => card.text())).toEqual([expect.stringContaining('要甄别的'), expect.stringContaining('第二页')])
  expect(page.find(by('parts')).text()).toContain('诉求 2')
  await page.findAll(`${by('parts')} [role=radio]`)[1]?.trigger('click')
  expect(page.find(by('unplaced')).text()).toContain('网格员请假')
  await tap(page, 'unplaced')
  expect(hooks.went).toEqual(['to /staff/pages/visit/visit?id=9&lead=1'])
  await page.findAll(`${by('parts')} [role=radio]`)[2]?.trigger('click')
  await tap(page, 'called')
  await write(page, '已致歉')
  await yes(page)
  expect(bodies('/api/staff/visits/12/call-back')).toEqual([{ words: '已致歉' }])
})

test('who leads finds the desk on today’s page, who does not has none', async () => {
  phone.answers['GET /api/staff/walk'] = { items: [] }
  phone.answers['GET /api/staff/visits'] = { items: [] }
  phone.answers['GET /api/staff/requests'] = { items: [] }
  expect((await open(Today)).find(by('desk')).exists()).toBe(true)
  const answers = phone.answers
  phone = staffPhone(['SECONDED'])
  phone.answers = { ...answers, ...phone.answers, 'GET /api/staff/weekly-round': { words: '本周已走访3户，要求10户。' } }
  const page = await open(Today)
  expect(page.find(by('desk')).exists()).toBe(false)
  expect(page.find(by('round')).text()).toContain('本周已走访3户')
})

test('a request is given to a colleague of its grid, who stands first, with a reason', async () => {
  phone.answers['GET /api/staff/requests/1'] = DETAIL
  phone.answers['POST /api/staff/requests/1/assignment'] = { id: '1' }
  const page = await open(Assign, { id: '1' })
  await tap(page, 'send')
  expect(page.find(by('fault')).text()).toBe('请选交给谁。')
  expect(page.findAll(by('person'))[0]?.text()).toContain('沈远')
  await tap(page, 'person')
  await tap(page, 'send')
  expect(page.find(by('fault')).text()).toContain('为什么')
  await write(page, '这段路归第一网格')
  await tap(page, 'send')
  expect(bodies('/api/staff/requests/1/assignment')).toEqual([{ memberId: '52', reason: '这段路归第一网格' }])
  expect(phone.toasts).toEqual(['已派办，对方会收到通知'])
})

test('who says what it is about may leave to the rules who has it, or name a unit that still exists', async () => {
  phone.answers['GET /api/staff/requests/1'] = { ...DETAIL, status: 'SUBMITTED' }
  phone.answers['POST /api/staff/requests/1/assignment'] = { id: '1' }
  const page = await open(Assign, { id: '1' })
  await tap(page, 'category')
  await tap(page, 'leaf')
  await write(page, '属于道路')
  await tap(page, 'send')
  expect(bodies('/api/staff/requests/1/assignment')).toEqual([{ category: 'ROAD', reason: '属于道路' }])
  const holder = page.findComponent({ name: 'HolderPick' })
  await holder.findAll('[role=radio]')[2]?.trigger('click')
  await settle()
  expect(holder.text()).toContain('金铃物业')
  expect(holder.text()).not.toContain('旧单位')
  await holder.findAll('[role=radio]')[3]?.trigger('click')
  await tap(page, 'send')
  expect(bodies('/api/staff/requests/1/assignment')[1]).toEqual({ unitId: '8', category: 'ROAD', reason: '属于道路' })
})

test('what the joint meeting decided is written down as such', async () => {
  phone = staffPhone(['STREET'])
  phone.answers['GET /api/staff/members'] = PEOPLE
  phone.answers['GET /api/staff/requests/1'] = { ...DETAIL, status: 'HANDLING', colour: 'BLUE', subState: 'JOINT_MEETING' }
  phone.answers['POST /api/staff/requests/1/meeting-decision'] = { id: '1' }
  const work = await open(Request, { id: '1' })
  await tap(work, 'meeting')
  expect(hooks.went).toEqual(['to /staff/pages/assign/assign?id=1&meeting=1'])
  hooks.heard.clear()
  const page = await open(Assign, { id: '1', meeting: '1' })
  await tap(page, 'person', 1)
  await write(page, '联席会议定')
  await tap(page, 'send')
  expect(bodies('/api/staff/requests/1/meeting-decision')).toEqual([{ memberId: '51', reason: '联席会议定' }])
})

test('a lead turns a request away with a reason, and the page shows the news', async () => {
  phone.answers['GET /api/staff/requests/1'] = DETAIL
  phone.answers['POST /api/staff/requests/1/rejection'] = { id: '1' }
  const page = await open(Request, { id: '1' })
  await tap(page, 'reject')
  await yes(page)
  expect(bodies('/api/staff/requests/1/rejection')).toEqual([])
  await write(page, '属于合同纠纷')
  await yes(page)
  expect(bodies('/api/staff/requests/1/rejection')).toEqual([{ words: '属于合同纠纷' }])
  expect(phone.sentTo('GET', '/api/staff/requests/1')).toHaveLength(2)
})

test.each([
  ['decideReturn', 'RETURN_ASKED', 'return-decision'],
  ['decideExtension', 'EXTENSION_ASKED', 'extension-decision'],
] as const)('the level above grants or denies (%s), each with its reason', async (deed, subState, path) => {
  phone = staffPhone(['COMMUNITY'])
  phone.answers['GET /api/staff/requests/1'] = { ...DETAIL, status: 'HANDLING', subState }
  phone.answers[`POST /api/staff/requests/1/${path}`] = { id: '1' }
  const page = await open(Request, { id: '1' })
  expect(page.find(by(deed)).exists()).toBe(true)
  await tap(page, 'grant')
  await write(page, '情况属实')
  await yes(page)
  await tap(page, 'deny')
  await write(page, '理由不足')
  await yes(page)
  expect(bodies(`/api/staff/requests/1/${path}`)).toEqual([{ granted: true, reason: '情况属实' }, { granted: false, reason: '理由不足' }])
})

test('a lead merges without holding it, and can undo it', async () => {
  phone.answers['GET /api/staff/requests/1'] = DETAIL
  phone.answers['GET /api/staff/requests'] = { items: [{ id: '4', status: 'HANDLING', description: '同一个井盖' }] }
  phone.answers['POST /api/staff/requests/1/merge'] = { id: '1' }
  phone.answers['POST /api/staff/requests/1/merge-undo'] = { id: '1' }
  const work = await open(Request, { id: '1' })
  await tap(work, 'merge')
  expect(hooks.went).toEqual(['to /staff/pages/answer/answer?id=1&merge=1'])
  hooks.heard.clear()
  const page = await open(Answer, { id: '1', merge: '1' })
  await tap(page, 'into')
  await tap(page, 'send')
  expect(bodies('/api/staff/requests/1/merge')).toEqual([{ into: '4' }])
  hooks.heard.clear()
  phone.answers['GET /api/staff/requests/1'] = { ...DETAIL, status: 'MERGED' }
  await tap(await open(Request, { id: '1' }), 'undo-merge')
  expect(phone.sentTo('POST', '/api/staff/requests/1/merge-undo')).toHaveLength(1)
})

test('somebody else is sent to a door; the doorstep itself is not offered to who does not go', async () => {
  phone.answers['GET /api/staff/visits/9'] = VISIT
  phone.answers['POST /api/staff/visits/9/reassignment'] = VISIT
  const page = await open(Visit, { id: '9', lead: '1' })
  expect(page.find(by('by-code')).exists()).toBe(false)
  expect(page.find(by('set-out')).exists()).toBe(false)
  await tap(page, 'reassign')
  await write(page, '临时参加防汛')
  await yes(page)
  expect(page.find('.sheet').text()).toContain('请选交给谁。')
  await tap(page, 'person', 1)
  await yes(page)
  expect(bodies('/api/staff/visits/9/reassignment')).toEqual([{ memberId: '52', reason: '临时参加防汛' }])
})

test('a member who leads nobody sends nobody else', async () => {
  phone = staffPhone(['GRID_MEMBER'])
  phone.answers['GET /api/staff/visits/9'] = VISIT
  expect((await open(Visit, { id: '9' })).find(by('reassign')).exists()).toBe(false)
})

test('a door number is shown for a reason and in words, and the resident’s view of it is said first', async () => {
  phone = staffPhone(['GRID_MEMBER'])
  phone.answers['GET /api/staff/visits/9'] = { ...VISIT, door: { address: DOOR.address, building: DOOR.building } }
  phone.answers['POST /api/staff/visits/9/door-reveal'] = DOOR
  const page = await open(Visit, { id: '9' })
  expect(page.find(by('door')).text()).not.toContain('101')
  await tap(page, 'reveal-door')
  expect(page.find(by('seen')).text()).toContain('李网格')
  await page.findAll('.sheet [role=radio]')[3]?.trigger('click')
  expect(page.find(by('seen')).text()).toContain('紧急情况')
  await yes(page)
  expect(bodies('/api/staff/visits/9/door-reveal')).toEqual([])
  await write(page, '救人')
  await yes(page)
  expect(bodies('/api/staff/visits/9/door-reveal')).toEqual([])
  await write(page, '燃气泄漏')
  await yes(page)
  expect(bodies('/api/staff/visits/9/door-reveal')).toEqual([{ reason: 'EMERGENCY', purpose: '燃气泄漏' }])
  expect(page.find(by('door')).text()).toContain('101')
  expect(JSON.stringify(phone.disk.get('staff-day'))).not.toContain('101')
})

test('a reporter’s phone is shown for the reason that was chosen', async () => {
  phone.answers['GET /api/staff/requests/1'] = { ...DETAIL, reporter: { words: '居民', phone: '198****0001', canReveal: true } }
  phone.answers['POST /api/staff/requests/1/reporter-reveal'] = { phone: '19800000001' }
  const page = await open(Request, { id: '1' })
  await tap(page, 'reveal')
  await page.findAll('.sheet [role=radio]')[0]?.trigger('click')
  await write(page, '告诉进展')
  await yes(page)
  expect(bodies('/api/staff/requests/1/reporter-reveal')).toEqual([{ reason: 'TELL_PROGRESS', purpose: '告诉进展' }])
  await tap(page, 'call')
  expect(phone.called).toEqual(['19800000001'])
})

test('whom no message reached is called and then taken off the list', async () => {
  const line = { id: '6', title: '诉求已答复', text: '路灯已修好。', at: VISIT.start, status: 'COULD_NOT_TELL', subject: { kind: 'REQUEST', id: '1' }, person: { kind: 'RESIDENT', phone: '198****0001' } }
  let gone = false
  phone.answers['GET /api/staff/messages'] = () => ({ items: gone ? [] : [line], next: null })
  phone.answers['POST /api/staff/messages/6/phone-reveal'] = { phone: '19800000001' }
  phone.answers['POST /api/staff/messages/6/telling'] = () => {
    gone = true
    return line
  }
  const page = await open(Untold)
  expect(page.find(by('call')).exists()).toBe(false)
  await tap(page, 'reveal')
  await write(page, '告知答复')
  await yes(page)
  expect(bodies('/api/staff/messages/6/phone-reveal')).toEqual([{ reason: 'TELL_PROGRESS', purpose: '告知答复' }])
  await tap(page, 'call')
  expect(phone.called).toEqual(['19800000001'])
  await tap(page, 'told')
  expect(page.findAll(by('untold'))).toHaveLength(0)
})

test('a hit visit is moved to a named colleague or proposed anew, and not sent without times', async () => {
  phone.answers['GET /api/staff/leave'] = { items: [] }
  phone.answers['GET /api/staff/availability'] = { version: 0, overrides: [], weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '11:00' })) }
  const hit = (id: string) => ({ id, purpose: '为老服务', statusWords: '已确认', start: VISIT.start, end: VISIT.end })
  phone.answers['POST /api/staff/leave'] = (heard: Heard) => ((heard.body as { decisions?: unknown }).decisions ? { id: '3' } : problem(409, 'visit:visits-hit', '影响2个预约。', { visits: [hit('9'), hit('10')] }))
  const page = await open(Leave)
  await pick(page, 'from', '2026-11-28')
  await pick(page, 'to', '2026-11-28')
  await tap(page, 'send')
  const list = page.findComponent({ name: 'HitList' })
  await list.findAll(by('person'))[1]?.trigger('click')
  await list.findAllComponents({ name: 'UiChips' })[1]?.findAll('[role=radio]')[1]?.trigger('click')
  await settle()
  await tap(page, 'send')
  expect(page.find(by('fault')).text()).toContain('选时间')
  await list.findAll(by('slot'))[0]?.trigger('click')
  await settle()
  await tap(page, 'send')
  expect(bodies('/api/staff/leave')[1]).toMatchObject({ decisions: [{ visitId: '9', decision: 'MOVE', memberId: '52' }, { visitId: '10', decision: 'PROPOSE', starts: [expect.any(String)] }] })
})

test('what is decided about hit visits goes to the server as it takes it', () => {
  const hits = [{ id: '1' }, { id: '2' }, { id: '3' }]
  const decided = { 2: { decision: 'KEEP', memberId: '5', starts: ['x'] }, 3: { decision: 'PROPOSE', memberId: '', starts: [] } } as const
  const open = { 2: { ...decided[2], starts: ['x'] }, 3: { ...decided[3], starts: [] as string[] } }
  expect(decisionsOf(hits, open, ' 请假 ')).toEqual([{ visitId: '1', decision: 'MOVE', reason: '请假' }, { visitId: '2', decision: 'KEEP' }, { visitId: '3', decision: 'PROPOSE', starts: [], reason: '请假' }])
  expect(lacksTimes(hits, open)).toBe(true)
  expect(decisionsOf([], {}, '')).toBeUndefined()
})

test('hours are changed window by window, in quarters, with what was read sent back', async () => {
  const read = { version: 4, capacity: 2, overrides: [], weekly: [{ weekday: 1, from: '09:00', to: '11:30' }] }
  phone.answers['GET /api/staff/availability'] = read
  phone.answers['PUT /api/staff/availability'] = read
  const page = await open(Hours)
  expect(page.findAll(by('weekday'))).toHaveLength(7)
  await pick(page, 'to', '10:50')
  await page.findAll(by('weekday'))[1]?.find(by('add')).trigger('click')
  await settle()
  await pick(page, 'add-day', '2026-12-01')
  await tap(page, 'save')
  expect(bodies('/api/staff/availability', 'PUT')).toEqual([
    { availability: { version: 4, capacity: 2, overrides: [{ day: '2026-12-01', windows: [] }], weekly: [{ weekday: 1, from: '09:00', to: '10:45' }, { weekday: 2, from: '09:00', to: '11:30' }] } },
  ])
  expect(quarter('09:59')).toBe('09:45')
})

test('hours that hit visits ask what becomes of each', async () => {
  const read = { version: 1, overrides: [], weekly: null }
  phone.answers['GET /api/staff/availability'] = read
  phone.answers['PUT /api/staff/availability'] = (heard: Heard) =>
    (heard.body as { decisions?: unknown }).decisions ? read : problem(409, 'visit:visits-hit', '影响1个预约。', { visits: [{ id: '9', purpose: '为老服务', start: VISIT.start, end: VISIT.end }] })
  const page = await open(Hours)
  expect(page.findAll(by('weekday'))).toHaveLength(0)
  page.findComponent({ name: 'UiSwitch' }).vm.$emit('update:modelValue', true)
  await settle()
  expect(page.findAll(by('window'))).toHaveLength(10)
  await tap(page, 'save')
  expect(page.find(by('hits')).text()).toContain('为老服务')
  await tap(page, 'save')
  expect(bodies('/api/staff/availability', 'PUT')[1]).toMatchObject({ decisions: [{ visitId: '9', decision: 'MOVE' }] })
  expect(phone.toasts).toEqual(['已保存'])
})

test('a lead opens a campaign and gives a building of it to a colleague', async () => {
  phone.answers['GET /api/staff/campaigns'] = { items: [], next: null }
  expect((await open(Campaigns)).find(by('open-campaign')).exists()).toBe(true)
  hooks.heard.clear()
  phone.answers['POST /api/staff/campaigns'] = { id: '7', doors: 120 }
  const page = await open(Opening)
  await tap(page, 'send')
  expect(page.find(by('fault')).text()).toContain('名称')
  page.findComponent({ name: 'UiText' }).vm.$emit('update:modelValue', '冬季用气安全')
  await page.find(`${by('purposes')} [role=radio]`).trigger('click')
  await pick(page, 'from', '2026-12-01')
  await pick(page, 'to', '2026-12-20')
  await tap(page, 'send')
  expect(bodies('/api/staff/campaigns')).toEqual([{ name: '冬季用气安全', purpose: 'POLICY_HELP', gridId: '7', fromDay: '2026-12-01', toDay: '2026-12-20' }])
  expect(hooks.went).toEqual(['instead /staff/pages/share/share?id=7'])

  hooks.heard.clear()
  phone.answers['GET /api/staff/campaigns/7/progress'] = { campaign: { name: '冬季用气安全' }, doors: 120, covered: 3, lines: [{ gridId: '7', grid: '听铃第一网格', memberId: '51', member: '唐涵', doors: 120, covered: 3 }] }
  phone.answers['GET /api/staff/door-signs'] = { items: [{ address: '铃音巷1号', building: '1号楼', sign: 'x' }] }
  phone.answers['PUT /api/staff/campaigns/7/turf'] = { doors: 40 }
  const share = await open(Share, { id: '7' })
  expect(share.find(by('tally')).text()).toContain('3 / 120')
  await tap(share, 'give')
  expect(share.find(by('fault')).text()).toBe('请选交给谁。')
  await share.findComponent({ name: 'UiChips' }).findAll('[role=radio]')[1]?.trigger('click')
  await tap(share, 'person')
  await tap(share, 'give')
  expect(bodies('/api/staff/campaigns/7/turf', 'PUT')).toEqual([{ memberId: '52', building: { address: '铃音巷1号', building: '1号楼' } }])
  expect(phone.toasts).toContain('40 户换了人')
})

test('what WeChat could not judge is published or kept hidden, with a reason', async () => {
  phone = staffPhone(['COMMUNITY'])
  phone.answers['GET /api/staff/content-reviews'] = { items: [{ id: '5', words: '楼道堆物', causeWords: '需要人工看' }], next: null }
  phone.answers['POST /api/staff/content-reviews/5/decision'] = ''
  const page = await open(Reviews)
  await tap(page, 'hide')
  await write(page, '有电话号码')
  await yes(page)
  expect(bodies('/api/staff/content-reviews/5/decision')).toEqual([{ publish: false, reason: '有电话号码' }])
})

test('own visits are listed by what they wait for', async () => {
  phone.answers['GET /api/staff/visits'] = ({ path }: { path: string }) => ({ items: path.includes('status=PROPOSED') ? [{ ...VISIT, status: 'PROPOSED' }] : [], next: null })
  const page = await open(Visits)
  expect(page.findAll(by('visit'))).toHaveLength(0)
  await page.findAll('[role=radio]')[1]?.trigger('click')
  await settle()
  expect(page.find(by('visit')).text()).toContain('101')
})

test('a resident who asked for a person in the chat is answered, once over two tries', async () => {
  phone.answers['GET /api/staff/chats'] = { items: [{ id: '3', status: 'WAITING', canReply: true, gridName: '听铃第一网格', lines: [{ words: '水管爆了怎么办', at: VISIT.start }] }], next: null }
  let tries = 0
  phone.answers['POST /api/staff/chats/3/reply'] = () => ((tries += 1) === 1 ? problem(409, 'chat:not-sent', '没有发出去。') : { id: '3' })
  const page = await open(Chats)
  expect(page.find(by('chat')).text()).toContain('水管爆了怎么办')
  await tap(page, 'reply')
  await write(page, '先关总阀，马上到')
  await yes(page)
  expect(page.find('.sheet').text()).toContain('没有发出去。')
  await yes(page)
  expect(bodies('/api/staff/chats/3/reply')).toEqual([{ text: '先关总阀，马上到' }, { text: '先关总阀，马上到' }])
  expect(new Set(phone.sentTo('POST', '/api/staff/chats/3/reply').map((sent) => sent.headers['Idempotency-Key'])).size).toBe(1)
})

test('who may not reply any more is told why, and can still close the chat', async () => {
  phone.answers['GET /api/staff/chats'] = { items: [{ id: '3', status: 'WAITING', canReply: false, lines: [] }], next: null }
  phone.answers['POST /api/staff/chats/3/closure'] = { id: '3' }
  const page = await open(Chats)
  expect(page.find(by('reply')).exists()).toBe(false)
  expect(page.text()).toContain('48 小时')
  await tap(page, 'close')
  expect(phone.sentTo('POST', '/api/staff/chats/3/closure')).toHaveLength(1)
})

test('a follow-up visit is planned at one time of the own hours', async () => {
  phone.answers['GET /api/staff/availability'] = { version: 0, overrides: [], weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '11:00' })) }
  phone.answers['POST /api/staff/visits'] = { id: '15' }
  const page = await open(Plan, { request: '1' })
  await tap(page, 'send')
  expect(page.find(by('fault')).text()).toBe('请先选时间。')
  await tap(page, 'slot', 0)
  await tap(page, 'slot', 1)
  await tap(page, 'send')
  expect(bodies('/api/staff/visits')).toEqual([{ reason: 'FOLLOW_UP', purpose: 'FOLLOW_UP', requestId: '1', start: expect.stringMatching(/T01:30:00/) }])
  expect(hooks.went).toEqual(['instead /staff/pages/visit/visit?id=15'])
})

test('a table about a request is called, gets minutes and a task, and is closed', async () => {
  const now = { id: '2', purpose: '恢复路面', openedAt: VISIT.start, participants: [{ name: '沈远' }], minutes: [], tasks: [{ id: '5', what: '清运渣土', dueAt: VISIT.end, who: { name: '沈远' } }] }
  let there = false
  phone.answers['GET /api/staff/coordinations'] = () => ({ items: there ? [now] : [] })
  phone.answers['POST /api/staff/coordinations'] = () => {
    there = true
    return now
  }
  for (const deed of ['minutes', 'tasks', 'tasks/5/completion', 'closure']) {
    phone.answers[`POST /api/staff/coordinations/2/${deed}`] = now
  }
  const page = await open(Table, { request: '1' })
  await tap(page, 'open')
  expect(page.text()).toContain('请写商量什么')
  page.findComponent({ name: 'UiText' }).vm.$emit('update:modelValue', '恢复路面')
  await tap(page, 'person')
  await tap(page, 'open')
  expect(bodies('/api/staff/coordinations')).toEqual([{ requestId: '1', purpose: '恢复路面', memberIds: ['51'], unitIds: [], withResident: false }])
  await tap(page, 'minute')
  await write(page, '周五前恢复')
  await yes(page)
  await tap(page, 'task')
  await write(page, '恢复路面')
  await yes(page)
  expect(page.find('.sheet').text()).toContain('请选日期。')
  await pick(page, 'due', '2026-12-01')
  await tap(page, 'person', 1)
  await yes(page)
  await tap(page, 'finish')
  await tap(page, 'close')
  await write(page, '已恢复')
  await yes(page)
  expect(bodies('/api/staff/coordinations/2/minutes')).toEqual([{ words: '周五前恢复' }])
  expect(bodies('/api/staff/coordinations/2/tasks')).toEqual([{ what: '恢复路面', dueAt: '2026-12-01T10:00:00.000Z', memberId: '52' }])
  expect(phone.sentTo('POST', '/api/staff/coordinations/2/tasks/5/completion')).toHaveLength(1)
  expect(bodies('/api/staff/coordinations/2/closure')).toEqual([{ outcome: '已恢复' }])
})
