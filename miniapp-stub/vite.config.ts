import { defineConfig } from 'vite'
import uniPlugin from '@dcloudio/vite-plugin-uni'

// The plugin's default export sits one level deeper under ESM.
const uni = (uniPlugin as unknown as { default?: typeof uniPlugin }).default ?? uniPlugin

const server = process.env.GRIDBELL_SERVER ?? 'http://127.0.0.1:8080'
const sandbox = process.env.GRIDBELL_SANDBOX ?? 'http://127.0.0.1:8090'

export default defineConfig({
  base: './',
  plugins: [uni()],
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_JIT_COMPILATION__: true, // WeChat forbids new Function
  },
  server: { host: '127.0.0.1', proxy: { '/api': server, '/photos': server, '/sandbox': sandbox } },
})
