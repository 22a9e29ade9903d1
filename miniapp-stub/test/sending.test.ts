import { beforeEach, expect, test } from 'vitest'
import { choiceBegun } from '@/platform'
import { useSending } from '@/stores/sending'
import type { FakePlatform } from './fakes'
import { freshPhone, problem } from './fakes'

const SUBMIT = '/api/resident/requests'
let phone: FakePlatform

beforeEach(() => {
  phone = freshPhone()
})

async function lampDraft() {
  const draft = await useSending().open()
  draft.words = '路灯不亮'
  await useSending().addPhotos(draft, choiceBegun(Promise.resolve([{ path: 'a.jpg', bytes: 1 }, { path: 'b.jpg', bytes: 1 }])))
  return draft
}

test('sends pictures first and forgets the draft when the server has it', async () => {
  phone.answers[`POST ${SUBMIT}`] = { id: '7', number: 'HL-7' }
  const draft = await lampDraft()
  expect(await useSending().send(draft)).toMatchObject({ how: 'sent', receipt: { id: '7' } })
  expect(phone.sentTo('POST', SUBMIT)[0]?.body).toMatchObject({ description: '路灯不亮', photoIds: ['photo-1', 'photo-2'] })
  expect(useSending().drafts).toEqual([])
  expect(phone.pictures.size).toBe(0)
})

test('says so when the phone has no room for a picture, and keeps those it has', async () => {
  phone.room = 1
  const draft = await lampDraft()
  expect(draft.photos).toEqual([{ kept: 'kept:a.jpg' }])
  expect(phone.toasts).toEqual(['手机空间不够，有照片没有放进来'])
})

test('keeps draft, pictures and key over a restart without network, and sends one request when it is back', async () => {
  phone.isOnline = false
  const draft = await lampDraft()
  expect(await useSending().send(draft)).toEqual({ how: 'waiting' })

  const disk = phone.disk
  const pictures = phone.pictures
  phone = freshPhone()
  disk.forEach((value, key) => phone.disk.set(key, value))
  pictures.forEach((value, key) => phone.pictures.set(key, value))
  phone.answers[`POST ${SUBMIT}`] = { id: '7' }
  await useSending().sendAll()

  expect(phone.sentTo('POST', SUBMIT).map((sent) => sent.headers['Idempotency-Key'])).toEqual([draft.key])
  expect(phone.uploads).toEqual(['a.jpg', 'b.jpg'])
  expect(useSending().waiting).toEqual([])
})

test('uses the same key and the same pictures when no answer came', async () => {
  let tries = 0
  phone.answers[`POST ${SUBMIT}`] = () => ((tries += 1) <= 2 ? { status: 503, body: undefined, headers: {} } : { id: '7' })
  const draft = await lampDraft()
  expect(await useSending().send(draft)).toEqual({ how: 'waiting' })
  expect(await useSending().send(draft)).toMatchObject({ how: 'sent' })
  const sent = phone.sentTo('POST', SUBMIT)
  expect(new Set(sent.map((one) => one.headers['Idempotency-Key']))).toEqual(new Set([draft.key]))
  expect(new Set(sent.map((one) => JSON.stringify(one.body))).size).toBe(1)
  expect(phone.uploads).toHaveLength(2)
})

test('two taps send once', async () => {
  phone.answers[`POST ${SUBMIT}`] = { id: '7' }
  const draft = await lampDraft()
  await Promise.all([useSending().send(draft), useSending().send(draft)])
  expect(phone.sentTo('POST', SUBMIT)).toHaveLength(1)
})

test('keeps what was refused and says why', async () => {
  phone.answers[`POST ${SUBMIT}`] = problem(422, 'request:outside-street', '这个位置不在本街道。')
  const draft = await lampDraft()
  expect(await useSending().send(draft)).toMatchObject({ how: 'refused', words: '这个位置不在本街道。' })
  expect(useSending().drafts[0]).toMatchObject({ state: 'REFUSED', refusal: '这个位置不在本街道。' })
})

test('sends pictures anew that the server has swept away', async () => {
  let tries = 0
  phone.answers[`POST ${SUBMIT}`] = () => ((tries += 1) === 1 ? problem(400, 'photo:not-usable', '请重新上传。') : { id: '7' })
  const draft = await lampDraft()
  await useSending().send(draft)
  expect(await useSending().send(draft)).toMatchObject({ how: 'sent' })
  expect(phone.uploads).toHaveLength(4)
})

test('knows that an earlier try had arrived', async () => {
  phone.answers[`POST ${SUBMIT}`] = problem(422, 'platform:idempotency-key-reused', '内容与上次不同。')
  const draft = await lampDraft()
  expect(await useSending().send(draft)).toEqual({ how: 'received-before' })
  expect(useSending().drafts).toEqual([])
})

test('sends nothing before the privacy text was agreed to', async () => {
  phone = freshPhone(false)
  const draft = await lampDraft()
  draft.state = 'WAITING'
  await useSending().sendAll()
  expect(phone.heard).toEqual([])
})
