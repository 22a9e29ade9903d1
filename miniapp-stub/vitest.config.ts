import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { Plugin } from 'vite'

const BUILT_IN = ['view', 'text', 'button', 'image', 'input', 'textarea', 'switch', 'scroll-view', 'picker', 'block']

/** Runs uni's own preprocessor over each source, so that a test sees what that platform's build sees. */
function onPlatform(platform: 'mp-weixin' | 'h5'): Plugin {
  return {
    name: 'gridbell-ifdef',
    enforce: 'pre',
    async transform(code, id) {
      if (!/\/src\/.*\.(vue|ts)$/.test(id.split('?')[0] ?? '') || id.includes('?')) {
        return undefined
      }
      const cli = await import('@dcloudio/uni-cli-shared')
      cli.initPreContext(platform, {})
      return { code: cli.preJs(cli.preHtml(code, id), id), map: null }
    },
  }
}

function project(name: string, platform: 'mp-weixin' | 'h5') {
  return {
    plugins: [onPlatform(platform), vue({ template: { compilerOptions: { isCustomElement: (tag: string) => BUILT_IN.includes(tag) } } })],
    resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
    define: { 'import.meta.env.VITE_SERVER': JSON.stringify('https://server.test') },
    test: {
      name,
      environment: 'jsdom',
      include: ['test/**/*.test.ts'],
      setupFiles: ['test/setup.ts'],
      env: { TEST_PLATFORM: platform },
      pool: 'threads' as const,
    },
  }
}

/** Every test runs twice: as the WeChat build and as the browser build. */
export default defineConfig({
  test: { projects: [project('mp-weixin', 'mp-weixin'), project('h5', 'h5')] },
})
