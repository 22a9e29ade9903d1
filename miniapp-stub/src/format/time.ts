import { t } from '@/i18n'

// Everything is said in Beijing's time, which has no summer time; some WeChat versions on Android have no Intl.
const BEIJING = 8 * 3_600_000
const DAY = 86_400_000

export interface Clock {
  year: number
  month: number
  day: number
  /** 0 for Sunday. */
  weekday: number
  hour: number
  minute: number
  /** Days since 1970-01-01 in Beijing: equal for times of one day. */
  dayNumber: number
}

/** @param instant ISO 8601 with zone */
export function clockOf(instant: string | number): Clock {
  const millis = (typeof instant === 'number' ? instant : Date.parse(withMillis(instant))) + BEIJING
  const date = new Date(millis)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    dayNumber: Math.floor(millis / DAY),
  }
}

/** "今天", "明天", "11月27日 周五". */
export function dayWords(instant: string | number, now: number = Date.now()): string {
  const clock = clockOf(instant)
  const days = clock.dayNumber - clockOf(now).dayNumber
  const near = days === 0 ? 'time.today' : days === 1 ? 'time.tomorrow' : days === -1 ? 'time.yesterday' : undefined
  return near ? t(near) : t('time.day', { month: clock.month, day: clock.day, weekday: weekdayWords(clock.weekday) })
}

export function weekdayWords(weekday: number): string {
  return t(`time.weekday${weekday as 0 | 1 | 2 | 3 | 4 | 5 | 6}`)
}

/** "14:05". */
export function hourWords(instant: string | number): string {
  const clock = clockOf(instant)
  return `${pad(clock.hour)}:${pad(clock.minute)}`
}

/** "今天 14:05". */
export function momentWords(instant: string | number | undefined | null, now: number = Date.now()): string {
  return instant === undefined || instant === null || instant === '' ? '' : `${dayWords(instant, now)} ${hourWords(instant)}`
}

/** "今天 14:00–14:30". */
export function spanWords(start: string | undefined, end: string | undefined, now: number = Date.now()): string {
  return start ? `${momentWords(start, now)}${end ? `–${hourWords(end)}` : ''}` : ''
}

export function isToday(instant: string | undefined, now: number = Date.now()): boolean {
  return instant !== undefined && clockOf(instant).dayNumber === clockOf(now).dayNumber
}

/** Engines differ in how many digits of a second they read: three are safe. */
function withMillis(instant: string): string {
  return instant.replace(/(\.\d{3})\d+/, '$1')
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
