import { isAway } from '@/api'
import { platform } from '@/platform'
import { clockOf } from '@/format/time'
import { STAFF_DAY, useSession } from '@/stores/session'

// What a member read today stays on the phone for the stairwell, and only for today: door numbers do not gather there.

interface KeptDay {
  member: string
  day: string
  read: Record<string, { at: number; body: unknown }>
}

export interface Read<T> {
  body: T
  /** When it was read, if it comes from the phone because the server could not be reached. */
  keptAt?: number
}

/** Today in Beijing, for example 2026-11-27. @param days later */
export function dayOf(now: number = Date.now(), days = 0): string {
  const clock = clockOf(now + days * 86_400_000)
  return `${clock.year}-${two(clock.month)}-${two(clock.day)}`
}

/** From the server; without a network what was read earlier today. */
export async function readOrKept<T>(name: string, load: () => Promise<T>): Promise<Read<T>> {
  try {
    const body = await load()
    keep(name, body)
    return { body }
  } catch (failure) {
    const known = kept().read[name]
    if (known && isAway(failure)) {
      return { body: known.body as T, keptAt: known.at }
    }
    throw failure
  }
}

export function keep(name: string, body: unknown): void {
  const day = kept()
  day.read[name] = { at: Date.now(), body }
  platform().write(STAFF_DAY, day)
}

/** What was read today, if it was. */
export function keptBody<T>(name: string): T | undefined {
  return kept().read[name]?.body as T | undefined
}

function kept(): KeptDay {
  const member = useSession().staff?.id ?? ''
  const known = platform().read<KeptDay>(STAFF_DAY)
  return known && known.member === member && known.day === dayOf() ? known : { member, day: dayOf(), read: {} }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
