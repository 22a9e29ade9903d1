/// <reference types="vite/client" />

declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent<Record<string, never>, Record<string, never>, unknown>
  export default component
}

declare const wx: any // the platform of the WeChat build; used in src/platform only

interface ImportMetaEnv {
  /** Where the WeChat build finds the server, for example https://grid.example.gov.cn */
  readonly VITE_SERVER?: string
}
