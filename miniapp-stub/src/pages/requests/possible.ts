import type { RequestDetail } from '@/api'

export interface Possible {
  comment: boolean
  chase: boolean
  reply: boolean
  withdraw: boolean
  rate: boolean
  visit: boolean
  stopFollowing: boolean
  followUp: boolean
  any: boolean
}

/** What a resident can do with a request now. The server decides; this only keeps buttons away that would end in a refusal. */
export function possible(request: RequestDetail | undefined): Possible {
  const status = request?.status
  const open = status === 'SUBMITTED' || status === 'ASSIGNED' || status === 'HANDLING'
  const own = request?.relation !== 'SUPPORTED'
  const can = {
    comment: open,
    chase: open && own,
    reply: own && request?.subState === 'WAITING_RESIDENT',
    withdraw: open && own,
    rate: status === 'ANSWERED',
    visit: open && own,
    stopFollowing: open && !own,
    followUp: own && Boolean(request?.followUp?.askedAt) && !request?.followUp?.answer,
  }
  return { ...can, any: can.comment || can.stopFollowing }
}
