import { agree, bindPhone, giveHousehold, onDuty, photo } from '../people.mjs'
import { anyDoor } from '../street.mjs'

const MARK = `${Date.now() % 1_000_000}号`
const SHED = `楼下绿地上新搭了一个蓝色铁皮棚，挡住了消防通道，编${MARK}。`
const NEED = '门口水管一直渗水，地面湿滑。'
const PROMISE = '已电话告知物业留意。'
const RESULT = '已联合城管上门，铁皮棚当天拆除，通道恢复畅通。'

/** The main job, by taps: two phones, and what WeChat shows on the sandbox's phone. */
export async function play(world, open) {
  const door = anyDoor()
  const resident = await open('resident', { place: door.place })
  let member
  let code = ''

  await world.step('the resident reads the privacy text, agrees and is signed in', () => agree(resident))
  await world.step('gives the household and sees grid and grid member', () => giveHousehold(resident, door))
  await world.step('binds the phone', () => bindPhone(resident))
  await world.step(`${door.member.name} binds the staff account on a second phone`, async () => {
    member = await onDuty(world, open, door.member, { place: door.place })
  })
  await world.step('the resident books a visit, with the tap that allows messages', () => book(resident))
  await world.step('the member confirms it', () => confirm(member))
  await world.step('WeChat on the resident’s phone shows the answer, and so does the inbox', () => readAnswer(world, resident))
  await world.step('the resident reads the code of the door', async () => {
    await resident.tab(2)
    await resident.tap('visit-card')
    code = (await (await resident.see('door-code')).innerText()).replace(/\s/g, '')
    world.check(/^\d{4,8}$/.test(code), `a code of digits: ${code.length}`)
  })
  await world.step('at the door: the member checks in with it, and writes down what came of it and a need', () => atTheDoor(member, code))
  await world.step('the need is a request of the resident', async () => {
    await resident.back()
    await resident.tab(1)
    await resident.seeWords(NEED)
  })
  await world.step('the resident reports in three taps: photo, place, words', () => report(world, resident))
  await world.step('the member accepts it and answers with a picture', async () => {
    await member.back()
    await member.tap('all-requests')
    await answer(member, MARK, RESULT)
  })
  await world.step('the resident sees answer and picture, and rates', () => rate(world, resident))
  await world.step('the resident says thank you in the chat, and it stands with the request', () => thank(world, resident))
  await world.step('the member answers the need too', async () => {
    await member.back()
    await answer(member, NEED, PROMISE)
  })
  await world.step('not solved: it goes one level up, to somebody else', () => notSolved(world, resident, door.member))
}

export async function book(resident) {
  await resident.whileTemplatesCome('BOOK_VISIT', () => resident.tap('book'))
  await resident.tap('time')
  await resident.seen('purposes').locator('[role=radio]').first().tap()
  await resident.tapAndAllow('send')
  await resident.see('status')
}

export async function confirm(member) {
  await member.tap('staff')
  await member.whileTemplatesCome('STAFF_WORK', () => member.tap('asked'))
  await member.tapAndAllow('confirm')
  await member.see('by-code')
}

async function readAnswer(world, resident) {
  const wechat = await onWechat(world, resident)
  await wechat.locator('#notices, #official').getByText('已确认').first().waitFor({ timeout: 60_000 })
  await wechat.close()
  await resident.back()
  await resident.tab(3)
  await resident.see('message')
}

async function atTheDoor(member, code) {
  await member.tap('set-out')
  await member.write('code', code)
  await member.tap('by-code')
  await member.tap('result-MET')
  await member.tap('add-need')
  await member.tap('category')
  await member.tap('leaf')
  await member.write('need-words', NEED)
  await member.tap('send-outcome')
  await member.see('result')
}

async function report(world, resident) {
  await resident.tab(0)
  await resident.whileTemplatesCome('SUBMIT_REQUEST', () => resident.tap('report'))
  await resident.choosePhoto('add-photo', await photo(resident, '铁皮棚'))
  await resident.tap('here')
  await resident.write('words', SHED)
  await resident.tap('category')
  await resident.tapAndAllow('send')
  await resident.see('sent-title')
  await resident.tap('see')
  await resident.see('holder')
  const { items } = await resident.ask('/api/resident/requests')
  world.check(items.filter((one) => one.description === SHED).length === 1, 'it is one request on the server')
}

async function answer(member, words, result) {
  await member.seen('work-card').filter({ hasText: words }).tap()
  await member.tap('accept')
  await member.tap('answer')
  await member.tap('closure-SOLVED')
  await member.write('words', result)
  const [chooser] = await Promise.all([member.page.waitForEvent('filechooser'), member.seen('after').locator('[data-test=add-photo]').tap()])
  await chooser.setFiles(await photo(member, '已拆除'))
  await member.tap('send')
  await member.page.locator('[data-test="answer"]:visible').waitFor({ state: 'detached' })
  await member.seeWords(result)
}

/**
 * The one reported and the one of the answer, really there. A picture is shown once WeChat has looked at it, some seconds later: who opened the
 * page before opens it again.
 */
async function bothPictures(resident) {
  const second = resident.page.locator('.picture:visible').nth(1)
  for (let look = 0; look < 10; look++) {
    const there = await second.waitFor({ timeout: 5_000 }).then(() => true, () => false)
    if (there) {
      await resident.page.waitForFunction(() => {
        const pictures = [...document.querySelectorAll('.picture img')]
        return pictures.length >= 2 && pictures.every((one) => one.complete && one.naturalWidth > 0)
      })
      return
    }
    await resident.back()
    await resident.seen('request-card').filter({ hasText: MARK }).tap()
    await resident.seeWords(RESULT)
  }
  await second.waitFor()
}

async function rate(world, resident) {
  await resident.back()
  await resident.tab(1)
  await resident.seen('request-card').filter({ hasText: MARK }).tap()
  await resident.seeWords(RESULT)
  await bothPictures(resident)
  await resident.tap('rate')
  await resident.tap('option-YES')
  await resident.page.locator('.star:visible').nth(4).tap()
  await resident.tapThrough('send', '.stars[role=img]:visible')
  const { items } = await resident.ask('/api/resident/requests')
  world.check(items.find((one) => one.description === SHED).status !== 'ANSWERED', 'rated on the server')
}

async function thank(world, resident) {
  const wechat = await onWechat(world, resident)
  await wechat.locator('#follow').click()
  await wechat.locator('#say input').fill('谢谢')
  await wechat.locator('#say input').press('Enter')
  await wechat.locator('#official .me').getByText('谢谢').first().waitFor()
  await wechat.close()
  await until(async () => JSON.stringify((await resident.ask(`/api/resident/requests/${await idOf(resident, SHED)}`)).timeline).includes('谢谢'))
  await resident.back()
  await resident.seen('request-card').filter({ hasText: MARK }).tap()
  await resident.seeWords('谢谢')
}

async function notSolved(world, resident, member) {
  await resident.back()
  await resident.seen('request-card').filter({ hasText: NEED }).tap()
  await resident.seeWords(PROMISE)
  await resident.tap('rate')
  await resident.tap('option-NO')
  await resident.page.locator('.star:visible').first().tap()
  await resident.tapThrough('send', 'text=黄色 >> visible=true')
  const request = await resident.ask(`/api/resident/requests/${await idOf(resident, NEED)}`)
  world.check(request.colour === 'YELLOW' && request.status === 'ASSIGNED', 'yellow, and with somebody again')
  world.check(request.holder.name !== member.name, 'not with who answered it')
}

async function onWechat(world, resident) {
  const person = await resident.page.evaluate(() => sessionStorage.getItem('gridbell.sandbox.person'))
  const wechat = await resident.context.newPage()
  await wechat.goto(`${world.sandbox}/#${person}`)
  return wechat
}

async function idOf(resident, words) {
  return (await resident.ask('/api/resident/requests')).items.find((one) => one.description === words).id
}

/** What the server does by itself a little later; at most half a minute. */
async function until(so) {
  const end = Date.now() + 30_000
  while (!(await so())) {
    if (Date.now() > end) {
      throw new Error('did not come about within 30 s')
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}
