import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Locale } from '@/i18n'
import { localeOf, setLocale } from '@/i18n'
import { platform } from '@/platform'

const LOOK = 'look'
const LARGE = 1.35
/** What the teal of `design.scss` is where only a plain colour is taken. */
const ACCENT = { usual: '#0b5f5a', contrast: '#00413d' }
/** From this scale of the phone on, the large letters are on until the person says otherwise. */
const LARGE_FROM = 1.2

interface Kept {
  large?: boolean
  contrast?: boolean
  locale?: Locale
}

/** How the program looks: large letters (适老化), stronger contrast, language. Kept on the phone. */
export const useLook = defineStore('look', () => {
  const kept = ref<Kept>(platform().read<Kept>(LOOK) ?? {})

  const large = computed(() => kept.value.large ?? platform().fontScale() >= LARGE_FROM)
  const contrast = computed(() => kept.value.contrast ?? false)
  const locale = computed(() => kept.value.locale ?? localeOf(platform().language()))
  const scale = computed(() => (large.value ? LARGE : 1))
  const accent = computed(() => (contrast.value ? ACCENT.contrast : ACCENT.usual))
  setLocale(locale.value)

  function change(choice: Kept): void {
    kept.value = { ...kept.value, ...choice }
    platform().write(LOOK, kept.value)
    setLocale(locale.value)
  }

  return { large, contrast, locale, scale, accent, change }
})
