import type { RequestLine, SignedIn, StaffVisit } from '@/api'
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

export interface Lead {
  assign: boolean
  reject: boolean
  merge: boolean
  undoMerge: boolean
  decideReturn: boolean
  decideExtension: boolean
  offerDown: boolean
  consentDown: boolean
  decideAtMeeting: boolean
  districtAnswer: boolean
  table: boolean
  any: boolean
}

type Roles = NonNullable<SignedIn['staff']>['roles']

const COLOURS = ['GREEN', 'YELLOW', 'BLUE', 'RED'] as const
/** Whose level each colour is. */
const LEVELS = [['GRID_LEAD'], ['COMMUNITY'], ['STREET'], ['DISTRICT']] as const
const STREET = 2

/** What those who lead can do with a request now: at its level or above, or, for what is offered downwards, exactly below. */
export function leadOn(request: RequestLine | undefined, roles: Roles): Lead {
  const stands = (level: number) => (LEVELS[level] ?? []).some((role) => roles?.includes(role))
  const reaches = (level: number) => LEVELS.some((_, at) => at >= level && stands(at))
  const level = COLOURS.indexOf(request?.colour ?? 'GREEN')
  const stage = request?.subState ?? request?.status ?? ''
  const open = ['SUBMITTED', 'ASSIGNED', 'HANDLING'].includes(request?.status ?? '')
  const leads = reaches(level)
  const above = level < COLOURS.length - 1 && reaches(level + 1)
  const below = level > 0 && (stands(level - 1) || (level === 1 && (roles ?? []).includes('GRID_MEMBER')))
  const can = {
    assign: leads && ['SUBMITTED', 'ASSIGNED', 'HANDLING', 'WAITING_RESIDENT'].includes(stage),
    reject: leads && ['SUBMITTED', 'ASSIGNED'].includes(stage),
    merge: leads && open,
    undoMerge: leads && stage === 'MERGED',
    decideReturn: above && stage === 'RETURN_ASKED',
    decideExtension: above && stage === 'EXTENSION_ASKED',
    offerDown: level > 0 && stands(level) && stage === 'HANDLING' && !request?.overdue,
    consentDown: below && stage === 'DOWN_OFFERED',
    decideAtMeeting: reaches(STREET) && stage === 'JOINT_MEETING',
    districtAnswer: reaches(STREET) && open && request?.colour === 'RED',
    table: leads && open,
  }
  return { ...can, any: Object.values(can).some(Boolean) }
}

/** Whether somebody who leads is waited for: to say what it is, or to decide what was asked. */
export function waitsForLead(request: RequestLine, roles: Roles): boolean {
  const can = leadOn(request, roles)
  const toBeGiven = can.assign && (request.status === 'SUBMITTED' || (request.status === 'ASSIGNED' && !request.holder?.name))
  return toBeGiven || can.decideReturn || can.decideExtension || can.consentDown || can.decideAtMeeting
}
