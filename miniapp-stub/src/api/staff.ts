import { get, post, put } from './client'
import type * as S from './schema'

// What staff can do, call by call. Lists are paged: `after` is the cursor of the page before.

const LIMIT = 20
/** The largest page the server gives. */
const MOST = 50
const request = (id: string) => `/api/staff/requests/${encodeURIComponent(id)}`
const visit = (id: string) => `/api/staff/visits/${encodeURIComponent(id)}`
const message = (id: string) => `/api/staff/messages/${encodeURIComponent(id)}`
const chat = (id: string) => `/api/staff/chats/${encodeURIComponent(id)}`
const table = (id: string) => `/api/staff/coordinations/${encodeURIComponent(id)}`
const campaign = (id: string) => `/api/staff/campaigns/${encodeURIComponent(id)}`

export type Box = 'MINE' | 'GRID' | 'UNIT' | 'OVERDUE'

/** @param day for example 2026-11-27, in Beijing */
export const walk = (day: string) => get<S.Walk>('/api/staff/walk', { query: { day } })
export const visitsAt = (status: S.StaffVisitLine['status'], after?: string) =>
  get<S.PageStaffVisitLine>('/api/staff/visits', { query: { status, limit: LIMIT, after } })
export const visitTask = (id: string) => get<S.StaffVisit>(visit(id))
export const confirmVisit = (id: string) => post<S.StaffVisit>(`${visit(id)}/confirmation`, undefined)
export const proposeTimes = (id: string, body: S.ProposeTimes) => post<S.StaffVisit>(`${visit(id)}/proposals`, body)
export const declineVisit = (id: string, reason: string) => post<S.StaffVisit>(`${visit(id)}/decline`, { reason })
export const cancelVisit = (id: string, reason: string) => post<S.StaffVisit>(`${visit(id)}/cancellation`, { reason })
export const setOut = (id: string, minutes: number) => post<S.StaffVisit>(`${visit(id)}/departure`, { minutes })
export const sendOutbox = (items: S.OutboxItem[]) => post<S.StaffOutboxControllerAnswers>('/api/staff/visit-outbox', { items })
export const availability = () => get<S.Availability>('/api/staff/availability')

export const box = (name: Box, after?: string, limit = LIMIT) => get<S.PageRequestLine>('/api/staff/requests', { query: { box: name, limit, after } })
/** As much of a box as one looks through at once. */
export async function wholeBox(name: Box, pages = 5): Promise<S.RequestLine[]> {
  const found: S.RequestLine[] = []
  let after: string | undefined
  for (let page = 0; page < pages; page += 1) {
    const { items, next } = await box(name, after, MOST)
    found.push(...(items ?? []))
    after = next ?? undefined
    if (!after) {
      break
    }
  }
  return found
}
export const requestWork = (id: string) => get<S.StaffRequestDetail>(request(id))
export const accept = (id: string, key: string) => post<S.RequestStanding>(`${request(id)}/acceptance`, undefined, { key })
export const answer = (id: string, body: S.AnswerRequest, key: string) => post<S.RequestStanding>(`${request(id)}/result`, body, { key })
export const mergeInto = (id: string, into: string, key: string) => post<S.RequestStanding>(`${request(id)}/merge`, { into }, { key })
export const escalate = (id: string, reason: string, key: string) =>
  post<S.RequestStanding>(`${request(id)}/escalation`, { reason }, { key })
export const giveBack = (id: string, body: S.ReturnRequest, key: string) => post<S.RequestStanding>(`${request(id)}/return`, body, { key })
export const extend = (id: string, body: S.ExtendRequest, key: string) => post<S.RequestStanding>(`${request(id)}/extension`, body, { key })
export const question = (id: string, text: string, key: string) =>
  post<S.RequestStanding>(`${request(id)}/question`, { question: text }, { key })
export const revealReporter = (id: string, body: S.RevealPurpose) => post<S.PlainPhone>(`${request(id)}/reporter-reveal`, body)
export const report = (body: S.ReportRequest, key: string) => post<S.RequestReceipt>('/api/staff/requests', body, { key })
export const responsibilities = () => get<S.StaffRoutingControllerResponsibilityLines>('/api/staff/responsibilities')

export const campaigns = (after?: string) => get<S.PageCampaignViewsLine>('/api/staff/campaigns', { query: { limit: LIMIT, after } })
export const campaignProgress = (id: string) => get<S.CampaignProgress>(`${campaign(id)}/progress`)
export const turf = (id: string, after?: string) => get<S.PageCampaignViewsStop>(`${campaign(id)}/turf`, { query: { limit: LIMIT, after } })

export const leaves = () => get<S.StaffHoursControllerLeaves>('/api/staff/leave')
export const takeLeave = (body: S.TakeLeave, key: string) => post<S.Absence>('/api/staff/leave', body, { key })
export const withdrawLeave = (id: string) => post<void>(`/api/staff/leave/${encodeURIComponent(id)}/withdrawal`, undefined)

// What those who lead do.

/** Whom the caller can give work to. */
export const members = () => get<S.LedMemberControllerLed>('/api/staff/members')
export const units = () => get<S.StaffRoutingControllerUnitLines>('/api/staff/units')
export const assign = (id: string, body: S.DispatchRequest, key: string) => post<S.RequestStanding>(`${request(id)}/assignment`, body, { key })
export const reject = (id: string, words: string, key: string) => post<S.RequestStanding>(`${request(id)}/rejection`, { words }, { key })
export const undoMerge = (id: string, key: string) => post<S.RequestStanding>(`${request(id)}/merge-undo`, undefined, { key })
export const decideReturn = (id: string, body: S.DecideReturn, key: string) =>
  post<S.RequestStanding>(`${request(id)}/return-decision`, body, { key })
export const decideExtension = (id: string, body: S.DecideAsk, key: string) =>
  post<S.RequestStanding>(`${request(id)}/extension-decision`, body, { key })
export const offerDown = (id: string, reason: string, key: string) => post<S.RequestStanding>(`${request(id)}/down-offer`, { reason }, { key })
export const consentDown = (id: string, body: S.DecideAsk, key: string) => post<S.RequestStanding>(`${request(id)}/down-consent`, body, { key })
export const decideAtMeeting = (id: string, body: S.AssignRequest, key: string) =>
  post<S.RequestStanding>(`${request(id)}/meeting-decision`, body, { key })
export const districtAnswer = (id: string, words: string, key: string) => post<S.RequestStanding>(`${request(id)}/district-answer`, { words }, { key })
export const jointMeeting = (after?: string) => get<S.PageRequestLine>('/api/staff/joint-meeting', { query: { limit: MOST, after } })

/** Visits for which nobody was free. */
export const unplacedVisits = () => get<S.StaffUnplacedControllerUnplaced>('/api/staff/unplaced-visits')
export const reassignVisit = (id: string, memberId: string, reason: string) => post<S.StaffVisit>(`${visit(id)}/reassignment`, { memberId, reason })
export const callBacks = (after?: string) => get<S.PageCallBacksLine>('/api/staff/call-backs', { query: { limit: LIMIT, after } })
export const calledBack = (visitId: string, words: string) => post<void>(`${visit(visitId)}/call-back`, { words })
export const contentReviews = (after?: string) => get<S.PageContentReview>('/api/staff/content-reviews', { query: { limit: LIMIT, after } })
export const decideReview = (id: string, body: S.DecideContentReview) => post<void>(`/api/staff/content-reviews/${encodeURIComponent(id)}/decision`, body)

export const openCampaign = (body: S.OpenCampaign, key: string) => post<S.CampaignsOpened>('/api/staff/campaigns', body, { key })
export const giveTurf = (id: string, body: S.GiveTurf) => put<S.StaffCampaignControllerGiven>(`${campaign(id)}/turf`, body)
/** The buildings of a grid; their signs are for printing and not shown on a phone. */
export const buildings = (grid: string) => get<S.StaffDoorSignControllerSigns>('/api/staff/door-signs', { query: { grid } })

// A resident sees each look at a phone or a door number.

export const revealDoor = (id: string, body: S.RevealPurpose) => post<S.StaffVisitDoor>(`${visit(id)}/door-reveal`, body)
export const untold = (after?: string) => get<S.PageWorkLine>('/api/staff/messages', { query: { status: 'COULD_NOT_TELL', limit: LIMIT, after } })
export const revealUntold = (id: string, body: S.RevealPurpose) => post<S.PlainPhone>(`${message(id)}/phone-reveal`, body)
export const told = (id: string) => post<S.WorkLine>(`${message(id)}/telling`, undefined)

export const changeHours = (body: S.ChangeAvailability) => put<S.Availability>('/api/staff/availability', body)
/** Of seconded staff: how many doors this week. */
export const weeklyRound = () => get<S.WeeklyRoundsWeek>('/api/staff/weekly-round')
export const ratingSum = () => get<S.FeedbackSum>('/api/staff/visit-rating-sum')

/** What residents said in the chat of the official account to a person. */
export const chats = (status: S.ChatView['status'], after?: string) => get<S.PageChatView>('/api/staff/chats', { query: { status, limit: LIMIT, after } })
export const replyInChat = (id: string, text: string, key: string) => post<S.ChatView>(`${chat(id)}/reply`, { text }, { key })
export const closeChat = (id: string) => post<S.ChatView>(`${chat(id)}/closure`, undefined)
export const planVisit = (body: S.PlanVisit, key: string) => post<S.VisitPlansPlanned>('/api/staff/visits', body, { key })

// The table about a request (联调): who sits there, what was said, who does what by when.

export const tables = (requestId: string) => get<S.StaffCoordinationControllerLines>('/api/staff/coordinations', { query: { requestId } })
export const openTable = (body: S.OpenCoordination, key: string) => post<S.CoordinationView>('/api/staff/coordinations', body, { key })
export const noteAtTable = (id: string, words: string, key: string) => post<S.CoordinationView>(`${table(id)}/minutes`, { words }, { key })
export const giveTask = (id: string, body: S.CoordinationTask, key: string) => post<S.CoordinationView>(`${table(id)}/tasks`, body, { key })
export const finishTask = (id: string, task: string, key: string) =>
  post<S.CoordinationView>(`${table(id)}/tasks/${encodeURIComponent(task)}/completion`, undefined, { key })
export const closeTable = (id: string, outcome: string, key: string) => post<S.CoordinationView>(`${table(id)}/closure`, { outcome }, { key })
