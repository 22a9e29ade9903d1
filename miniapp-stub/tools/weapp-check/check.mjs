// `node check.mjs [build]` after `npm run build:mp-weixin`: WeChat's own checks, one line each; 1 as soon as one of them has found something.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { officialChecks } from './official.mjs'

const root = process.argv[2] ?? fileURLToPath(new URL('../../dist/build/mp-weixin', import.meta.url))
if (!existsSync(join(root, 'app.json'))) {
  console.error('There is no WeChat build: CI=1 npm run build:mp-weixin')
  process.exit(1)
}
const results = await officialChecks(root)
for (const { name, said, findings, seconds } of results) {
  console.log(`${name}: ${findings.length} findings${said ? `, ${said}` : ''} (${seconds} s)`)
  findings.forEach((finding) => console.error(`  ${finding}`))
}
process.exit(results.some(({ findings }) => findings.length) ? 1 : 0)
