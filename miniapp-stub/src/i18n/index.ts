import { createI18n } from 'vue-i18n'
import { en } from './en'
import type { staffZhCN } from '@/staff/i18n/zh-CN'
import { zhCN } from './zh-CN'

export type Locale = 'zh-CN' | 'en'

/** Every text of the main package; `en` must have the same. */
export type Texts = Widened<typeof zhCN>
type Widened<T> = { [K in keyof T]: T[K] extends string ? string : Widened<T[K]> }

type Paths<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}` }[keyof T & string]
/** What staff read comes with their pages (`@/staff/texts`). */
export type Key = Paths<typeof zhCN & { staff: typeof staffZhCN }>

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zhCN, en },
})

/**
 * The text in the language of the screen; reads anew when the language changes. What stands in braces is filled in here: in the WeChat build uni
 * puts a vue-i18n of its own, which leaves the braces as they are.
 */
export function t(key: Key, named: Record<string, string | number> = {}): string {
  return i18n.global.t(key, named).replace(/\{(\w+)\}/g, (braces, name: string) => String(named[name] ?? braces))
}

export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
}

export function localeOf(language: string): Locale {
  return /^zh/i.test(language) || language === '' ? 'zh-CN' : 'en'
}
