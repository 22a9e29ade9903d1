import { beforeAll, describe, expect, it } from 'vitest'
import { Phone } from './phone'
import { Program, until } from './program'
import { aDoor, aPicture, memberOf, midMorning, nameOf, Witness } from './street'

// One resident and her grid member, each with a phone; the WeChat build runs on both. What is asserted is what the server holds afterwards.

/** So that it is found among what earlier runs left on the same server. */
const MARK = String(Math.floor(Math.random() * 1e6))
const SHED = `楼下绿地上新搭了一个蓝色铁皮棚，已经挡住消防通道，请来看看。${MARK}`
const LAMP = `小区门口的路灯不亮，晚上看不清台阶。${MARK}`
const door = aDoor()
const member = memberOf(door.grid)

let hers: Phone
let his: Phone
let resident: Witness
let staff: Witness
let shed = ''
let visit = ''

beforeAll(async () => {
  await midMorning()
  hers = await Phone.of('唐大姐', `198${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`)
  his = await Phone.of(member.name, member.phone)
  hers.place = { latitude: door.latitude, longitude: door.longitude, name: door.building, address: door.address }
  his.place = { ...hers.place }
})

describe('a resident', () => {
  it('reads what happens to her data before anything is asked of WeChat or sent', async () => {
    const program = await Program.start(hers)
    await program.at('pages/welcome/welcome')
    await program.sees('同意以前，我们不收集任何信息')
    await program.sees('隐私说明 2026-11 版')
    await program.tap('disagree')
    await program.sees('我们什么也没有收集')
    await program.tapWords('再看一遍说明')
    await program.find('agree')

    expect([hers.signIns, hers.orders, hers.located, hers.asked, hers.storage.size]).toEqual([0, [], [], [], 0])
  })

  it('agrees, signs in, and the server keeps which text it was', async () => {
    const program = await Program.start(hers)
    await program.tap('agree')
    await program.at('pages/home/home')
    await program.sees('还没有住址')

    resident = await Witness.of(hers.person)
    expect((await resident.sees('/api/resident/me')).consents.privacy).toMatchObject({ version: '2026-11' })
    expect(hers.signIns).toBe(1)
  })

  it('gives her address once and finds who answers for her grid', async () => {
    const program = await Program.start(hers)
    await program.tap('fill-household')
    await program.write('address', door.address)
    await program.write('building', door.building)
    await program.write('unit', door.unit)
    await program.write('room', door.room)
    await program.tap('map')
    await program.sees('已在地图上指明')
    await program.tap('save')
    await program.at('pages/home/home')
    await program.sees(nameOf(door.grid))
    await program.sees(member.name)

    const me = await resident.sees('/api/resident/me')
    expect(me.household).toMatchObject({ address: door.address, building: door.building, room: door.room })
    expect(me.gridMember.name).toBe(member.name)
  })

  it('is asked for her phone by WeChat: what she refuses is not stored, what she gives is', async () => {
    const program = await Program.start(hers)
    program.tab('/pages/mine/mine')
    await program.phoneButton(false)
    await until(() => hers.toasts.includes('没有绑定。需要时可以再来。'), () => hers.toasts.join())
    expect((await resident.sees('/api/resident/me')).phone ?? null).toBeNull()

    await program.phoneButton(true)
    await program.sees(hers.number.slice(-4))
    expect((await resident.sees('/api/resident/me')).phone).toMatch(new RegExp(`${hers.number.slice(-4)}$`))
  })

  it('reports with photo, place and words, taps twice, and it is stored once with its photo', async () => {
    hers.gallery = [aPicture(90)]
    const program = await Program.start(hers)
    await program.tap('report')
    await program.at('pages/report/report')
    await program.tap('add-photo')
    await until(() => hers.saved.size === 1, () => 'the photo kept on the phone')
    await program.tap('send')
    await program.find('fault', '请写一句话说明情况')
    await program.sees('附近反映同类事情的居民也可能看到这段话')
    await program.write('words', SHED)
    await program.tap('category', '违法建设')
    await program.tap('here')
    await program.sees('已取得位置')
    const button = await program.find('send')
    program.tapOn(button)
    program.tapOn(button)
    await program.at('pages/report/sent')
    await program.sees(member.name)

    const { items } = await resident.sees('/api/resident/requests')
    expect(items).toHaveLength(1)
    shed = items[0].id
    const stored = await resident.sees(`/api/resident/requests/${shed}`)
    expect(stored).toMatchObject({ description: SHED, category: { name: '违法建设' }, source: 'SNAPSHOT', colour: 'GREEN' })
    expect(stored.location).toMatchObject({ latitude: expect.closeTo(door.latitude, 4), longitude: expect.closeTo(door.longitude, 4) })
    expect(stored.photos).toHaveLength(1)
    expect((await resident.picture(stored.photos[0].url)).type).toMatch(/^image\//)
    expect(hers.located).toEqual(['gcj02'])
    expect(hers.saved.size).toBe(0)
  })

  it('was asked for messages once, inside the tap, for three at most; WeChat counts what she accepted', async () => {
    expect(hers.asked).toHaveLength(1)
    expect(hers.asked[0]?.length).toBeGreaterThan(0)
    expect(hers.asked[0]?.length).toBeLessThanOrEqual(3)
    expect(hers.faults).toEqual([])
  })

  it('writes another without a network, restarts, and it is sent once when the network is back', async () => {
    hers.gallery = [aPicture(200)]
    hers.consents = 'reject'
    const program = await Program.start(hers)
    await program.tap('report')
    await program.tap('add-photo')
    await until(() => hers.saved.size === 1, () => 'the photo kept on the phone')
    await program.write('words', LAMP)
    hers.network(false)
    await program.sees('手机没有网络')
    await program.tap('send')
    await program.at('pages/report/sent')
    await program.sees('没有网络，已存在手机上')
    expect((await resident.sees('/api/resident/requests')).items).toHaveLength(1)

    const again = await Program.start(hers)
    again.tab('/pages/requests/requests')
    await again.find('waiting-draft', LAMP)
    hers.network(true)
    await until(async () => (await resident.sees('/api/resident/requests')).items.length === 2, () => 'the second request on the server')
    await until(() => hers.saved.size === 0, () => 'the photo gone from the phone')

    const { items } = await resident.sees('/api/resident/requests')
    expect(items.filter((one: { description: string }) => one.description === LAMP)).toHaveLength(1)
    const lamp = items.find((one: { description: string }) => one.description === LAMP)
    expect((await resident.sees(`/api/resident/requests/${lamp.id}`)).photos).toHaveLength(1)
  })

  it('finds both under her requests', async () => {
    const program = await Program.start(hers)
    program.tab('/pages/requests/requests')
    await program.find('request-card', SHED)
    await program.find('request-card', LAMP)
    await program.tap('request-card', SHED)
    await program.at('pages/requests/request')
    await program.sees('现在由谁负责')
    await program.sees(member.name)
  })
})

describe('her grid member', () => {
  it('becomes staff by the phone he is listed with, and the staff pages open', async () => {
    const program = await Program.start(his)
    await program.tap('agree')
    await program.at('pages/home/home')
    program.tab('/pages/mine/mine')
    await program.phoneButton(true)
    await program.sees(member.name)
    program.tab('/pages/home/home')
    await program.tap('staff')
    await program.at('staff/pages/today/today')

    staff = await Witness.of(his.person)
    await program.find('work-card', SHED)
  })

  it('accepts the request and answers it with a photo', async () => {
    his.gallery = [aPicture(20)]
    const program = await Program.start(his)
    await program.tap('staff')
    await program.tap('work-card', SHED)
    await program.tap('accept')
    await until(async () => (await resident.sees(`/api/resident/requests/${shed}`)).status === 'HANDLING', () => 'the request being handled')
    await program.tap('answer')
    await program.at('staff/pages/answer/answer')
    await program.tap('send')
    await program.find('fault')
    await program.tap('closure-SOLVED')
    await program.write('words', '铁皮棚今天上午已经拆除，通道恢复。')
    await program.tap('add-photo')
    await until(() => his.gallery.length === 0, () => 'the photo chosen')
    await program.tap('send')
    await program.at('staff/pages/request/request')

    const answered = await resident.sees(`/api/resident/requests/${shed}`)
    expect(answered).toMatchObject({ status: 'ANSWERED', outcome: { closure: 'SOLVED', result: '铁皮棚今天上午已经拆除，通道恢复。' } })
    const shown = answered.timeline.flatMap((event: { photos?: { url: string }[] }) => event.photos ?? [])
    expect(shown).toHaveLength(1)
  })
})

describe('the resident again', () => {
  it('reads the answer and rates it; refusing messages does not keep her from it', async () => {
    const program = await Program.start(hers)
    program.tab('/pages/requests/requests')
    await program.tap('request-card', SHED)
    await program.sees('铁皮棚今天上午已经拆除')
    await program.tap('rate')
    await program.at('pages/requests/rate')
    await program.tap('send')
    await program.find('fault', '请先选问题是否解决')
    await program.tap('option-YES')
    await program.tapStar(5)
    await program.tap('send')
    await program.at('pages/requests/request')

    expect(await resident.sees(`/api/resident/requests/${shed}`)).toMatchObject({ status: 'EVALUATED', outcome: { stars: 5 } })
  })

  it('books a visit: one, with what it is about', async () => {
    hers.consents = 'accept'
    const program = await Program.start(hers)
    await program.tap('book')
    await program.at('pages/visits/book')
    await program.tap('time')
    await program.tapWords('政策咨询')
    await program.sees(`${member.name}上门`)
    await program.find('where', `${door.building} ${door.unit} ${door.room}`)
    await program.tap('send')
    await program.at('pages/visits/visit')

    const { items } = await resident.sees('/api/resident/visits')
    expect(items).toHaveLength(1)
    visit = items[0].id
    expect(items[0]).toMatchObject({ status: 'REQUESTED', purpose: 'POLICY_HELP' })
  })
})

describe('the visit', () => {
  it('is confirmed by the grid member', async () => {
    const program = await Program.start(his)
    await program.tap('staff')
    await program.tap('asked')
    await program.at('staff/pages/visit/visit')
    await program.tap('confirm')
    await program.find('set-out')

    expect(await resident.sees(`/api/resident/visits/${visit}`)).toMatchObject({ status: 'CONFIRMED' })
  })

  it('stands under her visits with the code for the door', async () => {
    const program = await Program.start(hers)
    program.tab('/pages/visits/visits')
    await program.tap('visit-card')
    const { doorCode } = await resident.sees(`/api/resident/visits/${visit}`)
    await program.find('door-code', `${doorCode.slice(0, 3)} ${doorCode.slice(3)}`)
  })

  it('goes on in a stairwell without a network: check-in and outcome wait on the phone and arrive once', async () => {
    const { doorCode } = await resident.sees(`/api/resident/visits/${visit}`)
    const program = await Program.start(his)
    await program.tap('staff')
    await program.tap('stop')
    await program.at('staff/pages/visit/visit')
    await program.find('by-code')
    his.network(false)
    await program.write('code', '12')
    await program.tap('by-code')
    await program.find('fault', '请输入六位数字')
    await program.write('code', doorCode)
    await program.tap('by-code')
    await program.find('note-line')
    await program.tap('result-MET')
    await program.write('note', '已讲清高龄补贴的材料。')
    await program.tap('send-outcome')
    await until(() => program.all('note-line').length === 2, () => `two entries on the phone: ${program.words}`)
    expect(await resident.sees(`/api/resident/visits/${visit}`)).toMatchObject({ status: 'CONFIRMED' })

    his.network(true)
    await until(async () => (await resident.sees(`/api/resident/visits/${visit}`)).status === 'COMPLETED', () => 'the visit completed')
    await until(() => program.all('note-line').length === 0, () => `nothing left on the phone: ${program.words}`)
    expect(await staff.sees(`/api/staff/visits/${visit}`)).toMatchObject({ status: 'COMPLETED', result: 'MET', outcomeNote: '已讲清高龄补贴的材料。' })
    expect((await resident.sees('/api/resident/visits')).items).toHaveLength(1)
  })

  it('is rated by her', async () => {
    const program = await Program.start(hers)
    program.tab('/pages/visits/visits')
    await program.tap('visit-card')
    await program.tap('rate')
    await program.at('pages/visits/rate')
    await program.tapStar(5)
    await program.tap('option-YES')
    await program.tap('send')
    await program.at('pages/visits/visit')

    expect((await resident.sees(`/api/resident/visits/${visit}`)).rating).toMatchObject({ stars: 5 })
  })

  it('neither phone asked anybody but the server, nor for consent outside a tap, nor showed a text with a gap', () => {
    expect([hers.faults, his.faults]).toEqual([[], []])
  })
})
