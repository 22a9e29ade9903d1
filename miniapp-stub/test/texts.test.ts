import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { en } from '@/i18n/en'
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

const chinese = flat(zhCN)
const english = flat(en)

test('both languages have the same texts', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
})

test('both languages fill in the same names', () => {
  const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const [key, text] of Object.entries(chinese)) {
    expect([key, names(english[key] ?? '')]).toEqual([key, names(text)])
  }
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
