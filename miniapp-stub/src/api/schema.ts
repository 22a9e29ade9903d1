// Written by tools/generate-schema.mjs from docs/openapi.json. Do not edit by hand.

export interface Absence {
  end?: string
  id?: string
  kind?: 'LEAVE' | 'DUTY'
  reason?: string
  start?: string
}

export interface AccountMenu {
  entries?: AccountMenuEntry[]
}

export interface AccountMenuEntry {
  children?: AccountMenuEntry[]
  key?: string
  name?: string
  page?: string
}

export interface AgreeToPrivacy {
  version: string
}

export interface AnnounceYear {
  days: AnnounceYearDay[]
}

export interface AnnounceYearDay {
  day: string
  name: string
  working: boolean
}

export interface AnswerFollowUp {
  answer: 'FINE' | 'AGAIN'
  comment?: string
}

export interface AnswerGiven {
  answer?: string
  code?: string
  question?: string
}

export interface AnswerRequest {
  beforePhotoIds?: string[]
  closure: 'SOLVED' | 'PARTLY' | 'REFUSED' | 'TRANSFERRED'
  photoIds?: string[]
  transferredTo?: string
  whereToGo?: string
  words: string
}

export interface AskResident {
  question: string
}

export interface AskedTemplate {
  templateId?: string
  title?: string
}

export interface AskedTemplates {
  items?: AskedTemplate[]
}

export interface AssignRequest {
  memberId?: string
  reason: string
  unitId?: string
}

export interface Availability {
  bufferMinutes?: number
  capacity?: number
  horizonDays?: number
  leastNoticeMinutes?: number
  overrides: AvailabilityDifferentDay[]
  version: number
  weekly?: AvailabilityWeekday[]
}

export interface AvailabilityDifferentDay {
  day: string
  windows: AvailabilityWindow[]
}

export interface AvailabilityWeekday {
  from: string
  to: string
  weekday: number
}

export interface AvailabilityWindow {
  from: string
  to: string
}

export interface BookVisit {
  note?: string
  purpose: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  requestId?: string
  start: string
}

export interface CalendarFeedsIssued {
  address?: string
  createdAt?: string
}

export interface CallBacksLine {
  comment?: string
  dueAt?: string
  helped?: boolean
  number?: string
  overdue?: boolean
  purpose?: string
  stars?: number
  visitId?: string
}

export interface CampaignProgress {
  campaign?: CampaignViewsLine
  covered?: number
  doors?: number
  lines?: CampaignProgressTally[]
}

export interface CampaignProgressTally {
  attempts?: number
  contacts?: number
  covered?: number
  doors?: number
  grid?: string
  gridId?: string
  member?: string
  memberId?: string
  number?: string
  open?: number
  vacant?: number
}

export interface CampaignViewsDoor {
  address?: string
  building?: string
  room?: string
  unit?: string
}

export interface CampaignViewsLine {
  fromDay?: string
  gridId?: string
  id?: string
  name?: string
  purpose?: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  purposeWords?: string
  toDay?: string
}

export interface CampaignViewsStop {
  door?: CampaignViewsDoor
  hold?: 'DO_NOT_KNOCK' | 'BUDGET_SPENT' | 'KNOCKED_TODAY' | 'BOOKED'
  holdWords?: string
  householdId?: string
  knocks?: number
  nextBand?: 'EVENING' | 'WEEKEND' | 'AFTERNOON' | 'MORNING'
  nextBandWords?: string
}

export interface CampaignsOpened {
  doors?: number
  id?: string
}

export interface CategoryName {
  code?: string
  name?: string
}

export interface CategoryProposalsProposal {
  because?: string[]
  code?: string
  name?: string
  score?: number
}

export interface CategoryView {
  children?: CategoryView[]
  code?: string
  isPrivate?: boolean
  keywords?: string[]
  name?: string
  notices?: string[]
  questions?: Question[]
  selectable?: boolean
}

export interface ChangeAvailability {
  availability: Availability
  decisions?: VisitDecision[]
}

export interface ChangeTime {
  reason: string
  start: string
}

export interface ChannelState {
  channel?: 'TEMPLATE' | 'SUBSCRIBE' | 'CHAT'
  open?: boolean
  perDay?: number
  shutUntil?: string
  takenToday?: number
  usedUp?: boolean
}

export interface ChatAnswer {
  answer?: string
  changedAt?: string
  enabled?: boolean
  id?: string
  matching?: 'EXACT' | 'CONTAINED'
  priority?: number
  version?: number
  word?: string
}

export interface ChatDraft {
  address?: string
  createdAt?: string
  expiresAt?: string
  id?: string
  location?: Location
  photos?: PhotoView[]
  refusals?: string[]
  waiting?: number
}

export interface ChatMenuComparison {
  defined?: AccountMenu
  published?: AccountMenu
  same?: boolean
}

export interface ChatView {
  canReply?: boolean
  grid?: string
  gridName?: string
  id?: string
  lines?: ChatViewLine[]
  openedAt?: string
  phone?: string
  saidAt?: string
  status?: 'WAITING' | 'ANSWERED' | 'CLOSED'
  statusWords?: string
}

export interface ChatViewLine {
  at?: string
  member?: string
  state?: 'HEARD' | 'SENDING' | 'SENT' | 'UNKNOWN' | 'CLOSED' | 'FAILED'
  stateWords?: string
  words?: string
}

export interface CheckIn {
  accuracy?: number
  doorCode?: string
  doorSign?: string
  location?: Location
}

export interface ChooseProposal {
  start: string
}

export interface ChooseTopics {
  topics: Record<string, boolean>
}

export interface CloseCoordination {
  outcome: string
}

export interface CommentOnRequest {
  photoIds?: string[]
  text: string
}

export interface ConsentAnswers {
  results: Record<string, string>
}

export interface ConsentsLeft {
  remaining?: Record<string, number>
}

export interface ContentReview {
  causeWords?: string
  id?: string
  photo?: PhotoView
  requestId?: string
  requestNumber?: string
  since?: string
  what?: string
  words?: string
}

export interface ContentReviewId {
  value?: number
}

export interface CoordinationNote {
  words: string
}

export interface CoordinationTask {
  dueAt: string
  memberId?: string
  unitId?: string
  what: string
}

export interface CoordinationView {
  closedAt?: string
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  id?: string
  minutes?: CoordinationViewMinute[]
  openedAt?: string
  outcome?: string
  participants?: CoordinationViewSeat[]
  purpose?: string
  requestId?: string
  tasks?: CoordinationViewTask[]
  withResident?: boolean
}

export interface CoordinationViewMinute {
  at?: string
  by?: string
  words?: string
}

export interface CoordinationViewSeat {
  memberId?: string
  name?: string
  unitId?: string
}

export interface CoordinationViewTask {
  doneAt?: string
  dueAt?: string
  id?: string
  what?: string
  who?: CoordinationViewSeat
}

export interface DecideAsk {
  granted: boolean
  reason: string
}

export interface DecideContentReview {
  publish: boolean
  reason: string
}

export interface DecideReturn {
  granted: boolean
  memberId?: string
  reason: string
  unitId?: string
}

export interface DeputiesNamed {
  gridId?: string
  memberId: string
}

export interface DisclosureLine {
  about?: string
  at?: string
  id?: string
  purpose?: string
  reason?: 'TELL_PROGRESS' | 'ASK_DETAILS' | 'ARRANGE_VISIT' | 'EMERGENCY' | 'OTHER'
  reasonWords?: string
  what?: 'PHONE' | 'DOOR'
  whatWords?: string
  who?: string
}

export interface DispatchRequest {
  category?: string
  memberId?: string
  reason: string
  unitId?: string
}

export interface DistrictAnswer {
  words: string
}

export interface EscalateRequest {
  reason: string
}

export interface ExtendRequest {
  reason: string
  workingHours: number
}

export interface FeedbackLine {
  comment?: string
  helped?: boolean
  number?: string
  ratedAt?: string
  solved?: 'YES' | 'PARTLY' | 'NO'
  stars?: number
  visitId?: string
}

export interface FeedbackSum {
  helped?: number
  outcomes?: number
  ratings?: number
  solved?: number
  stars?: number
  words?: string
}

export interface FindNear {
  category: string
  location: Location
  text: string
}

export interface FollowUpStanding {
  answer?: 'FINE' | 'AGAIN'
  id?: string
  newRequestId?: string
}

export interface GiveHousehold {
  address: string
  building?: string
  location?: Location
  room?: string
  unit?: string
}

export interface GiveReason {
  reason: string
}

export interface GiveTurf {
  building?: OpenCampaignBuildingName
  memberId: string
}

export interface GridFigures {
  average?: number
  gridId?: string
  gridName?: string
  merged?: number
  open?: number
  overdue?: number
  partly?: number
  rated?: number
  refused?: number
  rejected?: number
  solved?: number
  submitted?: number
  transferred?: number
  unrated?: number
  withdrawn?: number
}

export interface GridLine {
  id?: string
  level?: 'STREET' | 'COMMUNITY' | 'GRID' | 'MICRO_GRID'
  name?: string
}

export interface InboxLine {
  at?: string
  id?: string
  scene?: 'REQUEST_RECEIVED' | 'REQUEST_ASSIGNED' | 'REQUEST_ACCEPTED' | 'REQUEST_ESCALATED' | 'REQUEST_ANSWERED' | 'RATING_INVITED' | 'REQUEST_WITHDRAWN' | 'REQUEST_REOPENED' | 'REQUEST_HANDED_ON' | 'REQUEST_QUESTIONED' | 'REQUEST_EXTENDED' | 'REQUEST_REJECTED' | 'REQUEST_REPORTED' | 'REQUEST_MERGED' | 'REQUEST_CHASED' | 'COORDINATION_CALLED' | 'COORDINATION_JOINED' | 'COORDINATION_TASK' | 'REQUEST_TO_SCREEN' | 'REQUEST_FOLLOW_UP' | 'VISIT_REQUESTED' | 'VISIT_CONFIRMED' | 'VISIT_MOVED' | 'VISIT_TASK' | 'VISIT_TASK_GONE' | 'VISIT_REASSIGNED' | 'VISIT_PROPOSED' | 'VISIT_DECLINED' | 'VISIT_CANCELLED' | 'VISIT_CALLED_OFF' | 'VISIT_ANSWER_DUE' | 'VISIT_ANSWER_WANTED' | 'VISIT_PASSED_UP' | 'VISIT_PLANNED' | 'VISIT_MISSED' | 'VISIT_UNPLACED' | 'VISIT_EXPIRED' | 'VISIT_REMINDER' | 'VISIT_SOON' | 'VISIT_TASK_REMINDER' | 'VISIT_TASK_SOON' | 'MEMBER_ON_THE_WAY' | 'VISIT_OUTCOME' | 'VISIT_CALL_BACK' | 'VISIT_CALL_BACK_OVERDUE' | 'PERSON_NOT_TOLD'
  status?: string
  subject?: SubjectRef
  text?: string
  title?: string
}

export interface KnockPreference {
  changedAt?: string
  doNotKnock?: boolean
}

export interface KnockReceipt {
  band?: 'EVENING' | 'WEEKEND' | 'AFTERNOON' | 'MORNING'
  counted?: boolean
  covered?: string[]
  id?: string
  requests?: string[]
}

export interface LedMemberControllerLed {
  items?: LedMembersLine[]
}

export interface LedMembersLine {
  grids?: string[]
  id?: string
  name?: string
  number?: string
  title?: string
}

export interface Location {
  latitude: number
  longitude: number
}

export interface Me {
  consents?: MeConsents
  grid?: GridLine
  gridMember?: MeGridMember
  hint?: MeHint
  household?: MeHousehold
  id?: string
  phone?: string
  roles?: ('GRID_MEMBER' | 'GRID_LEAD' | 'COMMUNITY' | 'STREET' | 'DISTRICT' | 'SECONDED' | 'PROPERTY' | 'ADMIN')[]
}

export interface MeConsents {
  privacy?: PrivacyConsent
}

export interface MeGridMember {
  name?: string
  phone?: string
  photoUrl?: string
}

export interface MeHint {
  grid?: GridLine
}

export interface MeHousehold {
  address?: string
  building?: string
  room?: string
  unit?: string
}

export interface MergeRequest {
  into: string
}

export interface NearbyRequest {
  alike?: number
  because?: string[]
  category?: CategoryName
  description?: string
  id?: string
  metres?: number
  relation?: 'REPORTED' | 'SUPPORTED'
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
  submittedAt?: string
  supporters?: number
}

export interface OfferDown {
  reason: string
}

export interface Open311ClientMade {
  apiKey?: string
  client?: Open311ClientView
}

export interface Open311ClientView {
  contact?: string
  createdAt?: string
  id?: string
  jurisdiction?: string
  keyEnd?: string
  mayWrite?: boolean
  name?: string
  revokedAt?: string
  services?: string[]
}

export interface OpenCampaign {
  building?: OpenCampaignBuildingName
  fromDay: string
  gridId: string
  name: string
  purpose: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  toDay: string
}

export interface OpenCampaignBuildingName {
  address: string
  building?: string
}

export interface OpenCoordination {
  memberIds?: string[]
  purpose: string
  requestId: string
  unitIds?: string[]
  withResident?: boolean
}

export interface Opening {
  end?: string
  member?: OpeningMemberLine
  start?: string
}

export interface OpeningMemberLine {
  name?: string
  title?: string
}

export interface OutboxAnswer {
  clientId?: string
  detail?: string
  state?: 'WAITING' | 'APPLIED' | 'REFUSED'
  type?: string
}

export interface OutboxItem {
  at: string
  checkIn?: CheckIn
  clientId: string
  kind: 'CHECK_IN' | 'OUTCOME' | 'NEED' | 'KNOCK'
  knock?: ReportKnock
  need?: RecordOutcomeFoundNeed
  outcome?: RecordOutcome
  visitId?: string
}

export interface OwnRecordsErasure {
  erasedAt?: string
  kept?: PersonalRecordsKept[]
  words?: string
}

export interface OwnRecordsExport {
  exportedAt?: string
  sections?: PersonalRecordsSection[]
}

export interface PageCallBacksLine {
  items?: CallBacksLine[]
  next?: string
}

export interface PageCampaignViewsLine {
  items?: CampaignViewsLine[]
  next?: string
}

export interface PageCampaignViewsStop {
  items?: CampaignViewsStop[]
  next?: string
}

export interface PageChatAnswer {
  items?: ChatAnswer[]
  next?: string
}

export interface PageChatView {
  items?: ChatView[]
  next?: string
}

export interface PageContentReview {
  items?: ContentReview[]
  next?: string
}

export interface PageDisclosureLine {
  items?: DisclosureLine[]
  next?: string
}

export interface PageFeedbackLine {
  items?: FeedbackLine[]
  next?: string
}

export interface PageGridFigures {
  items?: GridFigures[]
  next?: string
}

export interface PageInboxLine {
  items?: InboxLine[]
  next?: string
}

export interface PageOpen311ClientView {
  items?: Open311ClientView[]
  next?: string
}

export interface PageRequestCategory {
  items?: RequestCategory[]
  next?: string
}

export interface PageRequestLine {
  items?: RequestLine[]
  next?: string
}

export interface PageResidentVisitLine {
  items?: ResidentVisitLine[]
  next?: string
}

export interface PageStaffVisitLine {
  items?: StaffVisitLine[]
  next?: string
}

export interface PageWorkLine {
  items?: WorkLine[]
  next?: string
}

export interface PersonalRecordsKept {
  columns?: string[]
  table?: string
  title?: string
  why?: string
}

export interface PersonalRecordsSection {
  labels?: Record<string, string>
  rows?: Record<string, Record<string, unknown>>[]
  table?: string
  title?: string
}

export interface PhotoView {
  check?: 'PENDING' | 'PASSED' | 'REVIEW' | 'RISKY' | 'HIDDEN'
  height?: number
  hint?: PhotoViewHint
  id?: string
  thumbnails?: PhotoViewThumbnails
  url?: string
  width?: number
}

export interface PhotoViewHint {
  location?: Location
}

export interface PhotoViewThumbnails {
  medium?: string
  small?: string
}

export interface PlainPhone {
  phone?: string
}

export interface PlanVisit {
  householdId?: string
  memberId?: string
  note?: string
  purpose: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  reason: 'CAMPAIGN' | 'WEEKLY_ROUND' | 'FOLLOW_UP'
  requestId?: string
  start: string
}

export interface PostedReportPerson {
  account_id?: string
  device_id?: string
  email?: string
  first_name?: string
  last_name?: string
  phone?: string
}

export interface PrivacyConsent {
  at?: string
  version?: string
}

export interface ProposalControllerProposals {
  items?: CategoryProposalsProposal[]
}

export interface ProposalControllerText {
  text: string
}

export interface ProposeTimes {
  reason?: string
  starts: string[]
}

export interface Question {
  choices?: string[]
  code: string
  kind: 'TEXT' | 'CHOICE' | 'NUMBER' | 'YES_NO'
  required?: boolean
  stopper?: QuestionStopper
  words: string
}

export interface QuestionStopper {
  answers: string[]
  call: string
  words: string
}

export interface RateOutcome {
  solved: 'YES' | 'PARTLY' | 'NO'
}

export interface RateRequest {
  comment?: string
  solved: 'YES' | 'PARTLY' | 'NO'
  stars: number
}

export interface RateVisit {
  comment?: string
  helped: boolean
  stars: number
}

export interface ReadContact {
  purpose: string
}

export interface ReassignVisit {
  memberId: string
  reason: string
}

export interface RecordOutcome {
  needs?: RecordOutcomeFoundNeed[]
  note?: string
  result: 'MET' | 'NOT_HOME' | 'REFUSED' | 'VACANT' | 'MOVED' | 'OTHER_TIME' | 'UNSAFE'
}

export interface RecordOutcomeFoundNeed {
  category: string
  description: string
}

export interface RejectRequest {
  words: string
}

export interface ReplyToQuestion {
  text: string
}

export interface ReportKnock {
  doNotKnock?: boolean
  householdId: string
  needs?: ReportKnockKnockNeed[]
  note?: string
  result: 'MET' | 'NOT_HOME' | 'REFUSED' | 'VACANT' | 'MOVED' | 'OTHER_TIME' | 'UNSAFE'
}

export interface ReportKnockKnockNeed {
  category: string
  description: string
}

export interface ReportRequest {
  address?: string
  category: string
  description: string
  gridId?: string
  location?: Location
  photoIds?: string[]
  source?: 'PATROL' | 'PHONE' | 'PROPERTY' | 'HOTLINE'
}

export interface ReporterLine {
  canReveal?: boolean
  phone?: string
  words?: string
}

export interface RequestCategory {
  code?: string
  firstColour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  habits?: RequestCategoryHabits
  hours?: RequestCategoryHours
  isPrivate?: boolean
  keywords?: string[]
  name?: string
  notices?: string[]
  parent?: string
  questions?: Question[]
  version?: number
}

export interface RequestCategoryHabits {
  afterPhoto?: boolean
  followUp?: boolean
  likeMetres?: number
}

export interface RequestCategoryHours {
  blue?: number
  green?: number
  red?: number
  yellow?: number
}

export interface RequestClock {
  waitingMinutes?: number
  words?: string
  workingMinutes?: number
}

export interface RequestDetail {
  address?: string
  anonymous?: boolean
  answers?: AnswerGiven[]
  category?: CategoryName
  check?: RequestDetailCheck
  clock?: RequestClock
  closure?: 'SOLVED' | 'PARTLY' | 'REFUSED' | 'TRANSFERRED' | 'MERGED'
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  colourWords?: string
  description?: string
  dueAt?: string
  dueAtProvisional?: boolean
  followUp?: RequestDetailAsked
  gridName?: string
  holder?: RequestHolder
  id?: string
  location?: Location
  number?: string
  outcome?: RequestDetailOutcome
  overdue?: boolean
  photos?: PhotoView[]
  relation?: 'REPORTED' | 'SUPPORTED'
  source?: 'SNAPSHOT' | 'CHAT' | 'PHONE' | 'PATROL' | 'VISIT' | 'PROPERTY' | 'SENTINEL' | 'HOTLINE' | 'OPEN311'
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
  subState?: 'WAITING_RESIDENT' | 'RETURN_ASKED' | 'EXTENSION_ASKED' | 'DOWN_OFFERED' | 'JOINT_MEETING'
  subStateWords?: string
  submittedAt?: string
  supporters?: number
  timeline?: RequestDetailEvent[]
}

export interface RequestDetailAsked {
  answer?: 'FINE' | 'AGAIN'
  askedAt?: string
  newRequestId?: string
}

export interface RequestDetailCheck {
  state?: 'PENDING' | 'PASSED' | 'REVIEW' | 'RISKY' | 'HIDDEN'
  stateWords?: string
}

export interface RequestDetailEvent {
  at?: string
  beforePhotos?: PhotoView[]
  by?: string
  check?: RequestDetailCheck
  kind?: 'SUBMITTED' | 'SCREENING' | 'ASSIGNED' | 'ACCEPTED' | 'ESCALATED' | 'ANSWERED' | 'RATED' | 'REOPENED' | 'COMMENTED' | 'HEARD' | 'CHASED' | 'MERGED' | 'SPLIT' | 'CLOSED_UNRATED' | 'FOLLOWED_UP' | 'WITHDRAWN' | 'REJECTED' | 'RETURN_ASKED' | 'RETURN_DECIDED' | 'MEETING_CALLED' | 'MEETING_DECIDED' | 'EXTENSION_ASKED' | 'EXTENSION_DECIDED' | 'QUESTION_ASKED' | 'REPLIED' | 'WAITING_LAPSED' | 'DOWN_OFFERED' | 'DOWN_DECIDED' | 'COORDINATED' | 'DISTRICT_ANSWERED'
  kindWords?: string
  photos?: PhotoView[]
  words?: string
}

export interface RequestDetailOutcome {
  closure?: 'SOLVED' | 'PARTLY' | 'REFUSED' | 'TRANSFERRED' | 'MERGED'
  closureWords?: string
  mergedInto?: string
  result?: string
  solved?: 'YES' | 'PARTLY' | 'NO'
  stars?: number
  transferredTo?: string
  whereToGo?: string
}

export interface RequestHolder {
  name?: string
  title?: string
}

export interface RequestLine {
  category?: CategoryName
  closure?: 'SOLVED' | 'PARTLY' | 'REFUSED' | 'TRANSFERRED' | 'MERGED'
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  colourWords?: string
  description?: string
  dueAt?: string
  dueAtProvisional?: boolean
  holder?: RequestHolder
  id?: string
  number?: string
  overdue?: boolean
  relation?: 'REPORTED' | 'SUPPORTED'
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
  subState?: 'WAITING_RESIDENT' | 'RETURN_ASKED' | 'EXTENSION_ASKED' | 'DOWN_OFFERED' | 'JOINT_MEETING'
  subStateWords?: string
  submittedAt?: string
  supporters?: number
}

export interface RequestReceipt {
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  colourWords?: string
  dueAt?: string
  dueAtProvisional?: boolean
  holder?: RequestHolder
  id?: string
  number?: string
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
}

export interface RequestStanding {
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  colourWords?: string
  dueAt?: string
  id?: string
  number?: string
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
  subState?: 'WAITING_RESIDENT' | 'RETURN_ASKED' | 'EXTENSION_ASKED' | 'DOWN_OFFERED' | 'JOINT_MEETING'
  subStateWords?: string
}

export interface ResidentConcernControllerNearby {
  items?: NearbyRequest[]
}

export interface ResidentDraftControllerDrafts {
  items?: ChatDraft[]
}

export interface ResidentKnockControllerWish {
  doNotKnock: boolean
}

export interface ResidentRequestControllerCategories {
  items?: CategoryView[]
}

export interface ResidentVisit {
  answerBy?: string
  arrivedAt?: string
  departedAt?: string
  doorCode?: string
  doorConfirmedAt?: string
  end?: string
  endedBy?: 'RESIDENT' | 'MEMBER' | 'TERM'
  expectedAt?: string
  id?: string
  member?: ResidentVisitComer
  next?: string
  note?: string
  number?: string
  proposals?: string[]
  purpose?: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  purposeWords?: string
  rating?: VisitRowRating
  reason?: string
  requestId?: string
  result?: 'MET' | 'NOT_HOME' | 'REFUSED' | 'VACANT' | 'MOVED' | 'OTHER_TIME' | 'UNSAFE'
  resultWords?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
  statusWords?: string
}

export interface ResidentVisitComer {
  name?: string
  number?: string
  photoUrl?: string
  title?: string
}

export interface ResidentVisitControllerBooking {
  answerBy?: string
  end?: string
  id?: string
  member?: OpeningMemberLine
  number?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
}

export interface ResidentVisitControllerOpenings {
  closedBecause?: string
  items?: Opening[]
}

export interface ResidentVisitLine {
  answerBy?: string
  end?: string
  id?: string
  member?: OpeningMemberLine
  number?: string
  purpose?: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  purposeWords?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
  statusWords?: string
}

export interface Responsibility {
  active?: boolean
  code?: string
  name?: string
  rests?: string
}

export interface ReturnRequest {
  item: string
  reason: string
}

export interface RevealPurpose {
  purpose: string
  reason: 'TELL_PROGRESS' | 'ASK_DETAILS' | 'ARRANGE_VISIT' | 'EMERGENCY' | 'OTHER'
}

export interface SendOutbox {
  items: OutboxItem[]
}

export interface SetOut {
  minutes?: number
}

export interface SignedIn {
  expiresAt?: string
  resident?: SignedInPerson
  staff?: SignedInStaff
  token?: string
}

export interface SignedInPerson {
  householdGiven?: boolean
  id?: string
  phoneBound?: boolean
}

export interface SignedInStaff {
  grids?: GridLine[]
  id?: string
  name?: string
  roles?: ('GRID_MEMBER' | 'GRID_LEAD' | 'COMMUNITY' | 'STREET' | 'DISTRICT' | 'SECONDED' | 'PROPERTY' | 'ADMIN')[]
}

export interface StaffCampaignControllerGiven {
  doors?: number
}

export interface StaffChannelControllerStates {
  items?: ChannelState[]
}

export interface StaffChatControllerReplyToChat {
  text: string
}

export interface StaffCoordinationControllerLines {
  items?: CoordinationView[]
}

export interface StaffDeputyControllerChain {
  deputies: DeputiesNamed[]
}

export interface StaffDoorSignControllerSign {
  address?: string
  building?: string
  sign?: string
}

export interface StaffDoorSignControllerSigns {
  items?: StaffDoorSignControllerSign[]
}

export interface StaffHoursControllerLeaves {
  items?: Absence[]
}

export interface StaffOutboxControllerAnswers {
  items?: OutboxAnswer[]
}

export interface StaffRatingControllerCalledBack {
  words: string
}

export interface StaffRequestDetail {
  address?: string
  anonymous?: boolean
  answers?: AnswerGiven[]
  category?: CategoryName
  check?: RequestDetailCheck
  clock?: RequestClock
  closure?: 'SOLVED' | 'PARTLY' | 'REFUSED' | 'TRANSFERRED' | 'MERGED'
  colour?: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  colourWords?: string
  description?: string
  dueAt?: string
  dueAtProvisional?: boolean
  followUp?: RequestDetailAsked
  gridName?: string
  holder?: RequestHolder
  id?: string
  location?: Location
  number?: string
  outcome?: RequestDetailOutcome
  overdue?: boolean
  photos?: PhotoView[]
  relation?: 'REPORTED' | 'SUPPORTED'
  reporter?: ReporterLine
  source?: 'SNAPSHOT' | 'CHAT' | 'PHONE' | 'PATROL' | 'VISIT' | 'PROPERTY' | 'SENTINEL' | 'HOTLINE' | 'OPEN311'
  status?: 'SUBMITTED' | 'ASSIGNED' | 'HANDLING' | 'ANSWERED' | 'EVALUATED' | 'UNRATED' | 'MERGED' | 'WITHDRAWN' | 'REJECTED'
  statusWords?: string
  subState?: 'WAITING_RESIDENT' | 'RETURN_ASKED' | 'EXTENSION_ASKED' | 'DOWN_OFFERED' | 'JOINT_MEETING'
  subStateWords?: string
  submittedAt?: string
  supporters?: number
  timeline?: RequestDetailEvent[]
}

export interface StaffRoutingControllerPutResponsibility {
  active: boolean
  name: string
  rests: string
}

export interface StaffRoutingControllerPutRoute {
  category?: string
  gridId?: string
  target: 'GRID_MEMBER' | 'COMMUNITY' | 'UNIT'
  unitId?: string
}

export interface StaffRoutingControllerResponsibilityLines {
  items?: Responsibility[]
}

export interface StaffRoutingControllerRouteLine {
  category?: string
  gridId?: string
  id?: string
  target?: 'GRID_MEMBER' | 'COMMUNITY' | 'UNIT'
  unitId?: string
}

export interface StaffRoutingControllerRouteLines {
  items?: StaffRoutingControllerRouteLine[]
}

export interface StaffRoutingControllerUnitLines {
  items?: UnitView[]
}

export interface StaffUnplacedControllerLine {
  end?: string
  id?: string
  number?: string
  purpose?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
  statusWords?: string
  why?: string
}

export interface StaffUnplacedControllerUnplaced {
  items?: StaffUnplacedControllerLine[]
}

export interface StaffVisit {
  answerBy?: string
  checkInGrade?: 'DOOR_CODE' | 'RESIDENT_TAP' | 'DOOR_SIGN' | 'AT_ENTRANCE' | 'IN_GRID' | 'OWN_WORD' | 'OTHER_TIME'
  checkInMetres?: number
  checkInWords?: string
  checkedInAt?: string
  departedAt?: string
  door?: StaffVisitDoor
  doorConfirmedAt?: string
  end?: string
  endedBy?: 'RESIDENT' | 'MEMBER' | 'TERM'
  expectedAt?: string
  id?: string
  minutesAtDoor?: number
  needs?: string[]
  note?: string
  number?: string
  outcomeNote?: string
  proposals?: string[]
  purpose?: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  purposeWords?: string
  reason?: string
  requestId?: string
  result?: 'MET' | 'NOT_HOME' | 'REFUSED' | 'VACANT' | 'MOVED' | 'OTHER_TIME' | 'UNSAFE'
  resultWords?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
  statusWords?: string
}

export interface StaffVisitDoor {
  address?: string
  building?: string
  room?: string
  unit?: string
}

export interface StaffVisitLine {
  answerBy?: string
  door?: StaffVisitDoor
  end?: string
  id?: string
  note?: string
  number?: string
  purpose?: 'SAFETY_CHECK' | 'POLICY_HELP' | 'ELDERLY_CARE' | 'DISPUTE' | 'FORMALITY' | 'FOLLOW_UP' | 'OTHER'
  purposeWords?: string
  requestId?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
  statusWords?: string
}

export interface StreetImportControllerStreetImported {
  taken?: Record<string, number>
}

export interface SubjectRef {
  id?: string
  kind?: 'REQUEST' | 'VISIT'
}

export interface SubmitRequest {
  address?: string
  anonymous?: boolean
  answers?: Record<string, string>
  category?: string
  description: string
  draftId?: string
  location?: Location
  photoIds?: string[]
}

export interface SupportStanding {
  id?: string
  supported?: boolean
  supporters?: number
}

export interface TakeLeave {
  decisions?: VisitDecision[]
  from: string
  fromHalf?: 'AM' | 'PM'
  kind: 'LEAVE' | 'DUTY'
  memberId?: string
  reason?: string
  to: string
  toHalf?: 'AM' | 'PM'
}

export interface TopicChoice {
  changeable?: boolean
  explanation?: string
  title?: string
  topic?: 'PROGRESS' | 'ANSWERS' | 'REMINDERS' | 'ARRANGEMENTS' | 'WORK'
  wanted?: boolean
}

export interface TopicChoices {
  items?: TopicChoice[]
}

export interface UnitView {
  active?: boolean
  code?: string
  id?: string
  kind?: 'PROPERTY' | 'ENFORCEMENT' | 'POLICE' | 'EMERGENCY' | 'SECONDING'
  name?: string
}

export interface VisitDecision {
  decision: 'KEEP' | 'MOVE' | 'PROPOSE' | 'CANCEL'
  memberId?: string
  reason?: string
  starts?: string[]
  visitId: string
}

export interface VisitPlansPlanned {
  end?: string
  id?: string
  memberId?: string
  number?: string
  start?: string
  status?: 'REQUESTED' | 'PLANNED' | 'PROPOSED' | 'CONFIRMED' | 'DECLINED' | 'CHECKED_IN' | 'COMPLETED' | 'NOT_HOME' | 'REFUSED_AT_DOOR' | 'CANCELLED' | 'EXPIRED'
}

export interface VisitRowRating {
  at?: string
  comment?: string
  helped?: boolean
  stars?: number
}

export interface Walk {
  broken?: number
  day?: string
  items?: WalkKnock[]
  left?: number
  metres?: number
}

export interface WalkKnock {
  at?: string
  campaigns?: string[]
  door?: CampaignViewsDoor
  householdId?: string
  purposes?: string[]
  start?: string
  visitId?: string
}

export interface WechatCode {
  code: string
}

export interface WeeklyRoundsWeek {
  asked?: number
  done?: number
  monday?: string
  sunday?: string
  words?: string
  workingDays?: number
}

export interface WithdrawRequest {
  reason: string
}

export interface WorkLine {
  at?: string
  errorCode?: number
  id?: string
  person?: WorkLinePerson
  scene?: 'REQUEST_RECEIVED' | 'REQUEST_ASSIGNED' | 'REQUEST_ACCEPTED' | 'REQUEST_ESCALATED' | 'REQUEST_ANSWERED' | 'RATING_INVITED' | 'REQUEST_WITHDRAWN' | 'REQUEST_REOPENED' | 'REQUEST_HANDED_ON' | 'REQUEST_QUESTIONED' | 'REQUEST_EXTENDED' | 'REQUEST_REJECTED' | 'REQUEST_REPORTED' | 'REQUEST_MERGED' | 'REQUEST_CHASED' | 'COORDINATION_CALLED' | 'COORDINATION_JOINED' | 'COORDINATION_TASK' | 'REQUEST_TO_SCREEN' | 'REQUEST_FOLLOW_UP' | 'VISIT_REQUESTED' | 'VISIT_CONFIRMED' | 'VISIT_MOVED' | 'VISIT_TASK' | 'VISIT_TASK_GONE' | 'VISIT_REASSIGNED' | 'VISIT_PROPOSED' | 'VISIT_DECLINED' | 'VISIT_CANCELLED' | 'VISIT_CALLED_OFF' | 'VISIT_ANSWER_DUE' | 'VISIT_ANSWER_WANTED' | 'VISIT_PASSED_UP' | 'VISIT_PLANNED' | 'VISIT_MISSED' | 'VISIT_UNPLACED' | 'VISIT_EXPIRED' | 'VISIT_REMINDER' | 'VISIT_SOON' | 'VISIT_TASK_REMINDER' | 'VISIT_TASK_SOON' | 'MEMBER_ON_THE_WAY' | 'VISIT_OUTCOME' | 'VISIT_CALL_BACK' | 'VISIT_CALL_BACK_OVERDUE' | 'PERSON_NOT_TOLD'
  status?: 'QUEUED' | 'SENDING' | 'SENT' | 'DELIVERED' | 'UNCONFIRMED' | 'UNKNOWN' | 'COULD_NOT_TELL' | 'TOLD' | 'INBOX_ONLY' | 'MUTED' | 'DEAD' | 'EXPIRED' | 'SUPERSEDED' | 'GONE'
  subject?: SubjectRef
  text?: string
  title?: string
}

export interface WorkLinePerson {
  id?: string
  kind?: 'RESIDENT' | 'STAFF'
  phone?: string
}

export interface WriteCategory {
  afterPhoto: boolean
  firstColour: 'GREEN' | 'YELLOW' | 'BLUE' | 'RED'
  followUp: boolean
  hours: WriteCategoryHours
  isPrivate: boolean
  keywords: string[]
  likeMetres: number
  name: string
  notices: string[]
  questions: Question[]
  version: number
}

export interface WriteCategoryHours {
  blue: number
  green: number
  red: number
  yellow: number
}

export interface WriteChatAnswer {
  answer: string
  enabled?: boolean
  matching: 'EXACT' | 'CONTAINED'
  priority?: number
  version?: number
  word: string
}

export interface WriteOpen311Client {
  contact: string
  mayWrite: boolean
  name: string
  services?: string[]
}
