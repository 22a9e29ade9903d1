// Draws the tab bar's pictures from src/ui/icons.json: `node tools/draw-tab-icons.mjs` (needs rsvg-convert). WeChat's tab bar takes no SVG.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const icons = JSON.parse(readFileSync(here('../src/ui/icons.json'), 'utf8'))
const SIZE = '81'

for (const name of ['home', 'requests', 'visits', 'inbox', 'mine']) {
  for (const [suffix, colour, fill] of [['', '#5B6665', 'none'], ['-on', '#0B5F5A', '#CFE5E2']]) {
    const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='${fill}' stroke='${colour}' stroke-width='1.7' stroke-linecap='round' stroke-linejoin='round'>${icons[name]}</svg>`
    execFileSync('rsvg-convert', ['-w', SIZE, '-h', SIZE, '-o', here(`../src/static/tab/${name}${suffix}.png`)], { input: svg })
  }
}
