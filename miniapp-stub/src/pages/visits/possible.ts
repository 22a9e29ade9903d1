import type { ResidentVisit } from '@/api'

export interface PossibleWithVisit {
  choose: boolean
  change: boolean
  cancel: boolean
  remind: boolean
  confirmDoor: boolean
  nobodyCame: boolean
  object: boolean
  rate: boolean
  again: boolean
}

/** What a resident can do with a visit now. The server decides; this only keeps buttons away that would end in a refusal. */
export function possible(visit: ResidentVisit | undefined, now: number): PossibleWithVisit {
  const status = visit?.status
  const ahead = status === 'REQUESTED' || status === 'CONFIRMED' || status === 'PLANNED' || status === 'PROPOSED'
  const began = Date.parse(visit?.start ?? '') <= now
  const over = Date.parse(visit?.end ?? '') <= now
  return {
    choose: status === 'PROPOSED' && Boolean(visit?.proposals?.length),
    change: (status === 'REQUESTED' || status === 'CONFIRMED') && !began && !visit?.departedAt,
    cancel: ahead && !began,
    remind: status === 'CONFIRMED' && !began,
    confirmDoor: Boolean(visit?.doorCode) && !visit?.doorConfirmedAt,
    nobodyCame: status === 'CONFIRMED' && over,
    object: status === 'NOT_HOME',
    rate: status === 'COMPLETED' && !visit?.rating,
    again: status === 'CANCELLED' || status === 'DECLINED' || status === 'EXPIRED' || status === 'NOT_HOME',
  }
}
