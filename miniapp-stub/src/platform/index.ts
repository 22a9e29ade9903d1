import type { Platform } from './platform'
// #ifdef MP-WEIXIN
import { weapp } from './weapp'
// #endif
// #ifdef H5
import { browser } from './browser'
// #endif

let chosen: Platform | undefined
// #ifdef MP-WEIXIN
chosen = weapp
// #endif
// #ifdef H5
chosen = browser
// #endif

/** What the program runs in. */
export function platform(): Platform {
  if (!chosen) {
    throw new Error('This build has no platform.')
  }
  return chosen
}

/** For tests: runs the program in something else. */
export function runIn(other: Platform): void {
  chosen = other
}

export * from './platform'
export * from './choosing'
export * from './preparing'
export * from './navigation'
