// WeChat's own checks (miniprogram-ci) over a built mini-program, without an account. Only the attributes of the account come from WeChat's
// servers, so they are given here; upload and preview are not possible this way, and not wanted.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ci = createRequire(import.meta.url)('miniprogram-ci')
const APP = 'wx1234567890abcdef'
const attributes = async () => ({ ...ci.DefaultProjectAttr })
for (const kind of [ci.CIProject, ci.PreCompileProject, ci.Project]) {
  if (kind?.prototype) {
    kind.prototype.attr = attributes
  }
}

export const CHECKS = ['schema of the app', 'schema of the pages', 'compiler', 'code quality']

/**
 * Each check by name, with what it found; a check that throws has found what it throws.
 *
 * @param only which of {@link CHECKS}; all unless given
 */
export async function officialChecks(root, only = CHECKS) {
  const project = new ci.Project({ appid: APP, type: 'miniProgram', projectPath: root, privateKey: 'none', ignores: ['node_modules/**/*'] })
  project.attr = attributes
  const run = {
    'schema of the app': () => schemaOfApp(project),
    'schema of the pages': () => schemaOfPages(project, root),
    compiler: () => compiler(project, root),
    'code quality': () => codeQuality(project),
  }
  const results = []
  // The tools talk a lot, also about extensions they could not fetch; what they find, they return or throw.
  const spoken = { log: console.log, info: console.info, warn: console.warn, error: console.error }
  Object.assign(console, { log: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined })
  for (const name of only) {
    const begun = Date.now()
    const findings = []
    let said = ''
    try {
      const result = await run[name]()
      said = result.said
      findings.push(...result.findings)
    } catch (failure) {
      findings.push(words(failure))
    }
    results.push({ name, said, findings, seconds: Math.round((Date.now() - begun) / 100) / 10 })
  }
  Object.assign(console, spoken)
  return results
}

async function schemaOfApp(project) {
  const app = await ci.getAppJSON(project)
  return { said: `${pagesOf(app).length} pages declared`, findings: [] }
}

async function schemaOfPages(project, root) {
  const pages = pagesOf(JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')))
  const findings = []
  for (const page of pages) {
    try {
      await ci.getPageJSON(project, { pagePath: page, miniprogramRoot: '' })
    } catch (failure) {
      findings.push(`${page}: ${words(failure)}`)
    }
  }
  return { said: `${pages.length} pages`, findings }
}

async function compiler(project, root) {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-check-'))
  const target = join(folder, 'result.zip')
  try {
    const setting = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')).setting ?? {}
    await ci.getCompiledResult({ project, version: '0.0.0', desc: 'check', setting, onProgressUpdate: () => undefined }, target)
    const written = existsSync(target)
    return { said: written ? `${readFileSync(target).length} bytes as they would be uploaded` : '', findings: written ? [] : ['nothing was compiled'] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function codeQuality(project) {
  const report = await ci.checkCodeQuality(project)
  const rules = Array.isArray(report) ? report : (report?.results ?? report?.list ?? [])
  const failed = rules.filter((rule) => rule.success === false)
  return { said: `${rules.length} rules`, findings: failed.map((rule) => `${rule.name}: ${rule.text ?? ''} ${JSON.stringify(rule.detail ?? '')}`) }
}

function pagesOf(app) {
  const parts = app.subPackages ?? app.subpackages ?? []
  return [...app.pages, ...parts.flatMap((part) => part.pages.map((page) => `${part.root.replace(/\/$/, '')}/${page}`))]
}

function words(failure) {
  return String(failure?.message ?? failure).replace(/\s+/g, ' ').trim()
}
