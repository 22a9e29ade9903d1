import type { Answer, Order, Question, UploadOrder } from './platform'
import { PlatformRefusal } from './platform'

// What uni gives in the same way in both builds.

export function request(order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: order.url,
      method: order.method,
      header: order.headers,
      data: order.body as string,
      dataType: 'text', // read below: a body that is no JSON must not look like a failure of the network
      timeout: order.limit,
      success: (answer) =>
        resolve({ status: answer.statusCode, body: readJson(answer.data), headers: lowerCase(answer.header) }),
      fail: (failure) => reject(refusal(failure.errMsg)),
    })
  })
}

export function upload(order: UploadOrder): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const task = uni.uploadFile({
      url: order.url,
      filePath: order.path,
      name: 'file',
      header: order.headers,
      timeout: order.limit,
      success: (answer) => resolve({ status: answer.statusCode, body: readJson(answer.data), headers: {} }),
      fail: (failure) => reject(refusal(failure.errMsg)),
    })
    if (order.progress) {
      task?.onProgressUpdate?.((update) => order.progress?.(update.progress))
    }
  })
}

export function online(): Promise<boolean> {
  return new Promise((resolve) => {
    uni.getNetworkType({ success: (type) => resolve(type.networkType !== 'none'), fail: () => resolve(true) })
  })
}

export function onNetwork(heard: (online: boolean) => void): () => void {
  const listener = (change: { isConnected: boolean }) => heard(change.isConnected)
  uni.onNetworkStatusChange(listener)
  return () => uni.offNetworkStatusChange(listener)
}

export function call(phone: string): Promise<void> {
  return new Promise((resolve) => uni.makePhoneCall({ phoneNumber: phone, complete: () => resolve() }))
}

export function copy(text: string): Promise<void> {
  return new Promise((resolve) => uni.setClipboardData({ data: text, showToast: false, complete: () => resolve() }))
}

export function toast(words: string): void {
  uni.showToast({ title: words, icon: 'none', duration: 2600 })
}

export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    uni.showModal({
      title: question.title,
      content: question.words,
      confirmText: question.yes,
      cancelText: question.no,
      confirmColor: '#0B5F5A',
      success: (answer) => resolve(answer.confirm),
      fail: () => resolve(false),
    })
  })
}

export function showPhotos(urls: string[], at: number): void {
  uni.previewImage({ urls, current: at })
}

export function language(): string {
  return uni.getSystemInfoSync().language ?? 'zh-CN'
}

function readJson(data: unknown): unknown {
  if (typeof data !== 'string') {
    return data
  }
  try {
    return data === '' ? undefined : JSON.parse(data)
  } catch {
    return undefined
  }
}

function lowerCase(headers: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]))
}

function refusal(words: string | undefined): PlatformRefusal {
  return new PlatformRefusal(/time\s?out/i.test(words ?? '') ? 'time-limit' : 'no-network')
}
