import { expect, test } from 'vitest'
import { clockOf, dayWords, isToday, spanWords } from '@/format/time'
import { LEVELS, stepOf } from '@/format/level'

const NOON = Date.parse('2026-11-27T04:00:00Z')

test('reads times in Beijing, whatever the phone thinks', () => {
  expect(clockOf('2026-11-27T16:30:00.123456Z')).toMatchObject({ month: 11, day: 28, hour: 0, minute: 30, weekday: 6 })
})

test('says days as people do', () => {
  expect(dayWords('2026-11-27T15:59:00Z', NOON)).toBe('今天')
  expect(dayWords('2026-11-27T16:00:00Z', NOON)).toBe('明天')
  expect(dayWords('2026-11-29T16:00:00Z', NOON)).toBe('11月30日 周一')
})

test('says a span with one day', () => {
  expect(spanWords('2026-11-27T06:00:00Z', '2026-11-27T06:30:00Z', NOON)).toBe('今天 14:00–14:30')
})

test('knows today at its edges', () => {
  expect(isToday('2026-11-26T16:00:00Z', NOON)).toBe(true)
  expect(isToday('2026-11-26T15:59:59Z', NOON)).toBe(false)
})

test('puts blue above yellow', () => {
  expect(LEVELS.map(stepOf)).toEqual([1, 2, 3, 4])
  expect(stepOf('BLUE')).toBeGreaterThan(stepOf('YELLOW'))
})
