import type { FakePlatform } from '../fakes'
import { freshPhone } from '../fakes'

type Role = 'GRID_MEMBER' | 'GRID_LEAD' | 'COMMUNITY' | 'STREET' | 'PROPERTY' | 'SECONDED'

/** A phone whose person has a staff account. @param disk what an earlier run of the program left */
export function staffPhone(roles: Role[] = ['GRID_MEMBER'], disk?: Map<string, unknown>, id = '41'): FakePlatform {
  const phone = freshPhone()
  disk?.forEach((value, key) => phone.disk.set(key, value))
  const signedIn = { token: 'staff', expiresAt: '2099-01-01T00:00:00Z', staff: { id, name: '李网格', roles, grids: [{ id: '7', name: '铃音第一网格' }] } }
  phone.disk.set('token', signedIn)
  phone.answers['POST /api/signin/wechat'] = signedIn
  return phone
}

export const DOOR = { address: '铃音巷1号', building: '1号楼', unit: '1单元', room: '101' }

export const VISIT = {
  id: '9',
  number: 'FW-9',
  status: 'CONFIRMED',
  statusWords: '已确认',
  purpose: 'ELDERLY_CARE',
  purposeWords: '看望老人',
  start: '2026-11-27T06:00:00Z',
  end: '2026-11-27T06:30:00Z',
  answerBy: '2026-11-26T06:00:00Z',
  door: DOOR,
  proposals: [],
  needs: [],
}
