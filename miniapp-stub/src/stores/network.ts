import { defineStore } from 'pinia'
import { ref } from 'vue'
import { platform } from '@/platform'

/** Whether there is a network, as the phone says. */
export const useNetwork = defineStore('network', () => {
  const online = ref(true)
  const heard: (() => void)[] = []

  function watch(): void {
    void platform()
      .online()
      .then((now) => {
        online.value = now
      })
    platform().onNetwork((now) => {
      const back = now && !online.value
      online.value = now
      if (back) {
        heard.forEach((listener) => listener())
      }
    })
  }

  /** Called each time the network comes back. */
  function onBack(listener: () => void): void {
    heard.push(listener)
  }

  return { online, watch, onBack }
})
