// Checks the WeChat build: `npm run check:weapp` after `npm run build:mp-weixin`. Nothing of the sandbox in it, nothing WeChat forbids, every page
// there, templates clean, first package within its size.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
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

// WeChat's own compilers of templates and styles, where the package has them for this machine: what they cannot read they name, with file and line.
const BINARIES = { 'linux-x64': 'linux', 'darwin-x64': 'mac', 'darwin-arm64': 'mac', 'win32-x64': 'windows' }
const binaries = BINARIES[`${process.platform}-${process.arch}`]
let compiled = 'not compiled: no wcc and wcsc for this machine'
if (binaries) {
  const names = (kind) => all.filter((one) => one.endsWith(kind)).map((one) => one.slice(root.length + 1))
  const wcc = compile('wcc', ['-d', '-cc', ...componentArguments(), ...names('.wxml'), '-gn', '$gwx'])
  const wcsc = compile('wcsc', ['-db', '-pc', String(names('.wxss').length), ...names('.wxss')]) // all in one call, else what one imports is missing
  compiled = `wcc ${wcc} bytes, wcsc ${wcsc} bytes`
}

/** @returns how much came of it */
function compile(name, words) {
  const path = fileURLToPath(new URL(`../node_modules/miniprogram-compiler/bin/${binaries}/${name}${binaries === 'windows' ? '.exe' : ''}`, import.meta.url))
  if (binaries !== 'windows') {
    chmodSync(path, 0o755) // the package comes without
  }
  const { status, stdout, stderr, error } = spawnSync(path, words, { cwd: root, maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) {
    faults.push(`${name}: ${error?.message ?? stderr.toString().trim()}`)
  }
  return stdout?.length ?? 0
}

/** How many have components, then of each its template and the tags it uses, as wcc wants it. */
function componentArguments() {
  const using = templates.flatMap((path) => {
    const name = path.slice(root.length + 1, -'.wxml'.length)
    const tags = Object.keys(JSON.parse(readFileSync(`${root}/${name}.json`, 'utf8')).usingComponents ?? {})
    return tags.length ? [[`${name}.wxml`, tags.length, ...tags]] : []
  })
  return [[using.length, ...using.flat()].join(' ')]
}

const size = (list) => list.reduce((sum, path) => sum + statSync(path).size, 0)
const first = size(all.filter((path) => !subRoots.some((sub) => path.startsWith(`${root}/${sub}/`))))
if (first > FIRST_PACKAGE) faults.push(`first package ${first} bytes, at most ${FIRST_PACKAGE}`)

console.log(`${pages.length} pages, ${templates.length} templates, first package ${first} bytes, all ${size(all)} bytes, ${compiled}, ${faults.length} findings`)
faults.forEach((fault) => console.error(fault))
process.exit(faults.length ? 1 : 0)
