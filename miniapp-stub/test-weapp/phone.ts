import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'

export const SANDBOX = process.env.GRIDBELL_SANDBOX ?? 'http://127.0.0.1:8090'
export const SERVER = process.env.GRIDBELL_SERVER ?? 'http://127.0.0.1:8080'
/** The only address the build may ask: it was built with it (VITE_SERVER), and the phone leads it to the server under test. */
export const BUILT_FOR = process.env.VITE_SERVER ?? 'https://gridbell.test'

export type Choice = 'accept' | 'reject' | 'ban'

interface Options {
  success?: (answer: any) => void
  fail?: (failure: { errMsg: string }) => void
  complete?: (answer: any) => void
  [name: string]: any
}

/**
 * A phone with WeChat on it, held by one person of the sandbox: what `wx` gives as far as the program uses it. Storage and saved files outlive the
 * program, temporary files do not. What is done or asked is written down, so that a test can say what did not happen.
 */
export class Phone {
  readonly storage = new Map<string, string>()
  readonly saved = new Map<string, Uint8Array>()
  temporary = new Map<string, Uint8Array>()
  online = true

  /** What the person does when WeChat asks. */
  consents: Choice = 'accept'
  modal = true
  gallery: Uint8Array[] = []
  place: { latitude: number; longitude: number; name?: string; address?: string } | undefined

  /** What happened. */
  readonly asked: string[][] = []
  readonly toasts: string[] = []
  readonly calls: string[] = []
  readonly located: string[] = []
  readonly orders: string[] = []
  readonly faults: string[] = []
  signIns = 0
  title = ''

  /** Taps being handled: WeChat opens its consent panel at no other time. */
  taps = 0
  navigator: Record<'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack', (options: Options) => void> | undefined

  private readonly heard = new Set<(change: { isConnected: boolean; networkType: string }) => void>()

  private constructor(
    readonly person: string,
    readonly number: string,
  ) {}

  static async of(nickname: string, number: string): Promise<Phone> {
    const person = await control<{ id: string }>('POST', '/people', { nickname, phone: number })
    return new Phone(person.id, number)
  }

  /** The program has ended. */
  off(): void {
    this.heard.clear()
    this.temporary = new Map()
    this.navigator = undefined
  }

  network(on: boolean): void {
    this.online = on
    this.heard.forEach((listener) => listener({ isConnected: on, networkType: on ? '4g' : 'none' }))
  }

  /** What the phone button's event says once the person has answered. */
  async phoneButton(gives: boolean): Promise<Record<string, unknown>> {
    if (!gives) {
      return { errMsg: 'getPhoneNumber:fail user deny' }
    }
    const { code } = await control<{ code: string }>('POST', `/people/${this.person}/phone-code`, {})
    return { errMsg: 'getPhoneNumber:ok', code }
  }

  wx(): Record<string, unknown> {
    return { ...this.system(), ...this.storageCalls(), ...this.files(), ...this.screen(), ...this.senses(), ...this.wechat(), ...this.net() }
  }

  private system() {
    const info = { language: 'zh_CN', platform: 'devtools', version: '8.0.60', SDKVersion: '3.10.0', fontSizeSetting: 16, windowWidth: 375, windowHeight: 667 }
    return {
      env: { USER_DATA_PATH: 'wxfile://usr' },
      canIUse: () => true,
      getSystemInfoSync: () => info,
      getAppBaseInfo: () => info,
      getWindowInfo: () => info,
      getDeviceInfo: () => info,
      getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      preloadAssets: () => undefined,
      getRandomValues: (options: Options) => {
        const bytes = randomBytes(options.length)
        succeed(options, { randomValues: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) })
      },
    }
  }

  private storageCalls() {
    return {
      getStorageSync: (key: string) => (this.storage.has(key) ? JSON.parse(this.storage.get(key) as string) : ''),
      setStorageSync: (key: string, value: unknown) => void this.storage.set(key, JSON.stringify(value)),
      removeStorageSync: (key: string) => void this.storage.delete(key),
    }
  }

  private files() {
    const found = (path: string) => this.saved.get(path) ?? this.temporary.get(path)
    const manager = {
      saveFile: (options: Options) => {
        const bytes = this.temporary.get(options.tempFilePath)
        if (!bytes) {
          return fail(options, 'saveFile:fail no such file')
        }
        this.temporary.delete(options.tempFilePath)
        const savedFilePath = options.tempFilePath.replace('http://tmp/', 'wxfile://store/')
        this.saved.set(savedFilePath, bytes)
        succeed(options, { savedFilePath })
      },
      access: (options: Options) => (found(options.path) ? succeed(options, {}) : fail(options, 'access:fail no such file')),
      removeSavedFile: (options: Options) => (this.saved.delete(options.filePath) ? succeed(options, {}) : fail(options, 'removeSavedFile:fail')),
      writeFile: (options: Options) => succeed(options, {}),
    }
    return {
      getFileSystemManager: () => manager,
      chooseMedia: (options: Options) => {
        const chosen = this.gallery.splice(0, options.count)
        if (chosen.length === 0) {
          return fail(options, 'chooseMedia:fail cancel')
        }
        const tempFiles = chosen.map((bytes) => ({ tempFilePath: this.temporaryFile(bytes), size: bytes.length, fileType: 'image' }))
        succeed(options, { type: 'image', tempFiles })
      },
      getImageInfo: (options: Options) => (found(options.src) ? succeed(options, { width: 3200, height: 2400, path: options.src }) : fail(options, 'getImageInfo:fail')),
      compressImage: (options: Options) => {
        const bytes = found(options.src)
        return bytes && options.compressedWidth <= 1600 ? succeed(options, { tempFilePath: this.temporaryFile(bytes) }) : fail(options, 'compressImage:fail')
      },
    }
  }

  private temporaryFile(bytes: Uint8Array): string {
    const path = `http://tmp/${randomBytes(8).toString('hex')}.png`
    this.temporary.set(path, bytes)
    return path
  }

  private screen() {
    const go = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack') => (options: Options) => this.navigator?.[name](options)
    return {
      navigateTo: go('navigateTo'),
      redirectTo: go('redirectTo'),
      switchTab: go('switchTab'),
      reLaunch: go('reLaunch'),
      navigateBack: go('navigateBack'),
      setNavigationBarTitle: (options: Options) => {
        this.title = options.title
        succeed(options, {})
      },
      setTabBarItem: (options: Options) => succeed(options, {}),
      setTabBarBadge: (options: Options) => succeed(options, {}),
      removeTabBarBadge: (options: Options) => succeed(options, {}),
      stopPullDownRefresh: (options: Options = {}) => succeed(options, {}),
      previewImage: (options: Options) => succeed(options, {}),
      showToast: (options: Options) => {
        this.toasts.push(options.title)
        succeed(options, {})
      },
      showModal: (options: Options) => succeed(options, { confirm: this.modal, cancel: !this.modal }),
    }
  }

  private senses() {
    return {
      getLocation: (options: Options) => {
        this.located.push(options.type)
        return this.place ? succeed(options, { ...this.place, accuracy: 30 }) : fail(options, 'getLocation:fail auth deny')
      },
      chooseLocation: (options: Options) => (this.place ? succeed(options, { ...this.place }) : fail(options, 'chooseLocation:fail cancel')),
      scanCode: (options: Options) => fail(options, 'scanCode:fail cancel'),
      makePhoneCall: (options: Options) => {
        this.calls.push(options.phoneNumber)
        succeed(options, {})
      },
      setClipboardData: (options: Options) => succeed(options, {}),
      shareFileMessage: (options: Options) => succeed(options, {}),
    }
  }

  private wechat() {
    return {
      login: (options: Options) => {
        this.signIns++
        void control<{ code: string }>('POST', `/people/${this.person}/login-code`, {}).then(
          ({ code }) => succeed(options, { code }),
          () => fail(options, 'login:fail'),
        )
      },
      requestSubscribeMessage: (options: Options) => {
        if (this.taps === 0) {
          this.faults.push('asked for consent outside a tap')
          return fail(options, 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
        }
        this.asked.push(options.tmplIds)
        void control<{ results: Record<string, string> }>('POST', `/people/${this.person}/consents`, { templateIds: options.tmplIds, choice: this.consents }).then(
          ({ results }) => succeed(options, results),
          () => fail(options, 'requestSubscribeMessage:fail'),
        )
      },
    }
  }

  private net() {
    return {
      getNetworkType: (options: Options) => succeed(options, { networkType: this.online ? '4g' : 'none' }),
      onNetworkStatusChange: (listener: (change: { isConnected: boolean; networkType: string }) => void) => void this.heard.add(listener),
      offNetworkStatusChange: (listener: (change: { isConnected: boolean; networkType: string }) => void) => void this.heard.delete(listener),
      request: (options: Options) => {
        const headers = { 'content-type': 'application/json', ...lowerCase(options.header) }
        void this.fetch('request', options, { method: options.method ?? 'GET', headers, body: options.data })
        return { abort: () => undefined }
      },
      uploadFile: (options: Options) => {
        const bytes = this.saved.get(options.filePath) ?? this.temporary.get(options.filePath)
        const progress: ((update: { progress: number }) => void)[] = []
        if (!bytes) {
          fail(options, 'uploadFile:fail no such file')
        } else {
          const form = new FormData()
          form.append(options.name, new Blob([Buffer.from(bytes)], { type: 'image/png' }), 'photo.png')
          setTimeout(() => progress.forEach((listener) => listener({ progress: 50 })))
          void this.fetch('uploadFile', options, { method: 'POST', headers: options.header, body: form })
        }
        return { onProgressUpdate: (listener: (update: { progress: number }) => void) => void progress.push(listener) }
      },
    }
  }

  /** As WeChat does it: to listed addresses only, a failure of the network as `fail`, any status as `success`. */
  private async fetch(name: string, options: Options, order: RequestInit): Promise<void> {
    const url = String(options.url)
    if (!url.startsWith(`${BUILT_FOR}/`)) {
      this.faults.push(`asked ${url}`)
      return fail(options, `${name}:fail url not in domain list`)
    }
    if (!this.online) {
      return fail(options, `${name}:fail `)
    }
    this.orders.push(`${order.method} ${url.slice(BUILT_FOR.length)}`)
    try {
      const answer = await fetch(SERVER + url.slice(BUILT_FOR.length), { ...order, signal: AbortSignal.timeout(options.timeout ?? 60_000) })
      const text = await answer.text()
      const data = name === 'request' && (options.dataType ?? 'json') === 'json' ? JSON.parse(text) : text
      succeed(options, { statusCode: answer.status, data, header: Object.fromEntries(answer.headers), errMsg: `${name}:ok` })
    } catch (failure) {
      fail(options, `${name}:fail ${(failure as Error).name === 'TimeoutError' ? 'timeout' : ''}`)
    }
  }
}

/** The sandbox's own controls, which are not the program's. */
export async function control<T>(method: string, path: string, body?: unknown, under = '/sandbox'): Promise<T> {
  const answer = await fetch(SANDBOX + under + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) {
    throw new Error(`sandbox ${path}: ${answer.status} ${await answer.text()}`)
  }
  return (await answer.json()) as T
}

function succeed(options: Options, answer: Record<string, unknown>): void {
  setTimeout(() => {
    options.success?.(answer)
    options.complete?.(answer)
  })
}

function fail(options: Options, errMsg: string): void {
  setTimeout(() => {
    options.fail?.({ errMsg })
    options.complete?.({ errMsg })
  })
}

function lowerCase(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
}
