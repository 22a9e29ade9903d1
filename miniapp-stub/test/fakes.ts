import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import type { Answer, Choice, ChosenPhoto, Order, Platform, Template, UploadOrder } from '@/platform'
import { PlatformRefusal, prepare, runIn } from '@/platform'

/** The hooks of pages, called by tests, and what `uni` does besides. */
export const hooks = {
  heard: new Map<string, ((query?: unknown) => void)[]>(),
  uni: {} as Record<string, (...given: never[]) => unknown>,
  went: [] as string[],
  add(name: string, called: (query?: unknown) => void) {
    this.heard.set(name, [...(this.heard.get(name) ?? []), called])
  },
  call(name: string, query?: unknown) {
    this.heard.get(name)?.forEach((called) => called(query))
  },
  reset() {
    this.heard.clear()
    this.went = []
    const goes = (how: string) => (({ url }: { url: string }) => this.went.push(`${how} ${url}`)) as never
    this.uni = { navigateTo: goes('to'), redirectTo: goes('instead'), reLaunch: goes('start'), switchTab: goes('tab') }
  },
}

export interface Heard {
  method: string
  path: string
  body: unknown
  headers: Record<string, string>
}

/** A phone in memory. What the server says is set by `answers`; without one it says 404. */
export class FakePlatform implements Platform {
  kind = 'weapp' as const
  origin = 'https://street.test'
  answers: Record<string, unknown | ((heard: Heard) => unknown)> = {}
  heard: Heard[] = []
  uploads: string[] = []
  asked: string[][] = []
  choice: Choice = 'accept'
  isOnline = true
  chosen: ChosenPhoto[] = []
  toasts: string[] = []
  called: string[] = []
  yes = true
  disk = new Map<string, unknown>()
  pictures = new Map<string, string>()
  private listeners: ((online: boolean) => void)[] = []
  private count = 0

  signInCode = () => Promise.resolve(`code-${(this.count += 1)}`)
  subscribe = (templates: readonly Template[]) => {
    this.asked.push(templates.map((template) => template.templateId))
    return Promise.resolve(Object.fromEntries(templates.map((template) => [template.templateId, this.choice])))
  }
  /** Milliseconds that making a picture ready takes. */
  shrinking = 0
  choosePhotos = (most: number) => prepare(new Promise<ChosenPhoto[]>((resolve) => setTimeout(() => resolve(this.chosen.slice(0, most)), this.shrinking)))
  /** How many pictures the phone has room for. */
  room = 99
  keepPhoto = (photo: ChosenPhoto) => {
    if (this.pictures.size >= this.room) {
      return Promise.reject(new PlatformRefusal('not-possible'))
    }
    const kept = `kept:${photo.path}`
    this.pictures.set(kept, photo.path)
    return Promise.resolve(kept)
  }
  photo = (kept: string) => Promise.resolve(this.pictures.get(kept))
  dropPhoto = (kept: string) => {
    this.pictures.delete(kept)
    return Promise.resolve()
  }
  whereAmI = () => Promise.resolve({ latitude: 30.64, longitude: 104.06 })
  choosePlace = () => Promise.resolve({ latitude: 30.64, longitude: 104.06, name: '铃音巷1号' })

  request = (order: Order): Promise<Answer> => {
    if (!this.isOnline) {
      return Promise.reject(new PlatformRefusal('no-network'))
    }
    const path = order.url.replace('https://server.test', '')
    const heard = { method: order.method, path, body: order.body ? JSON.parse(order.body as string) : undefined, headers: order.headers }
    this.heard.push(heard)
    return Promise.resolve(this.answer(heard))
  }
  upload = (order: UploadOrder): Promise<Answer> => {
    if (!this.isOnline) {
      return Promise.reject(new PlatformRefusal('no-network'))
    }
    order.progress?.(50)
    this.uploads.push(order.path)
    return Promise.resolve({ status: 201, body: { id: `photo-${this.uploads.length}` }, headers: {} })
  }
  online = () => Promise.resolve(this.isOnline)
  onNetwork = (heard: (online: boolean) => void) => {
    this.listeners.push(heard)
    return () => undefined
  }
  network(online: boolean) {
    this.isOnline = online
    this.listeners.forEach((listener) => listener(online))
  }
  scan = () => Promise.resolve(undefined)
  call = (phone: string) => {
    this.called.push(phone)
    return Promise.resolve()
  }
  copy = () => Promise.resolve()
  saveText = () => Promise.resolve()
  read = <T>(key: string) => this.disk.get(key) as T | undefined
  write = (key: string, value: unknown) => void this.disk.set(key, JSON.parse(JSON.stringify(value)))
  forget = (key: string) => void this.disk.delete(key)
  toast = (words: string) => void this.toasts.push(words)
  confirm = () => Promise.resolve(this.yes)
  showPhotos = () => undefined
  fontScale = () => 1
  language = () => 'zh-CN'
  randomBytes = (count: number) => Promise.resolve(Uint8Array.from({ length: count }, () => (this.count += 1) % 256))

  /** What was sent to a path, the query left out. */
  sentTo(method: string, path: string): Heard[] {
    return this.heard.filter((one) => one.method === method && one.path.split('?')[0] === path)
  }

  private answer(heard: Heard): Answer {
    const known = this.answers[`${heard.method} ${heard.path.split('?')[0]}`]
    const value = typeof known === 'function' ? (known as (heard: Heard) => unknown)(heard) : known
    if (value === undefined) {
      return { status: 404, body: { type: 'urn:problem:test:none', status: 404, detail: '没有这个应答。' }, headers: {} }
    }
    const isAnswer = typeof value === 'object' && value !== null && 'status' in value && 'headers' in value
    return isAnswer ? (value as Answer) : { status: 200, body: value, headers: {} }
  }
}

export function problem(status: number, type: string, detail: string, more: Record<string, unknown> = {}, headers: Record<string, string> = {}): Answer {
  return { status, body: { type: `urn:problem:${type}`, title: '不行', detail, status, ...more }, headers }
}

/** A fresh phone whose person has agreed to the privacy text and is signed in. */
export function freshPhone(agreed = true): FakePlatform {
  const phone = new FakePlatform()
  if (agreed) {
    phone.disk.set('privacy-agreed', '2026-11')
    phone.disk.set('token', { token: 'old', expiresAt: '2099-01-01T00:00:00Z', staff: null })
  }
  phone.answers['POST /api/signin/wechat'] = { token: 'new', expiresAt: '2099-01-01T00:00:00Z', staff: null }
  runIn(phone)
  setActivePinia(createPinia())
  hooks.reset()
  return phone
}

/** Mounts a page and shows it, as the program would. */
export async function open(page: Component, query: Record<string, string> = {}) {
  const wrapper = mount(page, { attachTo: document.body })
  hooks.call('load', query)
  hooks.call('show')
  await settle()
  return wrapper
}

export async function settle() {
  for (let turn = 0; turn < 6; turn += 1) {
    await flushPromises()
  }
}
