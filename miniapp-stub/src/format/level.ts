import type { RequestLine } from '@/api'

export type Colour = NonNullable<RequestLine['colour']>

/** The four levels from the bottom up. Blue outranks yellow here, so that words always stand beside the colour. */
export const LEVELS: readonly Colour[] = ['GREEN', 'YELLOW', 'BLUE', 'RED']

/** 1 at the grid, 4 at the district. */
export function stepOf(colour: Colour | undefined): number {
  return colour ? LEVELS.indexOf(colour) + 1 : 0
}
