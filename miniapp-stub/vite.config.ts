import { defineConfig } from 'vite'
import type { Plugin } from 'vite'
import uniPlugin from '@dcloudio/vite-plugin-uni'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

// The plugin's default export sits one level deeper under ESM.
const uni = (uniPlugin as unknown as { default?: typeof uniPlugin }).default ?? uniPlugin

const server = process.env.GRIDBELL_SERVER ?? 'http://127.0.0.1:8080'
const sandbox = process.env.GRIDBELL_SANDBOX ?? 'http://127.0.0.1:8090'

/** uni's browser build would fetch the shadow of its title bar from a CDN: nothing is fetched from elsewhere at run time. */
const nothingFromElsewhere: Plugin = {
  name: 'gridbell-nothing-from-elsewhere',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type === 'asset' && typeof file.source === 'string' && file.fileName.endsWith('.css')) {
        file.source = file.source.replace(/url\((["']?)https?:\/\/cdn\.dcloud\.net\.cn[^)]*\)/g, 'none')
      }
    }
  },
}

/** Beside each larger text of the browser build its form in Brotli, so that whoever serves it need not compress. */
const compressed: Plugin = {
  name: 'gridbell-compressed',
  apply: () => process.env.UNI_PLATFORM === 'h5',
  enforce: 'post',
  closeBundle() {
    const assets = join(process.env.UNI_OUTPUT_DIR ?? '', 'assets')
    for (const name of readdirSync(assets).filter((one) => /\.(js|css)$/.test(one))) {
      const whole = readFileSync(join(assets, name))
      if (whole.length > 1024) {
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(whole))
      }
    }
  },
}

export default defineConfig({
  base: './',
  plugins: [uni(), nothingFromElsewhere, compressed],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_JIT_COMPILATION__: true, // WeChat forbids new Function
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/photos': server, '/sandbox': sandbox } },
})
