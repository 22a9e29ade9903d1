/** Who answers from now: a colleague, a unit, or whoever the street's table names for the category. */
export interface Holder {
  kind: 'MEMBER' | 'UNIT' | 'TABLE'
  memberId: string
  unitId: string
}

export const named = (holder: Holder) => ({
  memberId: holder.kind === 'MEMBER' ? holder.memberId : undefined,
  unitId: holder.kind === 'UNIT' ? holder.unitId : undefined,
})

/** Whether a kind is chosen and nobody of it. */
export const isNobody = (holder: Holder): boolean => (holder.kind === 'MEMBER' && !holder.memberId) || (holder.kind === 'UNIT' && !holder.unitId)
