// The router is the same in both builds, so that it needs no second implementation.

export type Query = Record<string, string | undefined>

const TABS = ['/pages/home/home', '/pages/requests/requests', '/pages/visits/visits', '/pages/inbox/inbox', '/pages/mine/mine']

/** Opens a page; tabs are switched to. */
export function go(path: string, query: Query = {}): void {
  if (TABS.includes(path)) {
    uni.switchTab({ url: path })
  } else {
    uni.navigateTo({ url: path + asText(query) })
  }
}

/** Opens a page in place of this one, so that "back" does not lead to what is done. */
export function goInstead(path: string, query: Query = {}): void {
  if (TABS.includes(path)) {
    uni.switchTab({ url: path })
  } else {
    uni.redirectTo({ url: path + asText(query) })
  }
}

/** Leaves everything behind. */
export function startAt(path: string, query: Query = {}): void {
  uni.reLaunch({ url: path + asText(query) })
}

/** Back, or home when there is nothing to go back to. */
export function back(): void {
  if (getCurrentPages().length > 1) {
    uni.navigateBack()
  } else {
    uni.switchTab({ url: TABS[0] as string })
  }
}

export function setTitle(title: string): void {
  uni.setNavigationBarTitle({ title })
}

/** @param texts of the tabs, from the left */
export function setTabTexts(texts: string[]): void {
  texts.forEach((text, index) => uni.setTabBarItem({ index, text, fail: () => undefined }))
}

export function setTabBadge(index: number, text: string): void {
  if (text) {
    uni.setTabBarBadge({ index, text, fail: () => undefined })
  } else {
    uni.removeTabBarBadge({ index, fail: () => undefined })
  }
}

/** To the top of the page, where something new stands. */
export function scrollUp(): void {
  uni.pageScrollTo({ scrollTop: 0, duration: 200 })
}

export function stopRefreshing(): void {
  uni.stopPullDownRefresh()
}

function asText(query: Query): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
  return parts.length ? `?${parts.join('&')}` : ''
}
