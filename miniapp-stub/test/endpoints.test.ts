import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What the program does not call, and why. A new endpoint of the server has to be put to use or named here. */
const NOT_CALLED: Record<string, string> = {
  'POST /api/signin/refresh': 'WeChat signs in again without asking anybody',
  'GET /api/resident/requests/nearby': 'the POST of the same name finds like ones too',
  'GET /api/staff/campaigns/{}/progress.csv': 'a sheet for a desk',
  'POST /api/staff/knocks': 'knocks go through the outbox, which holds without a network',
  'POST /api/staff/visits/{}/check-in': 'goes through the outbox',
  'POST /api/staff/visits/{}/outcome': 'goes through the outbox',
  'DELETE /api/staff/calendar-feed': 'the address is for a calendar at a desk',
  'POST /api/staff/calendar-feed': 'the address is for a calendar at a desk',
  'GET /api/staff/grids/{}/qr-code': 'to be printed',
  'GET /api/staff/chat-answers': 'set up at a desk',
  'POST /api/staff/chat-answers': 'set up at a desk',
  'PUT /api/staff/chat-answers/{}': 'set up at a desk',
  'POST /api/staff/chat-answers/{}/removal': 'set up at a desk',
  'GET /api/staff/chat-menu': 'set up at a desk',
  'POST /api/staff/chat-menu/publication': 'set up at a desk',
  'GET /api/staff/message-channels': 'for administrators',
  'POST /api/staff/message-channels/{}/reopening': 'for administrators',
  'POST /api/staff/messages/{}/redrive': 'for administrators',
  'GET /api/staff/open311-clients': 'for administrators',
  'POST /api/staff/open311-clients': 'for administrators',
  'POST /api/staff/open311-clients/{}/revocation': 'for administrators',
  'POST /api/staff/open311-reports/{}/contact-erasure': 'for administrators',
  'POST /api/staff/open311-reports/{}/contact-reading': 'for administrators',
  'GET /api/staff/request-categories': 'for administrators',
  'PUT /api/staff/request-categories/{}': 'for administrators',
  'GET /api/staff/request-routes': 'for administrators',
  'PUT /api/staff/request-routes': 'for administrators',
  'DELETE /api/staff/request-routes/{}': 'for administrators',
  'PUT /api/staff/responsibilities/{}': 'for administrators',
  'POST /api/staff/street-imports': 'for administrators',
  'PUT /api/staff/work-calendar/{}': 'for administrators',
  'GET /api/staff/request-figures': 'read at a desk',
  'GET /api/staff/visit-ratings': 'read at a desk',
  'GET /api/staff/coordinations/{}': 'the list of a request says the same',
  'GET /api/staff/deputies': 'no page yet',
  'PUT /api/staff/deputies': 'no page yet',
}

const FILES = ['src/api/resident.ts', 'src/api/staff.ts']
const METHODS: Record<string, string> = { get: 'GET', post: 'POST', put: 'PUT', remove: 'DELETE', uploadPicture: 'POST' }

/** Calls as they stand in the source, each variable part of a path as `{}`. */
function called(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const roots = Object.fromEntries([...text.matchAll(/const (\w+) = \(id: string\) => `([^`]*)`/g)].map((match) => [match[1], plain(match[2] ?? '')]))
  return [...text.matchAll(/\b(get|post|put|remove|uploadPicture)<[\w.[\]]+>\(\s*(?:`([^`]*)`|'([^']*)'|(\w+)\(\w+\))/g)].map(([, method = '', template, literal, root]) => {
    const path = literal ?? (root ? roots[root] : plain((template ?? '').replace(/\$\{(\w+)\(\w+\)\}/g, (whole, name: string) => roots[name] ?? whole)))
    return `${METHODS[method]} ${path}`
  })
}

const plain = (path: string) => path.replace(/\$\{[^}]*\}/g, '{}')

const offered = Object.entries(JSON.parse(readFileSync('../docs/openapi.json', 'utf8')).paths as Record<string, object>)
  .filter(([path]) => /^\/api\/(signin|resident|staff)\//.test(path))
  .flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`))

test('whatever the program calls is there', () => {
  const calls = FILES.flatMap(called)
  expect(calls.length).toBeGreaterThan(90)
  expect(calls.filter((call) => !offered.includes(call))).toEqual([])
})

test('whatever the server offers to residents and staff is called, or said why not', () => {
  const calls = FILES.flatMap(called)
  expect(offered.filter((one) => !calls.includes(one)).sort()).toEqual(Object.keys(NOT_CALLED).sort())
})

test('every call of the program is made by a page or a store', () => {
  for (const [file, name] of [
    ['src/api/resident.ts', 'resident'],
    ['src/api/staff.ts', 'staff'],
  ] as const) {
    const exported = [...readFileSync(file, 'utf8').matchAll(/^export (?:const|async function) (\w+)/gm)].map((match) => match[1] as string)
    const users = Object.values(import.meta.glob(['../src/**/*.vue', '../src/**/*.ts'], { query: '?raw', import: 'default', eager: true })) as string[]
    const rest = users.filter((text) => !text.includes('// What ' + (name === 'resident' ? 'residents can do' : 'staff can do')))
    const idle = exported.filter((one) => !rest.some((text) => new RegExp(`\\b${one}\\b`).test(text)))
    expect(idle).toEqual([])
  }
})
