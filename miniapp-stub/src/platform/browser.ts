import * as both from './both'
import { askInPanel } from './consent-panel'
import { gcj02 } from './gcj02'
import * as keptPhotos from './kept-photos'
import type { Choice, ChosenPhoto, ChosenPlace, Place, Platform, Template } from './platform'
import { PlatformRefusal } from './platform'
import { prepare, within } from './preparing'
import { code, consents, windowName } from './sandbox'

const LONGEST_EDGE = 1600
const QUALITY = 0.78
const storage = () => window.localStorage
const named = (key: string) => `gridbell.${windowName()}.${key}`
const shown = new Map<string, string>()

/** A browser, with the sandbox in WeChat's place. */
export const browser: Platform = {
  kind: 'browser',
  origin: window.location.origin,
  ...both,

  // uni asks the kind of connection, which a browser on a desk does not know: it would never say that the network went.
  online: () => Promise.resolve(window.navigator.onLine),
  onNetwork(heard: (online: boolean) => void) {
    const listener = () => heard(window.navigator.onLine)
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    return () => {
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
    }
  },

  signInCode: () => code('login-code').catch(() => Promise.reject(new PlatformRefusal('no-network'))),

  async subscribe(templates: readonly Template[]) {
    const choice = await askInPanel(templates)
    const ids = templates.slice(0, 3).map((template) => template.templateId)
    return (await consents(ids, choice).catch(() => ({}))) as Record<string, Choice>
  },

  async choosePhotos(most: number) {
    const files = await new Promise<string[]>((resolve) => {
      uni.chooseImage({
        count: most,
        success: (answer) => resolve(([] as string[]).concat(answer.tempFilePaths)),
        fail: () => resolve([]),
      })
    })
    return prepare(Promise.all(files.map((path) => within(shrink(path), { path, bytes: 0 }))))
  },

  async keepPhoto(photo: ChosenPhoto) {
    const id = `${windowName()}-${Date.now()}-${Math.random().toString(36).slice(2)}`
    await keptPhotos.keep(id, await (await fetch(photo.path)).blob())
    shown.set(id, photo.path)
    return id
  },

  async photo(kept: string) {
    const known = shown.get(kept)
    if (known) {
      return known
    }
    const picture = await keptPhotos.find(kept)
    if (!picture) {
      return undefined
    }
    const url = URL.createObjectURL(picture)
    shown.set(kept, url)
    return url
  },

  async dropPhoto(kept: string) {
    shown.delete(kept)
    await keptPhotos.drop(kept)
  },

  whereAmI: () =>
    new Promise((resolve, reject) => {
      uni.getLocation({
        type: 'wgs84',
        success: (place) => resolve(gcj02({ latitude: place.latitude, longitude: place.longitude })),
        fail: () => reject(new PlatformRefusal('not-allowed')),
      })
    }),

  choosePlace: (): Promise<ChosenPlace | undefined> => browser.whereAmI() as Promise<Place>,

  scan: () => Promise.resolve(window.prompt('沙箱没有摄像头，请输入二维码的内容') ?? undefined),

  saveText(name: string, text: string) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = name
    link.click()
    return Promise.resolve()
  },

  read<T>(key: string) {
    const found = storage().getItem(named(key))
    return found === null ? undefined : (JSON.parse(found) as T)
  },
  write: (key: string, value: unknown) => storage().setItem(named(key), JSON.stringify(value)),
  forget: (key: string) => storage().removeItem(named(key)),

  fontScale: () => 1,
  randomBytes: (count: number) => Promise.resolve(window.crypto.getRandomValues(new Uint8Array(count))),
}

async function shrink(path: string): Promise<ChosenPhoto> {
  const whole = await (await fetch(path)).blob()
  const image = await createImageBitmap(whole).catch(() => undefined)
  if (!image) {
    return { path, bytes: whole.size } // the server says what is wrong with it
  }
  const factor = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * factor)
  canvas.height = Math.round(image.height * factor)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return small ? { path: URL.createObjectURL(small), bytes: small.size } : { path, bytes: whole.size }
}
