import { beforeEach, expect, test } from 'vitest'
import { Intent, resident, sentenceOf } from '@/api'
import { useSession } from '@/stores/session'
import type { FakePlatform } from './fakes'
import { freshPhone, problem } from './fakes'

let phone: FakePlatform

beforeEach(() => {
  phone = freshPhone()
  useSession()
})

test('carries the token', async () => {
  phone.answers['GET /api/resident/me'] = { id: '1' }
  await resident.me()
  expect(phone.heard[0]?.headers.Authorization).toBe('Bearer old')
})

test('signs in again once when the token is old, and repeats the call', async () => {
  phone.answers['GET /api/resident/me'] = (heard: { headers: Record<string, string> }) =>
    heard.headers.Authorization === 'Bearer new' ? { id: '1' } : problem(401, 'signin:session-over', '请重新登录。')
  const [one, two] = await Promise.all([resident.me(), resident.me()])
  expect([one.id, two.id]).toEqual(['1', '1'])
  expect(phone.sentTo('POST', '/api/signin/wechat')).toHaveLength(1)
})

test('takes a second 401 for the last word', async () => {
  phone.answers['GET /api/resident/me'] = problem(401, 'signin:session-over', '请重新登录。')
  await expect(resident.me()).rejects.toMatchObject({ status: 401 })
  expect(phone.sentTo('GET', '/api/resident/me')).toHaveLength(2)
})

test('says what the server said', async () => {
  phone.answers['GET /api/resident/me'] = problem(409, 'visit:opening-taken', '这个时间刚被约走。', { openings: ['x'] })
  const failure = await resident.me().catch((thrown: unknown) => thrown)
  expect(sentenceOf(failure)).toBe('这个时间刚被约走。')
  expect(failure).toMatchObject({ more: { openings: ['x'] } })
})

test('says what is wrong with a field', async () => {
  phone.answers['PUT /api/resident/household'] = problem(400, 'platform:invalid', '填写有误。', { errors: [{ field: 'address', message: '请填写地址。' }] })
  const failure = await resident.giveHousehold({ address: '' }).catch((thrown: unknown) => thrown)
  expect(sentenceOf(failure)).toBe('请填写地址。')
})

test('has words for an answer that is no problem document', async () => {
  phone.answers['GET /api/resident/me'] = { status: 502, body: undefined, headers: {} }
  const failure = await resident.me().catch((thrown: unknown) => thrown)
  expect(sentenceOf(failure)).toBe('服务正在恢复，请稍后再试。')
  expect(phone.sentTo('GET', '/api/resident/me')).toHaveLength(2)
})

test('does not repeat by itself what carries no key', async () => {
  phone.answers['PUT /api/resident/household'] = { status: 502, body: undefined, headers: {} }
  await resident.giveHousehold({ address: '铃音巷1号' }).catch(() => undefined)
  expect(phone.sentTo('PUT', '/api/resident/household')).toHaveLength(1)
})

test('keeps the key of one intended action over all tries, and takes another for another', async () => {
  const intent = new Intent()
  const first = await intent.keyFor({ a: 1 })
  expect(await intent.keyFor({ a: 1 })).toBe(first)
  expect(await intent.keyFor({ a: 2 })).not.toBe(first)
  const second = await intent.keyFor({ a: 2 })
  await expect(intent.run({ a: 2 }, () => Promise.reject(new Error('no answer')))).rejects.toThrow()
  expect(await intent.keyFor({ a: 2 })).toBe(second)
  await intent.run({ a: 2 }, () => Promise.resolve())
  expect(await intent.keyFor({ a: 2 })).not.toBe(second)
  expect(first).toMatch(/^[0-9a-f]{32}$/)
})

test('asks WeChat for nothing before the privacy text was agreed to', async () => {
  phone = freshPhone(false)
  useSession()
  await expect(resident.me()).rejects.toThrow()
  expect(phone.heard).toHaveLength(0)
})
