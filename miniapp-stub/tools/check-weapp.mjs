// Checks the WeChat build: `npm run check:weapp` after `npm run build:mp-weixin`. Nothing of the sandbox in it, nothing WeChat forbids, every page
// there, templates clean, first package within its size.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = process.argv[2] ?? fileURLToPath(new URL('../dist/build/mp-weixin', import.meta.url))
const FIRST_PACKAGE = 1024 * 1024
const STAND_IN = ['sandbox', 'login-code', 'phone-code', 'consent-panel', 'indexedDB', 'person=', '127.0.0.1']
const FORBIDDEN = ['new Function', 'eval(']
const faults = []

function files(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`
    return statSync(path).isDirectory() ? files(path) : [path]
  })
}

if (!existsSync(`${root}/app.json`)) {
  console.error('There is no WeChat build: CI=1 npm run build:mp-weixin')
  process.exit(1)
}
const all = files(root)
const app = JSON.parse(readFileSync(`${root}/app.json`, 'utf8'))
const subRoots = (app.subPackages ?? app.subpackages ?? []).map((one) => one.root)

for (const path of all.filter((one) => /\.(js|wxml|json|wxss)$/.test(one))) {
  const text = readFileSync(path, 'utf8')
  for (const word of STAND_IN) {
    if (text.includes(word)) faults.push(`${path.slice(root.length)}: "${word}" belongs to the browser build`)
  }
  for (const word of path.endsWith('.js') ? FORBIDDEN : []) {
    if (text.includes(word)) faults.push(`${path.slice(root.length)}: WeChat forbids "${word}"`)
  }
  if (path.endsWith('.wxss') && /url\(["']?https?:/.test(text)) faults.push(`${path.slice(root.length)}: fetches something from elsewhere`)
}

const pages = [...app.pages, ...(app.subPackages ?? app.subpackages ?? []).flatMap((one) => one.pages.map((page) => `${one.root}/${page}`))]
for (const page of pages) {
  for (const kind of ['js', 'json', 'wxml']) {
    if (!existsSync(`${root}/${page}.${kind}`)) faults.push(`${page}.${kind} is missing`)
  }
}

const { TmplGroup } = createRequire(import.meta.url)('glass-easel-template-compiler')
const group = new TmplGroup()
const templates = all.filter((one) => one.endsWith('.wxml'))
for (const path of templates) {
  const name = path.slice(root.length + 1, -'.wxml'.length)
  const warnings = group.addTmpl(name, readFileSync(path, 'utf8'))
  for (const warning of Array.isArray(warnings) ? warnings : []) {
    faults.push(`${name}.wxml: ${warning.message ?? JSON.stringify(warning)}`)
  }
}

const size = (list) => list.reduce((sum, path) => sum + statSync(path).size, 0)
const first = size(all.filter((path) => !subRoots.some((sub) => path.startsWith(`${root}/${sub}/`))))
if (first > FIRST_PACKAGE) faults.push(`first package ${first} bytes, at most ${FIRST_PACKAGE}`)

console.log(`${pages.length} pages, ${templates.length} templates, first package ${first} bytes, all ${size(all)} bytes, ${faults.length} findings`)
faults.forEach((fault) => console.error(fault))
process.exit(faults.length ? 1 : 0)
