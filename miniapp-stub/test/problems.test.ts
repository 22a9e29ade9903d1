import { readdirSync, readFileSync, statSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { resident, sentenceOf } from '@/api'
import { PROBLEMS } from '@/i18n/problems'
import { useLook } from '@/stores/look'
import { useSession } from '@/stores/session'
import type { FakePlatform } from './fakes'
import { freshPhone, problem } from './fakes'

const SERVER = '../server/src/main/java'
/** Answers other systems, never this program. */
const NOT_OURS = ['GeoReportRefusal.java']

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(path).isDirectory() ? sources(path) : path.endsWith('.java') ? [path] : []
  })
}

/** Every type the server's own source names: `HttpStatus.X, "room", "kind"`, kinds given to a factory's constructor, and whole URNs. */
function typesOf(path: string): string[] {
  const text = readFileSync(path, 'utf8').replace(/\s+/g, ' ')
  const all = (pattern: RegExp, type: (match: RegExpMatchArray) => string) => [...text.matchAll(pattern)].map(type)
  const found = [
    ...all(/HttpStatus\.\w+, "([a-z0-9-]+)", "([a-z0-9-]+)"/g, (match) => `${match[1]}:${match[2]}`),
    ...all(/"urn:problem:([a-z0-9-]+:[a-z0-9-]+)"/g, (match) => match[1] ?? ''),
  ]
  if (path.endsWith('/ProblemAdvice.java')) {
    found.push(...all(/answer\((?:HttpStatus\.\w+|known), "([a-z-]+)"/g, (match) => `platform:${match[1]}`))
  }
  const room = /extends Problem\b/.test(text) && /super\([^"]*"([a-z0-9-]+)", (kind,|"([a-z-]+)")/.exec(text)
  if (room && room[3]) {
    found.push(`${room[1]}:${room[3]}`)
  } else if (room) {
    const name = /class (\w+)/.exec(text)?.[1] ?? ''
    found.push(...all(new RegExp(`new ${name}\\( ?(?:HttpStatus\\.\\w+, )?"([a-z-]+)"`, 'g'), (match) => `${room[1]}:${match[1]}`))
  }
  return found
}

const types = [...new Set(sources(SERVER).filter((path) => !NOT_OURS.some((name) => path.endsWith(name))).flatMap(typesOf))].sort()

let phone: FakePlatform
beforeEach(() => {
  phone = freshPhone()
  useSession()
  return () => useLook().change({ locale: 'zh-CN' })
})

test('every refusal the server can give has English words, and there are no words for what it cannot say', () => {
  expect(types.length).toBeGreaterThan(100)
  expect(Object.keys(PROBLEMS).sort()).toEqual(types)
})

async function saidFor(answer: unknown): Promise<string> {
  phone.answers['GET /api/resident/me'] = answer
  return sentenceOf(await resident.me().catch((thrown: unknown) => thrown))
}

test('in English the meaning stands before the sentence of the server, in Chinese the sentence alone', async () => {
  const taken = problem(409, 'visit:opening-taken', '这个时间刚被约走。')
  expect(await saidFor(taken)).toBe('这个时间刚被约走。')
  useLook().change({ locale: 'en' })
  expect(await saidFor(taken)).toBe('This time was just taken. 这个时间刚被约走。')
})

test('an unknown type shows what the server says', async () => {
  useLook().change({ locale: 'en' })
  expect(await saidFor(problem(409, 'visit:newer-than-this-program', '新的规定。'))).toBe('新的规定。')
})

test('what is wrong with a field has the meaning in front too', async () => {
  useLook().change({ locale: 'en' })
  const wrong = problem(400, 'platform:invalid-input', '填写有误。', { errors: [{ field: 'address', message: '请填写地址。' }] })
  expect(await saidFor(wrong)).toBe('Something is missing or not right. 请填写地址。')
})
