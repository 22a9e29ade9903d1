/**
 * What the program needs from whatever it runs in. Two implementations: `weapp.ts` (WeChat) and `browser.ts` (the stand-in). Nothing outside
 * this folder calls `wx`, `uni` or the browser.
 */
export interface Platform {
  readonly kind: 'weapp' | 'browser'

  /** A fresh one-time code for `POST /api/signin/wechat`. Rejects with {@link PlatformRefusal}. */
  signInCode(): Promise<string>

  /**
   * Asks for consent to messages: call it inside a tap, before anything is awaited. What could not be asked is simply not in the answer; it
   * never rejects, because nobody is to be kept from their errand by a message.
   *
   * @param templates one to three
   */
  subscribe(templates: readonly Template[]): Promise<Record<string, Choice>>

  /** The host the program came from; empty if it did not come from one. */
  readonly origin: string

  /** Lets the person choose or take pictures; each comes back shrunk to at most 1,600 pixels. Empty if they changed their mind. */
  choosePhotos(most: number): Promise<ChosenPhoto[]>

  /** Keeps a chosen picture over a restart. @returns what `photo` finds it by */
  keepPhoto(photo: ChosenPhoto): Promise<string>
  /** @returns something an image can show, or undefined if it is gone */
  photo(kept: string): Promise<string | undefined>
  dropPhoto(kept: string): Promise<void>

  /** Where the person is, GCJ-02. Rejects with {@link PlatformRefusal} if they do not want to say. */
  whereAmI(): Promise<Place>
  /** Lets the person choose on a map; in a browser there is none, then it is where they are. Undefined if they changed their mind. */
  choosePlace(near?: Place): Promise<ChosenPlace | undefined>

  request(order: Order): Promise<Answer>
  upload(order: UploadOrder): Promise<Answer>

  /** Whether there is a network, and a call for each change. @returns how to stop listening */
  online(): Promise<boolean>
  onNetwork(heard: (online: boolean) => void): () => void

  /** Scans a code. Undefined if the person changed their mind. */
  scan(): Promise<string | undefined>
  call(phone: string): Promise<void>
  copy(text: string): Promise<void>
  /** Saves a text where the person can find it (weapp: opens the share sheet as a file). */
  saveText(name: string, text: string): Promise<void>

  read<T>(key: string): T | undefined
  write(key: string, value: unknown): void
  forget(key: string): void

  /** A short notice that goes away by itself; screen readers hear it. */
  toast(words: string): void
  confirm(question: Question): Promise<boolean>
  showPhotos(urls: string[], at: number): void
  /** How much larger than usual the person wants to read everywhere, 1 for usual. */
  fontScale(): number
  language(): string
  randomBytes(count: number): Promise<Uint8Array>
}

export interface Template {
  templateId: string
  title: string
}

/** As `wx.requestSubscribeMessage` gives it. */
export type Choice = 'accept' | 'reject' | 'ban' | 'filter'

export interface ChosenPhoto {
  /** Something an image can show until the program ends. */
  path: string
  bytes: number
}

/** GCJ-02, degrees. */
export interface Place {
  latitude: number
  longitude: number
}

export interface ChosenPlace extends Place {
  name?: string
  address?: string
}

export interface Order {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers: Record<string, string>
  body?: unknown
  /** Milliseconds. */
  limit: number
}

export interface UploadOrder {
  url: string
  headers: Record<string, string>
  path: string
  limit: number
  /** 0 to 100. */
  progress?: (percent: number) => void
}

export interface Answer {
  status: number
  body: unknown
  /** Names in lower case. */
  headers: Record<string, string>
}

export interface Question {
  title: string
  words: string
  yes: string
  no: string
}

/** The person or the platform said no, or there is no network; `words` is a key of the texts. */
export class PlatformRefusal extends Error {
  constructor(readonly reason: 'no-network' | 'time-limit' | 'not-allowed' | 'not-possible') {
    super(reason)
    this.name = 'PlatformRefusal'
  }
}
