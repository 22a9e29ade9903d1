import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Phone } from './phone'

// Runs dist/build/mp-weixin itself: templates by WeChat's own compiler (wcc), components by WeChat's own component framework, pages as WeChat opens them.

const ROOT = fileURLToPath(new URL('../dist/build/mp-weixin', import.meta.url))
const PATIENCE = 30_000
const LOOK_AGAIN = 20
const MOST_OUTPUT = 64 * 1024 * 1024

if (!existsSync(`${ROOT}/app.json`)) {
  throw new Error('There is no WeChat build: CI=1 npm run build:mp-weixin')
}
// This package is "module": what the build wrote is not.
writeFileSync(fileURLToPath(new URL('../dist/package.json', import.meta.url)), '{"type":"commonjs"}')

const require = createRequire(import.meta.url)
const dom = new (require('jsdom').JSDOM)('<!doctype html><html><head></head><body></body></html>')
const anything = globalThis as any
anything.window = dom.window
anything.document = dom.window.document
anything.Page = () => undefined
anything.wx = {}
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')
const known = { api: { ...anything.wx }, Component: anything.Component }
const app = JSON.parse(readFileSync(`${ROOT}/app.json`, 'utf8')) as { pages: string[]; tabBar: { list: { pagePath: string }[] } }
const TABS = app.tabBar.list.map((tab) => tab.pagePath)

interface Opened {
  path: string
  comp: any
}

/** The program running on a phone. Only one runs at a time; starting it again is a restart: what was in memory is gone. */
export class Program {
  private static running: Program | undefined
  private readonly stack: Opened[] = []
  private readonly definitions = new Map<string, string>()
  private options: any

  private constructor(readonly phone: Phone) {}

  /** Takes the phone up: another program that ran, on whichever phone, ends. */
  static async start(phone: Phone): Promise<Program> {
    await this.running?.end()
    for (const path of Object.keys(require.cache).filter((one) => one.startsWith(ROOT))) {
      delete require.cache[path]
    }
    const program = new Program(phone)
    this.running = program
    anything.wx = { ...known.api, ...phone.wx() }
    anything.Component = known.Component
    anything.Page = () => undefined
    anything.App = (options: any) => (program.options = options)
    anything.getApp = () => program.options
    anything.getCurrentPages = () => program.stack.map((page) => page.comp.instance)
    phone.navigator = program.navigator()
    require(`${ROOT}/app.js`)
    program.options.onLaunch?.({ path: app.pages[0], query: {}, scene: 1001 })
    program.options.onShow?.({ path: app.pages[0], query: {}, scene: 1001 })
    program.open(`/${app.pages[0]}`)
    return program
  }

  async end(): Promise<void> {
    Program.running = undefined
    this.options?.onHide?.()
    while (this.stack.length) {
      this.close()
    }
    this.phone.off()
    await pause(LOOK_AGAIN)
  }

  get path(): string {
    return this.top.path
  }

  /** What is on the screen, as words. */
  get words(): string {
    return this.screen.textContent ?? ''
  }

  /** A tap on the tab bar. */
  tab(path: string): void {
    this.navigator().switchTab({ url: path })
  }

  back(): void {
    this.navigator().navigateBack({})
  }

  async at(path: string): Promise<void> {
    await until(() => this.path === path, () => `at ${path}, but it is ${this.path}: ${this.words}`)
  }

  async sees(words: string | RegExp): Promise<void> {
    const there = () => (typeof words === 'string' ? this.words.includes(words) : words.test(this.words))
    await until(there, () => `${words} on ${this.path}: ${this.words}`)
  }

  all(test: string): HTMLElement[] {
    return [...this.screen.querySelectorAll<HTMLElement>(`[data-test="${test}"]`)]
  }

  async find(test: string, words?: string | RegExp): Promise<HTMLElement> {
    const found = () => this.all(test).find((one) => words === undefined || (typeof words === 'string' ? (one.textContent ?? '').includes(words) : words.test(one.textContent ?? '')))
    await until(() => found() !== undefined, () => `${test} ${words ?? ''} on ${this.path}: ${this.words}`)
    return found() as HTMLElement
  }

  /** A tap on what carries this mark; on the first whose words fit, if words are given. */
  async tap(test: string, words?: string | RegExp): Promise<void> {
    this.tapOn(await this.find(test, words))
  }

  /** A tap on the innermost thing that can be tapped and says exactly this. */
  async tapWords(words: string): Promise<void> {
    const found = () => [...this.screen.querySelectorAll<HTMLElement>('*')].filter((one) => canBeTapped(one) && one.textContent?.trim() === words).pop()
    await until(() => found() !== undefined, () => `“${words}” to tap on ${this.path}: ${this.words}`)
    this.tapOn(found() as HTMLElement)
  }

  /** A tap on one to five stars, by what a screen reader says of it. */
  async tapStar(stars: number): Promise<void> {
    const found = () => [...this.screen.querySelectorAll<HTMLElement>('*')].find((one) => attribute(one, 'aria-label') === `${stars} 星，共 5 星`)
    await until(() => found() !== undefined, () => `${stars} stars on ${this.path}: ${this.words}`)
    this.tapOn(found() as HTMLElement)
  }

  tapOn(element: HTMLElement): void {
    if (attribute(element, 'disabled') === true || attribute(element, 'loading') === true) {
      throw new Error(`cannot be tapped now: ${element.textContent}`)
    }
    this.phone.taps++
    happen(element, 'tap', {})
    // uni hands a tap on with a timer of its own; this one is behind it, and before anything that comes back from elsewhere
    setTimeout(() => this.phone.taps--)
  }

  /** Writes into the field under this mark and leaves it. */
  async write(test: string, text: string): Promise<void> {
    const host = await this.find(test)
    const field = FIELD.test(host.tagName) ? host : host.querySelector<HTMLElement>('wx-input, wx-textarea')
    if (!field) {
      throw new Error(`there is no field under ${test}`)
    }
    happen(field, 'input', { value: text })
    await pause(LOOK_AGAIN)
    happen(field, 'blur', { value: text })
  }

  /** The phone button: WeChat asks the person, and tells the program what they said. */
  async phoneButton(gives: boolean): Promise<void> {
    const button = () => [...this.screen.querySelectorAll<HTMLElement>('wx-button')].find((one) => attribute(one, 'open-type') === 'getPhoneNumber')
    await until(() => button() !== undefined, () => `a phone button on ${this.path}: ${this.words}`)
    happen(button() as HTMLElement, 'getphonenumber', await this.phone.phoneButton(gives))
  }

  pull(): void {
    this.hook(this.top, 'onPullDownRefresh')
  }

  private get top(): Opened {
    const page = this.stack[this.stack.length - 1]
    if (!page) {
      throw new Error('no page is open')
    }
    return page
  }

  private get screen(): HTMLElement {
    return this.top.comp.dom
  }

  private navigator() {
    // Never at once: WeChat opens a page after whoever asked for it has finished.
    const later = (work: (options: any) => void) => (options: any) =>
      setTimeout(() => {
        if (Program.running === this) {
          work(options)
          options.success?.({})
          options.complete?.({})
        }
      })
    const openAlone = (options: any) => {
      while (this.stack.length) {
        this.close()
      }
      this.open(options.url)
    }
    return {
      navigateTo: later((options) => {
        this.hook(this.top, 'onHide')
        this.open(options.url)
      }),
      redirectTo: later((options) => {
        this.close()
        this.open(options.url)
      }),
      switchTab: later((options) => {
        if (!TABS.includes(options.url.slice(1))) {
          throw new Error(`${options.url} is no tab`)
        }
        openAlone(options)
      }),
      reLaunch: later(openAlone),
      navigateBack: later(() => {
        this.close()
        this.hook(this.top, 'onShow')
      }),
    }
  }

  private open(url: string): void {
    const [address = '', text = ''] = url.split('?')
    const path = address.slice(1)
    const query = Object.fromEntries(new URLSearchParams(text))
    let id = this.definitions.get(path)
    if (!id) {
      id = simulate.load(`${ROOT}/${path}`, { compiler: 'official', rootPath: ROOT, compilerOptions: { maxBuffer: MOST_OUTPUT } }) as string
      this.definitions.set(path, id)
    }
    const comp = simulate.render(id)
    comp.instance.route = path
    this.stack.push({ path, comp })
    const parent = document.createElement('div')
    document.body.append(parent)
    comp.attach(parent)
    this.hook(this.top, 'onLoad', query)
    this.hook(this.top, 'onShow')
    this.hook(this.top, 'onReady')
  }

  private close(): void {
    const page = this.top
    const raw = /\{\w+\}|undefined|\[object/.exec(this.words)
    if (raw) {
      this.phone.faults.push(`${raw[0]} on ${page.path}: ${this.words}`)
    }
    this.hook(page, 'onUnload')
    this.stack.pop()
    const parent = page.comp.parentNode
    page.comp.detach()
    parent?.remove()
  }

  private hook(page: Opened, name: string, ...given: unknown[]): void {
    page.comp.instance[name]?.(...given)
  }
}

const FIELD = /^wx-(input|textarea)$/i

/** @param wanted told when patience has ended */
export async function until(holds: () => boolean | Promise<boolean>, wanted: () => string): Promise<void> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > PATIENCE) {
      throw new Error(`not seen within ${PATIENCE / 1000} s: ${wanted()}`)
    }
    await pause(LOOK_AGAIN)
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

function node(element: HTMLElement): any {
  return (element as any).__wxElement
}

/** wcc writes names in its own way: open-type and openType are one. */
function attribute(element: HTMLElement, name: string): unknown {
  const plain = (text: string) => text.replace(/-/g, '').toLowerCase()
  return node(element)?._vt?.attrs?.find((one: { name: string }) => plain(one.name) === plain(name))?.value
}

function canBeTapped(element: HTMLElement): boolean {
  return Boolean(node(element)?._vt?.event?.tap?.handler)
}

function happen(element: HTMLElement, name: string, detail: unknown): void {
  const bubbles = name === 'tap'
  const event = exparser.Event.create(name, detail, { bubbles, capturePhase: true, composed: bubbles, extraFields: { touches: [], changedTouches: [] } })
  exparser.Event.dispatchEvent(node(element), event)
}
