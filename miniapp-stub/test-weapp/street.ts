import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'
import { gcj02 } from '../src/platform/gcj02'
import { control, SERVER } from './phone'

// What people who live in the demo street know, and what a test sees of the server beside the program.

export interface Door {
  address: string
  building: string
  unit: string
  room: string
  grid: string
  latitude: number
  longitude: number
}

function table(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(fileURLToPath(new URL(`../../sql/demo/${name}.csv`, import.meta.url)), 'utf8').trim().split(/\r?\n/)
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])))
}

/** A door of the first grid, with where it is (GCJ-02). */
export function aDoor(): Door {
  const [home] = table('households')
  const building = table('buildings').find((one) => one.address === home?.address && one.building === home?.building)
  if (!home || !building) {
    throw new Error('the demo street has no door')
  }
  const { address = '', building: house = '', unit = '', room = '', grid_code: grid = '' } = home
  return { address, building: house, unit, room, grid, ...gcj02({ latitude: Number(building.latitude), longitude: Number(building.longitude) }) }
}

/** Who answers for a grid, with the phone the account is bound by. */
export function memberOf(grid: string): { name: string; phone: string } {
  const staff = table('staff')
  const duty = table('duties')
    .filter((one) => one.grid_code === grid)
    .flatMap((one) => staff.filter((member) => member.number === one.staff_number))
    .find((member) => (member.roles ?? '').includes('GRID_MEMBER'))
  return { name: duty?.name ?? '', phone: duty?.phone ?? '' }
}

export function nameOf(grid: string): string {
  return table('grids').find((one) => one.code === grid)?.name ?? ''
}

/** A picture a phone could have taken: whole, larger than the server's least, of one green. */
export function aPicture(shade: number): Uint8Array {
  const [width, height] = [640, 480]
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([40, 120, shade]))])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const body = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const frame = Buffer.alloc(8 + named.length)
  frame.writeUInt32BE(body.length, 0)
  named.copy(frame, 4)
  frame.writeUInt32BE(checksum(named), 4 + named.length)
  return frame
}

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    }
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** Looks at the server with a sign-in of its own, so that nothing the program believes is taken for what is stored. */
export class Witness {
  private constructor(private readonly token: string) {}

  /** @param person of the sandbox */
  static async of(person: string): Promise<Witness> {
    const { code } = await control<{ code: string }>('POST', `/people/${person}/login-code`, {})
    const answer = await fetch(`${SERVER}/api/signin/wechat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code }),
    })
    return new Witness(((await answer.json()) as { token: string }).token)
  }

  async sees<T = any>(path: string): Promise<T> {
    const answer = await fetch(SERVER + path, { headers: { Authorization: `Bearer ${this.token}` } })
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    }
    return (await answer.json()) as T
  }

  /** How large a picture is, and of which type. */
  async picture(url: string): Promise<{ type: string; bytes: number }> {
    const answer = await fetch(new URL(url, SERVER), { headers: { Authorization: `Bearer ${this.token}` } })
    return { type: answer.ok ? (answer.headers.get('content-type') ?? '') : String(answer.status), bytes: (await answer.arrayBuffer()).byteLength }
  }
}

/** Mid-morning in Beijing, for server, WeChat and phones: the same story whatever the hour the test runs at. Never back in time. */
export async function midMorning(): Promise<void> {
  const DAY = 86_400_000
  const TEN = 2 * 3_600_000 // 10:00 in Beijing is 02:00 UTC
  const now = Date.now()
  const offset = Math.floor(((((TEN - (now % DAY)) % DAY) + DAY) % DAY) / 1000)
  await control('PUT', '/clock', { offsetSeconds: offset })
  await control('PUT', '/clock', { offsetSeconds: offset }, '/story')
  const Real = Date
  globalThis.Date = class extends Real {
    constructor(...given: any[]) {
      super(...((given.length ? given : [Real.now() + offset * 1000]) as [number]))
    }
    static override now() {
      return Real.now() + offset * 1000
    }
  } as DateConstructor
}
