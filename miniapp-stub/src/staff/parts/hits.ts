import type { VisitDecision } from '@/api'
import { Problem } from '@/api'

/** A visit agreed on that a leave or other hours hit, as the server's refusal lists it. */
export interface Hit {
  id: string
  purpose?: string
  statusWords?: string
  start?: string
  end?: string
}

/** What becomes of one, as far as it is decided on the screen. */
export interface Decided {
  decision: VisitDecision['decision']
  memberId: string
  starts: string[]
}

/** The visits a refusal names; none if it was refused for something else. */
export function hitsOf(failure: unknown): Hit[] {
  return failure instanceof Problem && failure.is('visit', 'visits-hit') && Array.isArray(failure.more.visits) ? (failure.more.visits as Hit[]) : []
}

export const undecided = (): Decided => ({ decision: 'MOVE', memberId: '', starts: [] })

/** @param told what the residents read */
export function decisionsOf(hits: readonly Hit[], decided: Readonly<Record<string, Decided>>, told: string): VisitDecision[] | undefined {
  const decisions = hits.map(({ id }): VisitDecision => {
    const one = decided[id] ?? undecided()
    return {
      visitId: id,
      decision: one.decision,
      memberId: one.decision === 'MOVE' && one.memberId ? one.memberId : undefined,
      starts: one.decision === 'PROPOSE' ? one.starts : undefined,
      reason: one.decision === 'KEEP' ? undefined : told.trim() || undefined,
    }
  })
  return decisions.length ? decisions : undefined
}

/** Whether other times are to be proposed somewhere and none is chosen. */
export const lacksTimes = (hits: readonly Hit[], decided: Readonly<Record<string, Decided>>): boolean =>
  hits.some(({ id }) => decided[id]?.decision === 'PROPOSE' && decided[id]?.starts.length === 0)
