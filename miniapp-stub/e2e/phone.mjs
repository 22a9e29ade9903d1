import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

// A window of Chromium as a phone: touch, a small screen, a storage of its own. Waits are for what is seen, never for a time.

const PATIENCE = 1000 * Number(process.env.E2E_PATIENCE ?? 60)
const AGREE = '[data-choice=accept]'

/** Nothing but this machine resolves, whatever the page asks for; and what it asked for is kept, so that a test can say that it was nothing. */
export async function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  })
}

export class Phone {
  static async open(world, owner, options = {}) {
    const { place, ...more } = options
    const context = await world.browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: world.scale ?? 1,
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(place ? { geolocation: place, permissions: ['geolocation'] } : {}),
      ...more,
    })
    await context.addInitScript(shiftDate, world.ahead)
    const phone = new Phone(world, owner, context, await context.newPage())
    world.phones.push(phone)
    return phone
  }

  constructor(world, owner, context, page) {
    Object.assign(this, { world, owner, context, page, log: [] })
    page.setDefaultTimeout(PATIENCE)
    page.on('console', (message) => this.note(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => {
      this.note(`error: ${error.message}`)
      world.errors.push(`${owner}: ${error.message}`)
    })
    page.on('response', (answer) => answer.status() >= 400 && this.note(`${answer.status()} ${answer.request().method()} ${answer.url()}`))
    context.on('request', (request) => {
      const url = new URL(request.url())
      if (!['data:', 'blob:'].includes(url.protocol) && url.hostname !== '127.0.0.1') {
        world.outside.push(request.url())
      }
    })
  }

  note(line) {
    this.log.push(line)
    if (/Content Security Policy/.test(line)) {
      this.world.errors.push(`${this.owner}: ${line}`)
    }
  }

  /** Opens the mini-program, as one does from a message or from WeChat's list. */
  async start(query = '') {
    await this.page.goto(`${this.world.server}/app/${query}`)
  }

  /** What can be seen of it: pages below the one on top stay in the document. */
  seen(test) {
    return this.page.locator(`[data-test="${test}"]:visible`)
  }

  async see(test) {
    await this.seen(test).first().waitFor()
    return this.seen(test).first()
  }

  async seeWords(words) {
    await this.page.getByText(words).locator('visible=true').first().waitFor()
  }

  async tap(test, at = 0) {
    await this.seen(test).nth(at).tap()
  }

  async tapWords(words, exact = true) {
    await this.page.getByText(words, { exact }).locator('visible=true').last().tap()
  }

  async write(test, words) {
    const field = this.seen(test).first().locator('input, textarea')
    await field.tap()
    await field.fill(words)
    await field.blur()
  }

  /** The tap after which WeChat's panel asks for consent to messages, and the tap on "allow". The templates must have come before. */
  async tapAndAllow(test) {
    await this.tap(test)
    await this.page.locator(AGREE).tap()
  }

  /** A tap after which the panel comes if there is something to ask, then what is to be seen next. */
  async tapThrough(test, next) {
    await this.tap(test)
    const panel = this.page.locator(AGREE)
    await panel.or(this.page.locator(next)).first().waitFor()
    if (await panel.count()) {
      await panel.tap()
    }
    await this.page.locator(next).first().waitFor()
  }

  /** Waits for the templates that a page fetches for its panel while it is opened. */
  async whileTemplatesCome(scene, opening) {
    const come = this.page.waitForResponse((answer) => answer.url().includes(`message-templates?scene=${scene}`) && answer.ok())
    await opening()
    await (await come).finished()
  }

  async tab(at) {
    await this.page.locator('.uni-tabbar__item').nth(at).tap()
  }

  async back() {
    await this.page.locator('.uni-page-head-btn:visible').first().tap()
  }

  async choosePhoto(test, photo) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(test)])
    await chooser.setFiles(photo)
  }

  /** Asks the server in this phone's name: for what only the server knows. */
  async ask(path) {
    return this.page.evaluate(async (path) => {
      const key = Object.keys(localStorage).find((name) => /^gridbell\..*\.token$/.test(name))
      const { token } = JSON.parse(localStorage.getItem(key))
      return (await fetch(path, { headers: { Authorization: `Bearer ${token}` } })).json()
    }, path)
  }

  /** The size of the first of its letters, in px. */
  async letters(selector) {
    return this.page.locator(`${selector}:visible`).first().evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  }

  async keep(folder, name) {
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({ path: join(folder, `${name}-${this.owner}.png`) }).catch(() => undefined)
    writeFileSync(join(folder, `${name}-${this.owner}.log`), `${this.page.url()}\n${this.log.join('\n')}\n`)
  }
}

/** The story is played by daylight: where its clocks were moved, the phone's is moved as far. */
function shiftDate(ahead) {
  if (ahead !== 0) {
    const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length ? given : [Real.now() + ahead]))
      }
      static now() {
        return Real.now() + ahead
      }
    }
  }
}
