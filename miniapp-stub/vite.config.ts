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

/** Where one begins comes along with the main script instead of after it: a trip less until the first page can be used. */
const beginsAtOnce: Plugin = {
  name: 'gridbell-begins-at-once',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle, chunk: entry }) {
      const scripts = new Set<string>()
      const styles = new Set<string>()
      const take = (name: string) => {
        const one = bundle?.[name]
        if (one?.type !== 'chunk' || one.fileName === entry?.fileName || scripts.has(name)) {
          return
        }
        scripts.add(name)
        one.viteMetadata?.importedCss.forEach((style) => styles.add(style))
        one.imports.forEach(take)
      }
      Object.values(bundle ?? {})
        .filter((one) => one.type === 'chunk' && /\bpages-(welcome-welcome|home-home)\./.test(one.fileName))
        .forEach((one) => take(one.fileName))
      return [
        ...[...scripts].map((name) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${name}` }, injectTo: 'head' as const })),
        ...[...styles].map((name) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `./${name}` }, injectTo: 'head' as const })),
      ]
    },
  },
}

/** What every page stands on in two files, one of which changes with the libraries only: each file of its own costs a trip and its headers. */
function inFew(id: string): string | undefined {
  if (/node_modules/.test(id)) {
    return 'libraries'
  }
  return /\/src\/(api|format|i18n|platform|stores|ui|pages\/(home|welcome))\//.test(id) ? 'first' : undefined
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

export default defineConfig(({ command }) => ({
  base: './',
  build: process.env.UNI_PLATFORM === 'h5' && command === 'build' ? { rollupOptions: { output: { manualChunks: inFew } } } : {},
  plugins: [uni(), nothingFromElsewhere, beginsAtOnce, compressed],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_JIT_COMPILATION__: true, // WeChat forbids new Function
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/photos': server, '/sandbox': sandbox } },
}))
