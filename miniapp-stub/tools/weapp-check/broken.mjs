// `node broken.mjs [build]`: the checks can fail. Each copy of the build is broken in one way, and the check that is there for it says so.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { officialChecks } from './official.mjs'

const root = process.argv[2] ?? fileURLToPath(new URL('../../dist/build/mp-weixin', import.meta.url))

const BREAKS = [
  {
    what: 'a page without its template',
    check: 'schema of the pages',
    says: /pages\/report\/report/,
    how: (copy) => rmSync(join(copy, 'pages/report/report.wxml')),
  },
  {
    what: 'a page that is not there',
    check: 'schema of the app',
    says: /pages\/nowhere/,
    how: (copy) => change(copy, 'app.json', (app) => app.pages.push('pages/nowhere/nowhere')),
  },
  {
    what: 'a private interface that does not exist',
    check: 'schema of the app',
    says: /requiredPrivateInfos/,
    how: (copy) => change(copy, 'app.json', (app) => (app.requiredPrivateInfos = ['getEverything'])),
  },
  {
    what: 'a component that is not there',
    check: 'schema of the pages',
    says: /UiNowhere/,
    how: (copy) => change(copy, 'pages/home/home.json', (page) => (page.usingComponents['ui-nowhere'] = '../../ui/UiNowhere')),
  },
  {
    what: 'a script that cannot be read',
    check: 'compiler',
    says: /home\.js/,
    how: (copy) => writeFileSync(join(copy, 'pages/home/home.js'), 'const half = {'),
  },
  {
    what: 'scripts that are not to be minified',
    check: 'code quality',
    says: /JS|minif|压缩/i,
    how: (copy) => change(copy, 'project.config.json', (config) => (config.setting.minified = false)),
  },
]

let missed = 0
for (const { what, check, says, how } of BREAKS) {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-broken-'))
  try {
    cpSync(root, folder, { recursive: true })
    how(folder)
    const [{ findings, seconds }] = await officialChecks(folder, [check])
    const found = findings.find((finding) => says.test(finding))
    missed += found ? 0 : 1
    console.log(`${what}: ${found ? `found by "${check}"` : 'NOT FOUND'} (${seconds} s): ${(found ?? findings.join('; ')).slice(0, 200)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
console.log(`${BREAKS.length - missed} of ${BREAKS.length} found`)
process.exit(missed ? 1 : 0)

function change(copy, file, edit) {
  const path = join(copy, file)
  const read = JSON.parse(readFileSync(path, 'utf8'))
  edit(read)
  writeFileSync(path, JSON.stringify(read))
}
