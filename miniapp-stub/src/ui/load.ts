import { onPullDownRefresh, onReachBottom, onShow } from '@dcloudio/uni-app'
import type { Ref } from 'vue'
import { computed, ref, shallowRef, watch } from 'vue'
import { isAway, Problem, sentenceOf } from '@/api'
import type { Key } from '@/i18n'
import { t } from '@/i18n'
import { prepared, setTabTexts, setTitle, startAt, stopRefreshing } from '@/platform'
import { useLook } from '@/stores/look'
import { useSession } from '@/stores/session'

export type LoadState = 'loading' | 'ready' | 'failed'

export interface Load<T> {
  state: Ref<LoadState>
  data: Ref<T | undefined>
  /** Why it failed, for the person; empty if it did not. With old data still on the screen it stands above them. */
  failure: Ref<string>
  /** Whether it may work by itself later. */
  away: Ref<boolean>
  reload: () => Promise<void>
}

/**
 * What every page does when it is shown: its title in the language of the screen, and the privacy text first for who has not agreed.
 *
 * @param shown called each time the page is shown to somebody who has agreed
 */
export function usePage(title: Key, shown: () => void = () => undefined): void {
  const look = useLook()
  const name = () => {
    setTitle(t(title))
    setTabTexts([t('tab.home'), t('tab.requests'), t('tab.visits'), t('tab.inbox'), t('tab.mine')])
  }
  watch(() => look.locale, name)
  onShow(() => {
    name()
    if (useSession().hasAgreed) {
      shown()
    } else {
      startAt('/pages/welcome/welcome')
    }
  })
}

/** Loads something now and on pulling down; the old stays on the screen while the new is under way. */
export function useLoad<T>(load: () => Promise<T>, pull = true): Load<T> {
  const state = ref<LoadState>('loading')
  const data = shallowRef<T>()
  const failure = ref('')
  const away = ref(false)

  async function reload(): Promise<void> {
    if (data.value === undefined) {
      state.value = 'loading'
    }
    try {
      data.value = await load()
      failure.value = ''
      state.value = 'ready'
    } catch (thrown) {
      failure.value = sentenceOf(thrown)
      away.value = isAway(thrown)
      if (thrown instanceof Problem && thrown.status === 404) {
        data.value = undefined
      }
      state.value = data.value === undefined ? 'failed' : 'ready'
    } finally {
      stopRefreshing()
    }
  }

  if (pull) {
    onPullDownRefresh(() => void reload())
  }
  return { state, data, failure, away, reload }
}

interface Paged<T> {
  items?: T[]
  next?: string | null
}

/** A list by its cursor: the first page on showing, the next when the bottom is reached. */
export function usePaged<T>(fetch: (after?: string) => Promise<Paged<T>>) {
  const first = useLoad(() => fetch(), false)
  const further = shallowRef<T[]>([])
  const next = ref<string>()
  const loadingMore = ref(false)
  const items = computed<T[]>(() => [...(first.data.value?.items ?? []), ...further.value])

  async function reload(): Promise<void> {
    await first.reload()
    further.value = []
    next.value = first.data.value?.next ?? undefined
  }

  async function more(): Promise<void> {
    if (!next.value || loadingMore.value) {
      return
    }
    loadingMore.value = true
    try {
      const page = await fetch(next.value)
      further.value = [...further.value, ...(page.items ?? [])]
      next.value = page.next ?? undefined
    } catch (thrown) {
      first.failure.value = sentenceOf(thrown)
    } finally {
      loadingMore.value = false
    }
  }

  onReachBottom(() => void more())
  onPullDownRefresh(() => void reload())
  return { ...first, items, next, loadingMore, reload, more }
}

/**
 * A tap that calls the server: one at a time, and what went wrong in words.
 *
 * @param pictures whether the page has pictures to send along: those being made ready are waited for
 */
export function useTap(pictures = false) {
  const busy = ref(false)
  const fault = ref('')

  async function tap(action: () => Promise<void>): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    fault.value = ''
    try {
      if (pictures) {
        await prepared()
      }
      await action()
      return true
    } catch (failure) {
      fault.value = sentenceOf(failure)
      return false
    } finally {
      busy.value = false
    }
  }

  return { busy, fault, tap }
}
