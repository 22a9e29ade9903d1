import { get, post, put, uploadPicture } from './client'
import type * as S from './schema'

// What residents can do, call by call. Lists are paged: `after` is the cursor of the page before.

const LIMIT = 20
const page = (after?: string) => ({ query: { limit: LIMIT, after } })
const request = (id: string) => `/api/resident/requests/${encodeURIComponent(id)}`
const visit = (id: string) => `/api/resident/visits/${encodeURIComponent(id)}`

export const signIn = (code: string) => post<S.SignedIn>('/api/signin/wechat', { code }, { open: true })
export const signOut = () => post<void>('/api/signin/signout', undefined)

export const me = () => get<S.Me>('/api/resident/me')
export const bindPhone = (code: string) => post<S.Me>('/api/resident/phone', { code })
export const giveHousehold = (household: S.GiveHousehold) => put<S.Me>('/api/resident/household', household)
export const agreeToPrivacy = (version: string) => post<S.Me>('/api/resident/privacy-consents', { version })
export const disclosures = (after?: string) => get<S.PageDisclosureLine>('/api/resident/disclosures', page(after))
export const exportOwn = () => get<S.OwnRecordsExport>('/api/resident/export')
export const eraseOwn = () => post<S.OwnRecordsErasure>('/api/resident/erasure', undefined)
export const knockPreference = () => get<S.KnockPreference>('/api/resident/knock-preference')
export const wishKnocks = (doNotKnock: boolean) => put<S.KnockPreference>('/api/resident/knock-preference', { doNotKnock })

export const uploadPhoto = (path: string, progress?: (percent: number) => void) =>
  uploadPicture<S.PhotoView>('/api/resident/photos', path, progress)

export const categories = () => get<S.ResidentRequestControllerCategories>('/api/resident/request-categories')
export const proposeCategories = (text: string) =>
  post<S.ProposalControllerProposals>('/api/resident/request-category-proposals', { text })
export const nearAndLike = (find: S.FindNear) =>
  post<S.ResidentConcernControllerNearby>('/api/resident/requests/nearby', find)
export const chatDrafts = () => get<S.ResidentDraftControllerDrafts>('/api/resident/request-drafts')

export const dropChatDraft = (id: string) => post<void>(`/api/resident/request-drafts/${encodeURIComponent(id)}/withdrawal`, undefined)

export const submitRequest = (body: S.SubmitRequest, key: string) =>
  post<S.RequestReceipt>('/api/resident/requests', body, { key })
export const requests = (after?: string) => get<S.PageRequestLine>('/api/resident/requests', page(after))
export const requestDetail = (id: string) => get<S.RequestDetail>(request(id))
export const chase = (id: string, key: string) => post<S.RequestStanding>(`${request(id)}/chase`, undefined, { key })
export const comment = (id: string, body: S.CommentOnRequest, key: string) =>
  post<S.RequestStanding>(`${request(id)}/comments`, body, { key })
export const reply = (id: string, text: string, key: string) =>
  post<S.RequestStanding>(`${request(id)}/reply`, { text }, { key })
export const withdraw = (id: string, reason: string, key: string) =>
  post<S.RequestStanding>(`${request(id)}/withdrawal`, { reason }, { key })
export const support = (id: string, key: string) => post<S.SupportStanding>(`${request(id)}/support`, undefined, { key })
export const takeBackSupport = (id: string, key: string) =>
  post<S.SupportStanding>(`${request(id)}/support-withdrawal`, undefined, { key })
export const rateRequest = (id: string, body: S.RateRequest, key: string) =>
  post<S.RequestStanding>(`${request(id)}/rating`, body, { key })
export const followUp = (id: string, body: S.AnswerFollowUp, key: string) =>
  post<S.FollowUpStanding>(`${request(id)}/follow-up`, body, { key })

export const openings = (from?: string, to?: string) =>
  get<S.ResidentVisitControllerOpenings>('/api/resident/visit-openings', { query: { from, to } })
export const bookVisit = (body: S.BookVisit, key: string) =>
  post<S.ResidentVisitControllerBooking>('/api/resident/visits', body, { key })
export const visits = (after?: string) => get<S.PageResidentVisitLine>('/api/resident/visits', page(after))
export const visitDetail = (id: string) => get<S.ResidentVisit>(visit(id))
export const cancelVisit = (id: string, reason: string) => post<S.ResidentVisit>(`${visit(id)}/cancellation`, { reason })
export const chooseProposal = (id: string, start: string) => post<S.ResidentVisit>(`${visit(id)}/proposal-choice`, { start })
export const changeTime = (id: string, start: string, reason: string) =>
  post<S.ResidentVisit>(`${visit(id)}/time-change`, { start, reason })
export const confirmDoor = (id: string) => post<S.ResidentVisit>(`${visit(id)}/door-confirmation`, undefined)
export const nobodyCame = (id: string) => post<S.ResidentVisit>(`${visit(id)}/no-show`, undefined)
export const objectToNoShow = (id: string) => post<S.ResidentVisit>(`${visit(id)}/no-show-objection`, undefined)
export const rateVisit = (id: string, body: S.RateVisit) => post<S.ResidentVisit>(`${visit(id)}/rating`, body)
export const rateOutcome = (id: string, solved: S.RateOutcome['solved']) => post<void>(`${visit(id)}/outcome-rating`, { solved })

export const inbox = (after?: string) => get<S.PageInboxLine>('/api/resident/messages', page(after))
export const askedTemplates = (scene: string) => get<S.AskedTemplates>('/api/resident/message-templates', { query: { scene } })
export const tellConsents = (results: Record<string, string>, key: string) =>
  post<S.ConsentsLeft>('/api/resident/message-consents', { results }, { key })
export const messagePreferences = () => get<S.TopicChoices>('/api/resident/message-preferences')
export const chooseTopics = (topics: Record<string, boolean>) =>
  put<S.TopicChoices>('/api/resident/message-preferences', { topics })
