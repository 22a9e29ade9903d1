import { platform } from '@/platform'

/**
 * One intended action and its Idempotency-Key: tapping again, or trying again after no answer came, is the same action and keeps the key; a
 * changed body is another action; so is the next one after a success.
 */
export class Intent {
  private key?: string
  private body?: string

  async keyFor(body: unknown): Promise<string> {
    const text = JSON.stringify(body ?? null)
    if (!this.key || this.body !== text) {
      this.key = await newKey()
      this.body = text
    }
    return this.key
  }

  done(): void {
    this.key = undefined
  }

  /** Does it with its key; the key is spent only if that went well. */
  async run<T>(body: unknown, action: (key: string) => Promise<T>): Promise<T> {
    const result = await action(await this.keyFor(body))
    this.done()
    return result
  }
}

/** 32 hexadecimal digits. */
export async function newKey(): Promise<string> {
  const bytes = await platform().randomBytes(16)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
