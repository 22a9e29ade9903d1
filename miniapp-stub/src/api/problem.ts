import { i18n, t } from '@/i18n'
import { PROBLEMS } from '@/i18n/problems'
import { PlatformRefusal } from '@/platform/platform'

/** A "no" of the server: an RFC 9457 problem document, or what can be said without one. */
export class Problem extends Error {
  /** @param more members of the document beside the usual ones, for example `openings` */
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
    readonly retryAfter?: number,
    readonly more: Readonly<Record<string, unknown>> = {},
  ) {
    super(type || String(status)) // never the detail: a message may end in a report
    this.name = 'Problem'
  }

  is(room: string, kind: string): boolean {
    return this.type === `urn:problem:${room}:${kind}`
  }
}

export interface FieldError {
  field: string
  message: string
}

/** Reads what an answer that is no success says of itself. */
export function readProblem(status: number, body: unknown, headers: Record<string, string>): Problem {
  const document = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const { type, title, detail, errors, ...more } = document
  const seconds = Number.parseInt(headers['retry-after'] ?? '', 10)
  return new Problem(
    status,
    text(type),
    text(title),
    text(detail),
    Array.isArray(errors) ? (errors as FieldError[]) : [],
    Number.isFinite(seconds) ? seconds : undefined,
    more,
  )
}

/** What to tell the person: the server's own sentence if it gave one, else ours. */
export function sentenceOf(failure: unknown): string {
  if (failure instanceof Problem) {
    const field = failure.errors.map((error) => error.message).join('')
    const said = field || failure.detail
    return said ? inOwnWords(failure.type, said) : generic(failure.status)
  }
  if (failure instanceof PlatformRefusal) {
    return t(`problem.${failure.reason}`)
  }
  return t('problem.unknown')
}

/** The server's sentence, which is Chinese; in English with what the type of the problem means in front, where it is known. */
export function inOwnWords(type: string, sentence: string): string {
  const english = i18n.global.locale.value === 'en' ? PROBLEMS[type.replace(/^urn:problem:/, '')] : undefined
  return [english, sentence].filter(Boolean).join(' ')
}

/** Whether the same thing may work by itself later: no network, no answer in time, or a server that is away. */
export function isAway(failure: unknown): boolean {
  return failure instanceof PlatformRefusal
    ? failure.reason === 'no-network' || failure.reason === 'time-limit'
    : failure instanceof Problem && (failure.status >= 500 || failure.status === 429)
}

function generic(status: number): string {
  if (status === 404) {
    return t('problem.notFound')
  }
  if (status === 429) {
    return t('problem.tooMany')
  }
  return t(status >= 500 ? 'problem.away' : 'problem.unknown')
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
