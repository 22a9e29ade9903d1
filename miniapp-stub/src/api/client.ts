import { platform } from '@/platform'
import type { Answer, Order } from '@/platform/platform'
import { PlatformRefusal } from '@/platform/platform'
import { readProblem } from './problem'

const READ_LIMIT = 10_000
const WRITE_LIMIT = 15_000
const UPLOAD_LIMIT = 90_000
const PAUSE = 700

/** Where the token comes from and how a new one is got; set by the session. */
export interface Keeper {
  token(): string | undefined
  /** A new sign-in; the same one for all who ask at the same time. */
  renew(): Promise<void>
}

let keeper: Keeper = { token: () => undefined, renew: () => Promise.resolve() }

export function keepTokenIn(other: Keeper): void {
  keeper = other
}

export interface Call {
  /** Of the intended action: the same over all tries. */
  key?: string
  query?: Record<string, string | number | undefined>
  /** Without a token: the sign-in itself. */
  open?: boolean
}

/** Where the server is: the own address in a browser, an address given at build time in WeChat. */
export function address(path: string): string {
  let server = ''
  // #ifdef MP-WEIXIN
  server = import.meta.env.VITE_SERVER ?? ''
  // #endif
  return /^https?:/.test(path) ? path : server + path
}

/** With the host also in a browser: uni takes a picture's path for one below the program's own folder. */
export function pictureAddress(path: string): string {
  const whole = address(path)
  return whole.startsWith('/') ? platform().origin + whole : whole
}

export function get<T>(path: string, call: Call = {}): Promise<T> {
  return send<T>('GET', path, undefined, call)
}

export function post<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return send<T>('POST', path, body, call)
}

export function put<T>(path: string, body: unknown, call: Call = {}): Promise<T> {
  return send<T>('PUT', path, body, call)
}

export function remove<T>(path: string, call: Call = {}): Promise<T> {
  return send<T>('DELETE', path, undefined, call)
}

/** Sends a picture. @param progress 0 to 100 */
export async function uploadPicture<T>(path: string, picture: string, progress?: (percent: number) => void): Promise<T> {
  const once = () =>
    platform().upload({ url: address(path), headers: bearer(), path: picture, limit: UPLOAD_LIMIT, progress })
  return read<T>(await signedIn(once, false))
}

async function send<T>(method: Order['method'], path: string, body: unknown, call: Call): Promise<T> {
  const once = () =>
    platform().request({
      method,
      url: address(path) + asText(call.query),
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(call.key ? { 'Idempotency-Key': call.key } : {}),
        ...(call.open ? {} : bearer()),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      limit: method === 'GET' ? READ_LIMIT : WRITE_LIMIT,
    })
  const repeatable = method === 'GET' || call.key !== undefined
  const careful = repeatable ? () => twice(once) : once
  return read<T>(await signedIn(careful, call.open === true))
}

/** An old token is renewed once; a second 401 is the server's last word. */
async function signedIn(order: () => Promise<Answer>, open: boolean): Promise<Answer> {
  if (!open && !keeper.token()) {
    await keeper.renew()
  }
  const answer = await order()
  if (answer.status !== 401 || open) {
    return answer
  }
  await keeper.renew()
  return order()
}

/** What changes nothing, or carries its key, is tried again once when no answer came. */
async function twice(order: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await order()
    if (answer.status !== 502 && answer.status !== 503) {
      return answer
    }
  } catch (failure) {
    if (!(failure instanceof PlatformRefusal) || !(await platform().online())) {
      throw failure
    }
  }
  await new Promise((resolve) => setTimeout(resolve, PAUSE))
  return order()
}

function read<T>(answer: Answer): T {
  if (answer.status >= 200 && answer.status < 300) {
    return answer.body as T
  }
  throw readProblem(answer.status, answer.body, answer.headers)
}

function bearer(): Record<string, string> {
  const token = keeper.token()
  return token ? { Authorization: `Bearer ${token}` } : {}
}

function asText(query: Call['query']): string {
  const parts = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return parts.length ? `?${parts.join('&')}` : ''
}
