import { ref } from 'vue'

// Shrinking a picture takes an old phone seconds. Who taps "send" meanwhile means that picture too.

const underWay = new Set<Promise<void>>()

/** How many are being made ready. */
export const preparing = ref(0)

const LONGEST = 15_000

/** What comes of the work, or something else if the phone never says that it is done. */
export function within<T>(work: Promise<T>, otherwise: T, limit = LONGEST): Promise<T> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(() => resolve(otherwise), limit)
    work.then(resolve, reject).finally(() => clearTimeout(over))
  })
}

/** Counts as not ready until it is done and whoever waited for the result has had a turn to hand it on. */
export function prepare<T>(work: Promise<T>): Promise<T> {
  const turn = () => new Promise<void>((over) => setTimeout(over))
  const ready = work.then(turn, turn)
  underWay.add(ready)
  preparing.value += 1
  void ready.then(() => {
    underWay.delete(ready)
    preparing.value -= 1
  })
  return work
}

/** Waits for every picture chosen by now. */
export async function prepared(): Promise<void> {
  while (underWay.size) {
    await Promise.all(underWay)
  }
}
