import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '@/i18n/en'
import { staffEn } from '@/staff/i18n/en'
import { staffZhCN } from '@/staff/i18n/zh-CN'
import { zhCN } from '@/i18n/zh-CN'

type Tree = { [name: string]: string | Tree }

function flat(tree: Tree, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [[path + name, value]] : Object.entries(flat(value, `${path}${name}.`)))),
  )
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(path).isDirectory() ? sources(path) : /\.(vue|ts)$/.test(name) ? [path] : []
  })
}

const chinese = flat({ ...zhCN, staff: staffZhCN })
const english = flat({ ...en, staff: staffEn })

test('both languages have the same texts', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
})

test('both languages fill in the same names', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const [key, text] of Object.entries(chinese)) {
    expect([key, names(english[key] ?? '')]).toEqual([key, names(text)])
  }
})

test('every page of staff brings the texts of staff along, and nobody else needs them', () => {
  const pages = sources('src/staff/pages').filter((path) => path.endsWith('.vue'))
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.filter((path) => !readFileSync(path, 'utf8').includes("import '@/staff/texts'"))).toEqual([])
  const others = sources('src').filter((path) => !/^src\/(staff|i18n)\//.test(path))
  expect(others.filter((path) => /['"`]staff\./.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('no text is empty, none has signs with a meaning of their own', () => {
  for (const text of [...Object.values(chinese), ...Object.values(english)]) {
    expect(text).not.toBe('')
    expect(text).not.toMatch(/[|@]/)
  }
})

test('every text is in the language files: no Chinese stands in a page', () => {
  const strays = sources('src')
    .filter((path) => !path.includes('/i18n/') && !path.includes('/platform/'))
    .filter((path) => /[\u4e00-\u9fff]/.test(readFileSync(path, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '')))
  expect(strays).toEqual([])
})

test('colours are variables everywhere, so that stronger contrast reaches each page', () => {
  const strays = sources('src')
    .filter((path) => path.endsWith('.vue') && !path.includes('/platform/'))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)].map((match) => `${path}: ${match[0]}`))
  expect(strays).toEqual([])
  const design = readFileSync('src/ui/design.scss', 'utf8')
  const rules = design.slice(design.indexOf('// Letters'))
  expect(rules.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi)).toBeNull()
})

test('every colour that is used is one of the design', () => {
  const design = readFileSync('src/ui/design.scss', 'utf8')
  const used = sources('src').flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/var\((--[a-z-]+)\)/g)].map((match) => match[1] as string))
  const unknown = [...new Set(used)].filter((name) => !design.includes(`${name}:`))
  expect(unknown).toEqual([])
})

test('visits are for the same things in the same words as the server says them', () => {
  const java = readFileSync('../server/src/main/java/cn/gridbell/visit/VisitPurpose.java', 'utf8')
  const said = Object.fromEntries([...java.matchAll(/^ {4}([A-Z_]+)\("([^"]+)"\)/gm)].map((match) => [match[1], match[2]]))
  expect(zhCN.purpose).toEqual(said)
})

test('nothing that can be tapped is made lower than 44 px', () => {
  const low = sources('src')
    .filter((path) => path.endsWith('.vue'))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8')
      const tapped = new Set([...text.matchAll(/<(?:view|text|button)\b[^>]*?\bclass="([^"]*)"[^>]*?\brole="(?:button|radio|checkbox)"/g)].flatMap((match) => (match[1] ?? '').split(' ')))
      return [...text.matchAll(/\.([a-z-]+)[^{}]*\{[^}]*?min-height: (\d+)rpx/g)].filter((match) => tapped.has(match[1] ?? '') && Number(match[2]) < 88).map((match) => `${path}: .${match[1]}`)
    })
  expect(low).toEqual([])
})
