import { readFileSync } from 'node:fs'
import { join } from 'node:path'

// What people of the demo street know: doors, and who answers for them. And WeChat around the mini-program: following, reading messages, the clocks.

const FOLDER = join(import.meta.dirname, '..', '..', 'sql', 'demo')

function table(name) {
  const [head, ...lines] = readFileSync(join(FOLDER, name), 'utf8').trim().split(/\r?\n/)
  const columns = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at], cell])))
}

/** Any door that stands in the list of buildings, with the grid member who serves it. */
export function anyDoor() {
  const buildings = table('buildings.csv')
  const placeOf = (door) => buildings.find((one) => one.address === door.address && one.building === door.building)
  const doors = table('households.csv').filter((one) => one.unit && placeOf(one))
  const door = doors[Math.floor(Math.random() * doors.length)]
  const building = placeOf(door)
  const staff = table('staff.csv')
  const member = table('duties.csv')
    .filter((duty) => duty.grid_code === door.grid_code)
    .map((duty) => staff.find((one) => one.number === duty.staff_number))
    .find((one) => one.roles.split('|').includes('GRID_MEMBER'))
  return { ...door, member, place: { latitude: Number(building.latitude), longitude: Number(building.longitude) } }
}

export async function call(base, method, path, body, token) {
  const answer = await fetch(base + path, {
    method,
    headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...(token ? { Authorization: `Bearer ${token}` } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) {
    throw new Error(`${method} ${path} ${answer.status} ${(await answer.text()).slice(0, 300)}`)
  }
  return answer.status === 204 ? undefined : answer.json()
}

export async function newPerson(world, nickname, phone = anyNumber()) {
  return (await call(world.sandbox, 'POST', '/sandbox/people', { nickname, phone })).id
}

export function anyNumber() {
  return `198${String(Math.floor(Math.random() * 100_000_000)).padStart(8, '0')}`
}

/**
 * Late in the evening, at night and on holidays nobody can be visited today: then all clocks go forward to ten in the morning of the next day with
 * openings, far from midnight. @returns milliseconds
 */
export async function ahead(world) {
  const clock = await call(world.sandbox, 'GET', '/story/clock')
  let offset = clock.offsetSeconds
  const goTo = async (instant) => {
    offset = clock.offsetSeconds + Math.round((instant - Date.parse(clock.now)) / 1000)
    await call(world.sandbox, 'PUT', '/sandbox/clock', { offsetSeconds: offset })
    await call(world.sandbox, 'PUT', '/story/clock', { offsetSeconds: offset })
  }
  const hour = new Date(Date.parse(clock.now) + BEIJING).getUTCHours()
  let now = Date.parse(clock.now)
  if (hour < 8 || hour >= 18) {
    now = tenOf(now + (hour < 8 ? 0 : DAY))
    await goTo(now)
  }
  const first = Date.parse((await openings(world))[0].start)
  if (tenOf(first) !== tenOf(now)) {
    await goTo(tenOf(first))
  }
  return offset * 1000
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BEIJING = 8 * HOUR

/** Ten in the morning of the day in Beijing. */
function tenOf(instant) {
  return Math.floor((instant + BEIJING) / DAY) * DAY - BEIJING + 10 * HOUR
}

async function openings(world) {
  const door = anyDoor()
  const person = await newPerson(world, '看钟的人')
  const { code } = await call(world.sandbox, 'POST', `/sandbox/people/${person}/login-code`, {})
  const { token } = await call(world.server, 'POST', '/api/signin/wechat', { code })
  await call(world.server, 'PUT', '/api/resident/household', { address: door.address, building: door.building, unit: door.unit, room: door.room }, token)
  return (await call(world.server, 'GET', '/api/resident/visit-openings', undefined, token)).items
}
