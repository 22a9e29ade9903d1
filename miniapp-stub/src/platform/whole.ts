// A WeChat package is whole on the phone. In a browser pages come one by one: once the first is shown the others are fetched too, so that the
// program goes on without a network, and while a newer build takes this one's place.

/** Milliseconds: the first page has the line to itself. */
const AFTER = 3000
const pages = import.meta.glob(['../pages/**/[a-z]*.vue', '../staff/pages/**/[a-z]*.vue'])

export function fetchTheRest(): void {
  window.setTimeout(async () => {
    for (const page of Object.values(pages)) {
      await page().catch(() => undefined) // asked for again when it is opened
    }
    document.documentElement.dataset.whole = 'true' // who plays without a network waits for it
  }, AFTER)
}
