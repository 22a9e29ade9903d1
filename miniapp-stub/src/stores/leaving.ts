import { platform } from '@/platform'
import { useOutbox } from './outbox'
import { useSending } from './sending'
import { STAFF_DAY, useSession } from './session'

/** Whoever held this phone leaves it: nothing of theirs, and of the doors they go to, stays on it. How it looks and what categories there are stays. */
export async function forgetPerson(): Promise<void> {
  const sending = useSending()
  for (const draft of [...sending.drafts]) {
    await sending.discard(draft).catch(() => undefined)
  }
  sending.receipts = []
  useOutbox().forget()
  platform().forget(STAFF_DAY)
  useSession().leave()
}

/** What would be lost: neither sent drafts nor entries at doors that wait on the phone. */
export function unsent(): number {
  return useSending().drafts.length + useOutbox().mine.length
}
