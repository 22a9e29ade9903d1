import * as both from './both'
import type { Choice, ChosenPhoto, ChosenPlace, Place, Platform, Template } from './platform'
import { PlatformRefusal } from './platform'
import { prepare, within } from './preparing'

const LONGEST_EDGE = 1600
const QUALITY = 78

/** WeChat itself. Names of calls are those of developers.weixin.qq.com/miniprogram/dev/api. */
export const weapp: Platform = {
  kind: 'weapp',
  origin: '',
  ...both,

  signInCode: () =>
    new Promise((resolve, reject) => {
      wx.login({ success: (answer: { code: string }) => resolve(answer.code), fail: () => reject(new PlatformRefusal('no-network')) })
    }),

  subscribe: (templates: readonly Template[]) =>
    new Promise((resolve) => {
      const tmplIds = templates.slice(0, 3).map((template) => template.templateId)
      wx.requestSubscribeMessage({
        tmplIds,
        success: (answer: Record<string, Choice>) =>
          resolve(Object.fromEntries(tmplIds.flatMap((id) => (answer[id] ? [[id, answer[id]]] : [])))),
        fail: () => resolve({}),
      })
    }),

  async choosePhotos(most: number) {
    const files = await new Promise<{ tempFilePath: string; size: number; width?: number; height?: number }[]>((resolve) => {
      wx.chooseMedia({
        count: Math.min(most, 9),
        mediaType: ['image'],
        sizeType: ['compressed'],
        success: (answer: { tempFiles: { tempFilePath: string; size: number }[] }) => resolve(answer.tempFiles),
        fail: () => resolve([]),
      })
    })
    return prepare(Promise.all(files.map((file) => within(shrink(file.tempFilePath, file.size), { path: file.tempFilePath, bytes: file.size }))))
  },

  keepPhoto: (photo: ChosenPhoto) =>
    new Promise((resolve, reject) => {
      wx.getFileSystemManager().saveFile({
        tempFilePath: photo.path,
        success: (answer: { savedFilePath: string }) => resolve(answer.savedFilePath),
        fail: () => reject(new PlatformRefusal('not-possible')),
      })
    }),

  photo: (kept: string) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().access({ path: kept, success: () => resolve(kept), fail: () => resolve(undefined) })
    }),

  dropPhoto: (kept: string) =>
    new Promise((resolve) => {
      wx.getFileSystemManager().removeSavedFile({ filePath: kept, complete: () => resolve() })
    }),

  whereAmI: () =>
    new Promise((resolve, reject) => {
      wx.getLocation({
        type: 'gcj02',
        success: (place: Place) => resolve({ latitude: place.latitude, longitude: place.longitude }),
        fail: () => reject(new PlatformRefusal('not-allowed')),
      })
    }),

  choosePlace: (near?: Place) =>
    new Promise<ChosenPlace | undefined>((resolve, reject) => {
      wx.chooseLocation({
        ...near,
        success: (place: ChosenPlace) =>
          resolve({ latitude: place.latitude, longitude: place.longitude, name: place.name, address: place.address }),
        fail: (failure: { errMsg: string }) =>
          /cancel/.test(failure.errMsg) ? resolve(undefined) : reject(new PlatformRefusal('not-allowed')),
      })
    }),

  scan: () =>
    new Promise((resolve) => {
      wx.scanCode({ success: (answer: { result: string }) => resolve(answer.result), fail: () => resolve(undefined) })
    }),

  saveText: (name: string, text: string) =>
    new Promise((resolve, reject) => {
      const filePath = `${wx.env.USER_DATA_PATH}/${name}`
      wx.getFileSystemManager().writeFile({
        filePath,
        data: text,
        encoding: 'utf8',
        success: () => wx.shareFileMessage({ filePath, fileName: name, complete: () => resolve() }),
        fail: () => reject(new PlatformRefusal('not-possible')),
      })
    }),

  read<T>(key: string) {
    const found = wx.getStorageSync(key)
    return found === '' ? undefined : (found as T)
  },
  write: (key: string, value: unknown) => wx.setStorageSync(key, value),
  forget: (key: string) => wx.removeStorageSync(key),

  fontScale() {
    const app = wx.getAppBaseInfo?.()
    return app?.fontSizeScaleFactor ?? (app?.fontSizeSetting ? app.fontSizeSetting / 16 : 1)
  },

  randomBytes: (count: number) =>
    new Promise((resolve, reject) => {
      wx.getRandomValues({
        length: count,
        success: (answer: { randomValues: ArrayBuffer }) => resolve(new Uint8Array(answer.randomValues)),
        fail: () => reject(new PlatformRefusal('not-possible')),
      })
    }),
}

function shrink(path: string, bytes: number): Promise<ChosenPhoto> {
  return new Promise((resolve) => {
    wx.getImageInfo({
      src: path,
      success: (image: { width: number; height: number }) => {
        const factor = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
        wx.compressImage({
          src: path,
          quality: QUALITY,
          compressedWidth: Math.round(image.width * factor),
          success: (answer: { tempFilePath: string }) => resolve({ path: answer.tempFilePath, bytes }),
          fail: () => resolve({ path, bytes }),
        })
      },
      fail: () => resolve({ path, bytes }),
    })
  })
}
