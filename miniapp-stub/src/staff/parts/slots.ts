import type { Availability } from '@/api'
import { clockOf } from '@/format/time'
import { dayOf } from './day'

const STEP = 30

/**
 * Times of a day that can be proposed: each half hour within the member's own hours, from now on. Whether one is taken is for the server to say.
 *
 * @param day for example 2026-11-27
 */
export function slotsOf(hours: Availability | undefined, day: string, now: number = Date.now()): string[] {
  const noon = Date.parse(`${day}T12:00:00+08:00`)
  const weekday = clockOf(noon).weekday || 7
  const other = hours?.overrides.find((one) => one.day === day)
  const windows = other ? other.windows : (hours?.weekly ?? []).filter((one) => one.weekday === weekday)
  return windows
    .flatMap(({ from, to }) => {
      const starts: number[] = []
      for (let at = minutes(from); at + STEP <= minutes(to); at += STEP) {
        starts.push(Date.parse(`${day}T00:00:00+08:00`) + at * 60_000)
      }
      return starts
    })
    .filter((start) => start > now)
    .sort((one, two) => one - two)
    .map((start) => new Date(start).toISOString())
}

/** Today and the days after it. */
export function daysAhead(count: number, now: number = Date.now()): string[] {
  return Array.from({ length: count }, (_, days) => dayOf(now, days))
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** The quarter of an hour a time of the day lies in: hours are kept in quarters. */
export function quarter(time: string): string {
  const at = Math.floor(minutes(time) / 15) * 15
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
