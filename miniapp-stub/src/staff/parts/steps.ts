import type { RequestLine, StaffVisit } from '@/api'
import type { Noted } from '@/stores/outbox'

export type VisitStep = 'ANSWER' | 'WAIT' | 'SET_OUT' | 'DOOR' | 'OUTCOME' | 'DONE'

/**
 * What comes next in a visit task, with what is written down on the phone counted as done: in a stairwell the work goes on.
 *
 * @param notes of this visit
 */
export function stepOf(visit: StaffVisit | undefined, notes: readonly Noted[]): VisitStep {
  const going = notes.filter((one) => one.state !== 'REFUSED').map((one) => one.item.kind)
  const atDoor = visit?.status === 'CONFIRMED' || visit?.status === 'PLANNED'
  const notLetIn = atDoor && notes.some((one) => one.state === 'REFUSED' && one.item.kind === 'CHECK_IN') // then an outcome rests on nothing yet
  if (going.includes('OUTCOME') && !notLetIn) {
    return 'DONE'
  }
  switch (visit?.status) {
    case 'REQUESTED':
      return 'ANSWER'
    case 'PROPOSED':
      return 'WAIT'
    case 'CONFIRMED':
    case 'PLANNED':
      if (going.includes('CHECK_IN')) {
        return 'OUTCOME'
      }
      return visit.status === 'CONFIRMED' && !visit.departedAt ? 'SET_OUT' : 'DOOR'
    case 'CHECKED_IN':
      return 'OUTCOME'
    default:
      return 'DONE'
  }
}

export interface Work {
  accept: boolean
  answer: boolean
  escalate: boolean
  giveBack: boolean
  extend: boolean
  ask: boolean
  any: boolean
}

/** What a member can do with a request now. The server decides; this only keeps buttons away that would end in a refusal. */
export function workOn(request: RequestLine | undefined): Work {
  const handling = request?.status === 'HANDLING'
  const free = handling && !request?.subState
  const can = {
    accept: request?.status === 'ASSIGNED',
    answer: handling && (!request?.subState || request.subState === 'WAITING_RESIDENT' || request.subState === 'EXTENSION_ASKED'),
    escalate: (free || request?.status === 'ASSIGNED') && request?.colour !== 'RED',
    giveBack: free || (request?.status === 'ASSIGNED' && !request.subState),
    extend: free && !request?.overdue && request?.colour !== 'RED',
    ask: free,
  }
  return { ...can, any: Object.values(can).some(Boolean) }
}
