import { call, newPerson } from './street.mjs'

// The first taps of a resident and of a grid member, which several scenarios begin with.

export async function photo(phone, words) {
  const url = await phone.page.evaluate((words) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 900
    const brush = canvas.getContext('2d')
    brush.fillStyle = '#4a6b7c'
    brush.fillRect(0, 0, 1200, 900)
    brush.fillStyle = '#d9a441'
    brush.fillRect(180, 380, 700, 400)
    brush.fillStyle = '#ffffff'
    brush.font = '80px sans-serif'
    brush.fillText(words, 200, 220)
    return canvas.toDataURL('image/jpeg', 0.9)
  }, words)
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(url.split(',')[1], 'base64') }
}

/** The privacy text, and the tap that agrees to it. */
export async function agree(phone, query) {
  await phone.start(query)
  await phone.tap('agree')
  await phone.see('report')
}

export async function giveHousehold(phone, door) {
  await phone.tap('fill-household')
  await phone.write('address', door.address)
  await phone.write('building', door.building)
  await phone.write('unit', door.unit)
  await phone.write('room', door.room)
  await phone.tap('save')
  await phone.see('report')
  await phone.seeWords(door.member.name)
}

export async function bindPhone(phone) {
  await phone.tab(4)
  await phone.tap('bind-phone')
  await phone.page.locator('[data-test="bind-phone"]:visible').waitFor({ state: 'detached' })
  await phone.tab(0)
}

/** A grid member's phone: follows the official account, agrees, and binds the staff account by the phone button. */
export async function onDuty(world, open, member, options) {
  const person = await newPerson(world, member.name, member.phone)
  await call(world.sandbox, 'POST', `/sandbox/people/${person}/follow`, {})
  const phone = await open('member', options)
  await agree(phone, `?person=${person}`)
  await bindPhone(phone)
  await phone.see('staff')
  phone.person = person
  return phone
}
