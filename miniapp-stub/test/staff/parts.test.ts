import { beforeEach, expect, test } from 'vitest'
import type { StaffVisit } from '@/api'
import { dayOf, keep, keptBody, readOrKept } from '@/staff/parts/day'
import { daysAhead, slotsOf } from '@/staff/parts/slots'
import { stepOf, workOn } from '@/staff/parts/steps'
import type { Noted } from '@/stores/outbox'
import type { FakePlatform } from '../fakes'
import { problem } from '../fakes'
import { staffPhone, VISIT } from './staff'

let phone: FakePlatform
beforeEach(() => {
  phone = staffPhone()
})

const visit = (status: StaffVisit['status'], more: Partial<StaffVisit> = {}) => ({ ...VISIT, status, ...more }) as StaffVisit
const noted = (kind: Noted['item']['kind'], state: Noted['state'] = 'PHONE'): Noted => ({ item: { clientId: kind, kind, at: '', visitId: '9' }, member: '41', door: '', state })

test('a visit goes from answer to door to outcome, what is on the phone counted as done', () => {
  expect(stepOf(visit('REQUESTED'), [])).toBe('ANSWER')
  expect(stepOf(visit('PROPOSED'), [])).toBe('WAIT')
  expect(stepOf(visit('CONFIRMED'), [])).toBe('SET_OUT')
  expect(stepOf(visit('PLANNED'), [])).toBe('DOOR')
  expect(stepOf(visit('CONFIRMED', { departedAt: 'x' }), [])).toBe('DOOR')
  expect(stepOf(visit('CONFIRMED'), [noted('CHECK_IN')])).toBe('OUTCOME')
  expect(stepOf(visit('CONFIRMED'), [noted('CHECK_IN'), noted('OUTCOME')])).toBe('DONE')
  expect(stepOf(visit('CHECKED_IN'), [])).toBe('OUTCOME')
  expect(stepOf(visit('COMPLETED'), [])).toBe('DONE')
})

test('a refused check-in brings the door back, even with an outcome waiting for it', () => {
  expect(stepOf(visit('CONFIRMED', { departedAt: 'x' }), [noted('CHECK_IN', 'REFUSED')])).toBe('DOOR')
  expect(stepOf(visit('CONFIRMED', { departedAt: 'x' }), [noted('CHECK_IN', 'REFUSED'), noted('OUTCOME', 'SERVER')])).toBe('DOOR')
})

test('a request offers what its state allows', () => {
  expect(workOn({ status: 'ASSIGNED', colour: 'GREEN' })).toMatchObject({ accept: true, answer: false, escalate: true, giveBack: true })
  expect(workOn({ status: 'HANDLING', colour: 'GREEN' })).toMatchObject({ accept: false, answer: true, extend: true, ask: true })
  expect(workOn({ status: 'HANDLING', colour: 'GREEN', subState: 'WAITING_RESIDENT' })).toMatchObject({ answer: true, ask: false })
  expect(workOn({ status: 'HANDLING', colour: 'RED' })).toMatchObject({ escalate: false, extend: false })
  expect(workOn({ status: 'HANDLING', colour: 'GREEN', overdue: true }).extend).toBe(false)
  expect(workOn({ status: 'ANSWERED' }).any).toBe(false)
})

test('proposes half hours within the own hours, from now on, a different day as it says', () => {
  const now = Date.parse('2026-11-27T01:10:00Z') // Friday 9:10 in Beijing
  const hours = { version: 1, weekly: [{ weekday: 5, from: '09:00', to: '10:30' }], overrides: [{ day: '2026-11-28', windows: [{ from: '14:00', to: '14:45' }] }] }
  expect(slotsOf(hours, '2026-11-27', now)).toEqual(['2026-11-27T01:30:00.000Z', '2026-11-27T02:00:00.000Z'])
  expect(slotsOf(hours, '2026-11-28', now)).toEqual(['2026-11-28T06:00:00.000Z'])
  expect(slotsOf(hours, '2026-11-29', now)).toEqual([])
  expect(daysAhead(2, Date.parse('2026-12-31T15:00:00Z'))).toEqual(['2026-12-31', '2027-01-01'])
})

test('shows what was read earlier today when there is no network, and says when', async () => {
  await readOrKept('walk', () => Promise.resolve({ items: [1] }))
  phone.isOnline = false
  const { get } = await import('@/api')
  const read = await readOrKept('walk', () => get<unknown>('/api/staff/walk'))
  expect(read.body).toEqual({ items: [1] })
  expect(read.keptAt).toBeGreaterThan(0)
})

test('a refusal of the server is no reason to show what was kept', async () => {
  keep('visit-9', VISIT)
  phone.answers['GET /api/staff/visits/9'] = problem(404, 'visit:not-found', '没有这次走访。')
  const { visitTask } = await import('@/api/staff')
  await expect(readOrKept('visit-9', () => visitTask('9'))).rejects.toMatchObject({ status: 404 })
})

test('door numbers of another day or another member are not shown, and go with the next reading', () => {
  phone.disk.set('staff-day', { member: '41', day: '2020-01-01', read: { walk: { at: 1, body: '101' } } })
  expect(keptBody('walk')).toBeUndefined()
  phone.disk.set('staff-day', { member: '42', day: dayOf(), read: { walk: { at: 1, body: '101' } } })
  expect(keptBody('walk')).toBeUndefined()
  keep('asked', [])
  expect(JSON.stringify(phone.disk.get('staff-day'))).not.toContain('101')
})
