// The controls of the WeChat sandbox, for the browser build only (wechat-sandbox/README.md). A test greps the WeChat build for what stands here.

const PERSON = 'gridbell.sandbox.person'
const WINDOW = 'gridbell.sandbox.window'

interface SandboxPerson {
  id: string
  nickname: string
}

/** Which made-up person holds this window: `?person=p3` in the address, else whoever held it before, else a new one. */
let holding: Promise<string> | undefined

export function sandboxPerson(): Promise<string> {
  holding ??= choose()
  return holding
}

/** What the window's storage is named after: the same person finds it again, another window is another phone. */
export function windowName(): string {
  const known = named() ?? window.sessionStorage.getItem(WINDOW)
  if (known) {
    return known
  }
  const made = Math.random().toString(36).slice(2)
  window.sessionStorage.setItem(WINDOW, made)
  return made
}

export async function code(kind: 'login-code' | 'phone-code'): Promise<string> {
  const answer = await control<{ code: string }>(`/people/${await sandboxPerson()}/${kind}`, {})
  return answer.code
}

export async function consents(templateIds: string[], choice: string): Promise<Record<string, string>> {
  const answer = await control<{ results: Record<string, string> }>(`/people/${await sandboxPerson()}/consents`, { templateIds, choice })
  return answer.results
}

async function choose(): Promise<string> {
  const known = named() ?? window.sessionStorage.getItem(PERSON)
  if (known) {
    window.sessionStorage.setItem(PERSON, known)
    return known
  }
  const phone = `198${String(Math.floor(Math.random() * 100_000_000)).padStart(8, '0')}`
  const person = await control<SandboxPerson>('/people', { nickname: '浏览器里的居民', phone })
  window.sessionStorage.setItem(PERSON, person.id)
  return person.id
}

function named(): string | undefined {
  return new URLSearchParams(window.location.search).get('person') ?? undefined
}

/** Where the sandbox is: `?sandbox=http://127.0.0.1:8090`, else under this page's own address. */
function at(path: string): string {
  const told = new URLSearchParams(window.location.search).get('sandbox') ?? ''
  return `${/^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(told) ? told : ''}/sandbox${path}`
}

async function control<T>(path: string, body: unknown): Promise<T> {
  const answer = await fetch(at(path), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) {
    throw new Error(`sandbox ${answer.status}`)
  }
  return (await answer.json()) as T
}
