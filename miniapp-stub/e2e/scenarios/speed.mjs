// How long until the first page can be used, on a slowed connection: 1.6 Mbit/s down, 750 kbit/s up, 150 ms of latency ("slow 4G" of Lighthouse's
// mobile runs), nothing in the cache. By the page's own clock: from the start of the navigation until the first button can be tapped.

export const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
const RUNS = 3
const MOST_BYTES = 200 * 1024

export async function play(world, open) {
  const first = []
  const again = []
  let bytes = 0
  for (let run = 0; run < RUNS; run++) {
    await world.step(`run ${run + 1}`, async () => {
      const phone = await open('newcomer')
      const cdp = await phone.context.newCDPSession(phone.page)
      await cdp.send('Network.enable')
      await cdp.send('Network.emulateNetworkConditions', NETWORK)
      let loaded = 0
      cdp.on('Network.loadingFinished', (one) => (loaded += one.encodedDataLength))
      await phone.context.addInitScript(watchFor)
      await phone.start()
      first.push(await usable(phone))
      bytes = loaded
      await phone.tap('agree')
      await phone.see('report')
      await cdp.send('Network.clearBrowserCache')
      await phone.page.reload()
      again.push(await usable(phone))
      await phone.context.close()
    })
  }
  const show = (all) => all.map((one) => `${Math.round(one)} ms`).join(', ')
  console.log(`    first page usable, empty cache, 1.6 Mbit/s and 150 ms: ${show(first)}; ${Math.round(bytes / 1024)} KB over the line`)
  console.log(`    home page of somebody who agreed before, empty cache: ${show(again)}`)
  world.check(bytes <= MOST_BYTES, `the first page takes no more than ${MOST_BYTES / 1024} KB over the line`)
  world.phones.length = 0
}

function usable(phone) {
  return phone.page.waitForFunction(() => globalThis.__usable, undefined, { polling: 50 }).then((handle) => handle.jsonValue())
}

/** Looks at each frame. */
function watchFor() {
  const look = () => {
    const button = document.querySelector('[data-test=agree], [data-test=report]')
    if (button && button.getBoundingClientRect().height > 0) {
      globalThis.__usable = performance.now()
    } else {
      requestAnimationFrame(look)
    }
  }
  look()
}
