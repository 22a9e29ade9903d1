import { vi } from 'vitest'
import { hooks } from './fakes'

vi.mock('@dcloudio/uni-app', () => {
  const hook = (name: string) => (called: (query?: unknown) => void) => hooks.add(name, called)
  return {
    onLaunch: hook('launch'),
    onLoad: hook('load'),
    onShow: hook('show'),
    onHide: hook('hide'),
    onUnload: hook('unload'),
    onPullDownRefresh: hook('pull'),
    onReachBottom: hook('bottom'),
  }
})

const nothing = () => undefined
Object.assign(globalThis, {
  getCurrentPages: () => [],
  uni: new Proxy({} as Record<string, unknown>, { get: (_, name) => hooks.uni[name as string] ?? nothing }),
})
