import { get, post, uploadPicture } from './client'
import type * as S from './schema'

// What staff can do, call by call. Lists are paged: `after` is the cursor of the page before.

const LIMIT = 20
const request = (id: string) => `/api/staff/requests/${encodeURIComponent(id)}`
const visit = (id: string) => `/api/staff/visits/${encodeURIComponent(id)}`
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

export const box = (name: Box, after?: string) => get<S.PageRequestLine>('/api/staff/requests', { query: { box: name, limit: LIMIT, after } })
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
/** Pictures belong to the person, who is a resident for the photo room whatever else they are. */
export const uploadPhoto = (path: string, progress?: (percent: number) => void) =>
  uploadPicture<S.PhotoView>('/api/resident/photos', path, progress)

export const campaigns = (after?: string) => get<S.PageCampaignViewsLine>('/api/staff/campaigns', { query: { limit: LIMIT, after } })
export const campaignProgress = (id: string) => get<S.CampaignProgress>(`${campaign(id)}/progress`)
export const turf = (id: string, after?: string) => get<S.PageCampaignViewsStop>(`${campaign(id)}/turf`, { query: { limit: LIMIT, after } })

export const leaves = () => get<S.StaffHoursControllerLeaves>('/api/staff/leave')
export const takeLeave = (body: S.TakeLeave, key: string) => post<S.Absence>('/api/staff/leave', body, { key })
export const withdrawLeave = (id: string) => post<void>(`/api/staff/leave/${encodeURIComponent(id)}/withdrawal`, undefined)
