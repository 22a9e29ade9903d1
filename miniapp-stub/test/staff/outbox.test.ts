import { beforeEach, expect, test } from 'vitest'
import type { OutboxItem } from '@/api'
import { useOutbox } from '@/stores/outbox'
import { useSession } from '@/stores/session'
import type { FakePlatform, Heard } from '../fakes'
import { freshPhone, problem } from '../fakes'
import { staffPhone } from './staff'

const SEND = '/api/staff/visit-outbox'
const CHECK_IN = { kind: 'CHECK_IN', visitId: '9', checkIn: { doorCode: '123456' } } as const
const OUTCOME = { kind: 'OUTCOME', visitId: '9', outcome: { result: 'MET' } } as const
const KNOCK = { kind: 'KNOCK', knock: { householdId: '5', result: 'NOT_HOME' } } as const

let phone: FakePlatform
let worked: Map<string, OutboxItem>

/** The server's rule: kept by client id, an outcome waits for its check-in, each counts once. */
function server(heard: Heard) {
  const items = (heard.body as { items: OutboxItem[] }).items
  items.forEach((item) => worked.set(item.clientId, worked.get(item.clientId) ?? item))
  const checkedIn = [...worked.values()].some((item) => item.kind === 'CHECK_IN')
  return { items: items.map(({ clientId, kind }) => ({ clientId, state: kind === 'OUTCOME' && !checkedIn ? 'WAITING' : 'APPLIED' })) }
}

function restart() {
  phone = staffPhone(['GRID_MEMBER'], phone.disk)
  phone.answers[`POST ${SEND}`] = server
}

beforeEach(() => {
  phone = staffPhone()
  worked = new Map()
  phone.answers[`POST ${SEND}`] = server
})

const sent = () => phone.sentTo('POST', SEND).map((one) => (one.body as { items: OutboxItem[] }).items)

test('with a network an entry is gone as soon as it is written', async () => {
  expect(await useOutbox().note(CHECK_IN, '101', Date.parse('2026-11-27T06:00:00Z'))).toBeUndefined()
  expect(sent()[0]?.[0]).toMatchObject({ ...CHECK_IN, at: '2026-11-27T06:00:00.000Z' })
  expect(useOutbox().mine).toEqual([])
})

test('without a network entries stay over a restart, and are sent once the network is back', async () => {
  phone.isOnline = false
  await useOutbox().note(CHECK_IN, '101')
  await useOutbox().note(OUTCOME, '101')
  await useOutbox().note(KNOCK, '102')
  const ids = useOutbox().waiting.map((one) => one.item.clientId)
  expect(useOutbox().waiting.map((one) => one.state)).toEqual(['PHONE', 'PHONE', 'PHONE'])

  restart()
  expect(useOutbox().waiting.map((one) => one.door)).toEqual(['101', '101', '102'])
  await useOutbox().sendAll()

  expect(sent().map((items) => items.map((item) => item.clientId))).toEqual([ids])
  expect(useOutbox().mine).toEqual([])
  await useOutbox().sendAll()
  expect(sent()).toHaveLength(1)
})

test('an entry that was lost on the way back is sent again with the same client id and the same body', async () => {
  let tries = 0
  phone.answers[`POST ${SEND}`] = (heard: Heard) => {
    const answer = server(heard)
    return (tries += 1) === 1 ? { status: 503, body: undefined, headers: {} } : answer
  }
  await useOutbox().note(KNOCK, '102')
  expect(useOutbox().waiting).toHaveLength(1)
  await useOutbox().sendAll()
  expect(JSON.stringify(sent()[0])).toBe(JSON.stringify(sent()[1]))
  expect(worked.size).toBe(1)
  expect(useOutbox().mine).toEqual([])
})

test('an outcome that arrives before its check-in waits at the server and is settled later', async () => {
  await useOutbox().note(OUTCOME, '101')
  expect(useOutbox().waiting.map((one) => one.state)).toEqual(['SERVER'])
  await useOutbox().note(CHECK_IN, '101')
  expect(useOutbox().mine).toEqual([])
  expect(worked.size).toBe(2)
})

test('a refused entry stays with the sentence of the server, over a restart too, until the member gives it up', async () => {
  phone.answers[`POST ${SEND}`] = (heard: Heard) => ({
    items: (heard.body as { items: OutboxItem[] }).items.map(({ clientId }) => ({ clientId, state: 'REFUSED', type: 'urn:problem:visit:door-code-wrong', detail: '验证码不对，还可以试4次。' })),
  })
  const left = await useOutbox().note(CHECK_IN, '101')
  expect(left).toMatchObject({ state: 'REFUSED', refusal: '验证码不对，还可以试4次。' })
  restart()
  expect(useOutbox().refused.map((one) => one.refusal)).toEqual(['验证码不对，还可以试4次。'])
  await useOutbox().sendAll()
  expect(sent()).toEqual([])
  useOutbox().drop(useOutbox().refused[0]?.item.clientId ?? '')
  expect(phone.disk.get('staff-outbox')).toEqual([])
})

test('a second try takes the place of the refused one and has a client id of its own', async () => {
  phone.answers[`POST ${SEND}`] = (heard: Heard) => ({ items: (heard.body as { items: OutboxItem[] }).items.map(({ clientId }) => ({ clientId, state: 'REFUSED', detail: '不对。' })) })
  const first = await useOutbox().note(CHECK_IN, '101')
  phone.answers[`POST ${SEND}`] = server
  await useOutbox().note({ ...CHECK_IN, checkIn: { doorCode: '654321' } }, '101')
  expect(useOutbox().mine).toEqual([])
  expect([...worked.keys()]).not.toContain(first?.item.clientId)
})

test('one entry the server cannot read does not hold up the others', async () => {
  phone.isOnline = false
  await useOutbox().note(CHECK_IN, '101')
  await useOutbox().note(KNOCK, '102')
  phone.isOnline = true
  phone.answers[`POST ${SEND}`] = (heard: Heard) =>
    (heard.body as { items: OutboxItem[] }).items.some((item) => item.kind === 'CHECK_IN') ? problem(400, 'platform:invalid-input', '验证码是6位数字。') : server(heard)
  await useOutbox().sendAll()
  expect(useOutbox().refused.map((one) => [one.item.kind, one.refusal])).toEqual([['CHECK_IN', '验证码是6位数字。']])
  expect(useOutbox().waiting).toEqual([])
})

test.each([403, 404, 413, 500])('a %i of somebody in between says nothing about the entries: they wait', async (status) => {
  phone.isOnline = false
  await useOutbox().note(CHECK_IN, '101')
  await useOutbox().note(KNOCK, '102')
  phone.isOnline = true
  phone.answers[`POST ${SEND}`] = () => ({ status, body: undefined, headers: {} })
  await useOutbox().sendAll()
  expect(useOutbox().refused).toEqual([])
  expect(useOutbox().waiting.length).toBe(2)
  phone.answers[`POST ${SEND}`] = server
  await useOutbox().sendAll()
  expect(useOutbox().waiting).toEqual([])
})

test('two rounds at once send each entry once; what is written meanwhile goes with the next', async () => {
  phone.isOnline = false
  await useOutbox().note(KNOCK, '102')
  phone.isOnline = true
  await Promise.all([useOutbox().sendAll(), useOutbox().sendAll(), useOutbox().note(CHECK_IN, '101')])
  expect(sent().flat().map((item) => item.kind).sort()).toEqual(['CHECK_IN', 'KNOCK'])
})

test('more than fifty go in parts', async () => {
  phone.isOnline = false
  for (let at = 0; at < 51; at += 1) {
    await useOutbox().note({ kind: 'KNOCK', knock: { householdId: String(at), result: 'MET' } }, 'x')
  }
  phone.isOnline = true
  await useOutbox().sendAll()
  expect(sent().map((items) => items.length)).toEqual([50, 1])
})

test('what one member wrote down nobody else sends', async () => {
  phone.isOnline = false
  await useOutbox().note(KNOCK, '102')
  const disk = phone.disk
  phone = staffPhone(['GRID_MEMBER'], disk, '42')
  phone.answers[`POST ${SEND}`] = server
  expect(useSession().staff?.id).toBe('42')
  expect(useOutbox().mine).toEqual([])
  await useOutbox().sendAll()
  expect(sent()).toEqual([])
  expect(useOutbox().noted).toHaveLength(1)
})

test('a resident without a staff account sends nothing', async () => {
  const disk = phone.disk
  phone = freshPhone()
  phone.disk.set('staff-outbox', disk.get('staff-outbox') ?? [])
  await useOutbox().sendAll()
  expect(phone.heard).toEqual([])
})
