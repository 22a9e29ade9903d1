import type { RecordOutcomeFoundNeed } from '@/api'

/** As many as the server takes at once. */
export const MOST_NEEDS = 10

export function isWhole(needs: readonly RecordOutcomeFoundNeed[]): boolean {
  return needs.every((need) => need.category !== '' && need.description.trim().length > 0)
}

export function trimmed(needs: readonly RecordOutcomeFoundNeed[]): RecordOutcomeFoundNeed[] | undefined {
  return needs.length ? needs.map((need) => ({ category: need.category, description: need.description.trim() })) : undefined
}
