import { expect, test } from 'vitest'
import { useConsents } from '@/stores/consents'
import { freshPhone } from './fakes'

const items = ['a', 'b', 'c', 'd'].map((templateId) => ({ templateId, title: templateId }))

test('asks for what the server names, never more than three, and tells it what was chosen', async () => {
  const phone = freshPhone()
  phone.answers['GET /api/resident/message-templates'] = { items }
  phone.answers['POST /api/resident/message-consents'] = { remaining: {} }
  await useConsents().prepare('SUBMIT_REQUEST')
  await useConsents().ask('SUBMIT_REQUEST')
  expect(phone.asked).toEqual([['a', 'b', 'c']])
  expect(phone.sentTo('POST', '/api/resident/message-consents')[0]?.body).toEqual({ results: { a: 'accept', b: 'accept', c: 'accept' } })
})

test('asks inside the tap: before anything is awaited', async () => {
  const phone = freshPhone()
  phone.answers['GET /api/resident/message-templates'] = { items }
  await useConsents().prepare('RATE')
  void useConsents().ask('RATE')
  expect(phone.asked).toHaveLength(1)
})

test('keeps nobody from their errand when the server cannot say what to ask', async () => {
  const phone = freshPhone()
  phone.isOnline = false
  await useConsents().prepare('RATE')
  await useConsents().ask('RATE')
  expect(phone.asked).toEqual([])
})

test('tells the server of the templates asked for and of nothing else', async () => {
  const phone = freshPhone()
  phone.answers['GET /api/resident/message-templates'] = { items: [{ templateId: 'a', title: 'a' }, { templateId: 'b', title: 'b' }] }
  phone.answers['POST /api/resident/message-consents'] = { remaining: {} }
  phone.subscribe = (() => Promise.resolve({ errMsg: 'requestSubscribeMessage:ok', a: 'accept' })) as never
  await useConsents().prepare('RATE')
  await useConsents().ask('RATE')
  expect(phone.sentTo('POST', '/api/resident/message-consents')[0]?.body).toEqual({ results: { a: 'accept' } })
})
