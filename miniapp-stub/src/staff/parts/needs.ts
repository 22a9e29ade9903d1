import type { CategoryView, RecordOutcomeFoundNeed } from '@/api'
import { resident } from '@/api'
import { readOrKept } from './day'

/** As many as the server takes at once. */
export const MOST_NEEDS = 10

/** The list of categories, kept for the stairwell. Empty if it was never read today. */
export async function categoryTree(): Promise<CategoryView[]> {
  return (await readOrKept('categories', resident.categories).catch(() => undefined))?.body.items ?? []
}

export function isWhole(needs: readonly RecordOutcomeFoundNeed[]): boolean {
  return needs.every((need) => need.category !== '' && need.description.trim().length > 0)
}

export function trimmed(needs: readonly RecordOutcomeFoundNeed[]): RecordOutcomeFoundNeed[] | undefined {
  return needs.length ? needs.map((need) => ({ category: need.category, description: need.description.trim() })) : undefined
}
