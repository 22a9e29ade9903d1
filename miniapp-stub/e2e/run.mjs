import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser, Phone } from './phone.mjs'
import { ahead } from './street.mjs'

// node e2e/run.mjs <scenario>: plays one against a first run that is up. What went wrong is shown by a screenshot and a log of each phone.

const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const scenario = process.argv[2] ?? 'story'
const out = process.env.E2E_OUT ?? join(import.meta.dirname, 'target', 'phones')

const world = {
  server: process.env.GRIDBELL_SERVER ?? 'http://127.0.0.1:8080',
  sandbox: process.env.GRIDBELL_SANDBOX ?? 'http://127.0.0.1:8090',
  phones: [],
  errors: [],
  outside: [],
  ahead: 0,
  async step(words, doing) {
    const start = performance.now()
    this.doing = words
    const result = await doing()
    console.log(`  ✓ ${words} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
    return result
  },
  check(truth, words) {
    if (!truth) {
      throw new Error(`not so: ${words}`)
    }
    console.log(`    ✓ ${words}`)
  },
}

const { play } = await import(`./scenarios/${scenario}.mjs`)
const started = performance.now()
try {
  world.browser = await openBrowser(process.env.CHROMIUM ?? BROWSERS.find(existsSync))
  world.ahead = await ahead(world)
  await play(world, (owner, options) => Phone.open(world, owner, options))
  world.check(world.outside.length === 0, `nothing asked for outside this machine ${[...new Set(world.outside)].join(' ')}`)
  world.check(world.errors.length === 0, `no error in any page ${world.errors.join(' | ')}`)
  console.log(`✓ ${scenario} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
} catch (failure) {
  for (const phone of world.phones) {
    await phone.keep(out, scenario)
  }
  console.log(`✗ ${scenario}, at “${world.doing ?? 'the start'}”: ${failure.stack}`)
  console.log(`  screenshots and logs: ${out}/${scenario}-*`)
  process.exitCode = 1
} finally {
  await world.browser?.close()
}
