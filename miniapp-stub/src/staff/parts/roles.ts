import type { SignedIn } from '@/api'

type Role = NonNullable<NonNullable<SignedIn['staff']>['roles']>[number]

const WALKERS: readonly Role[] = ['GRID_MEMBER', 'GRID_LEAD', 'COMMUNITY', 'STREET', 'DISTRICT', 'SECONDED']
const LEADERS: readonly Role[] = ['GRID_LEAD', 'COMMUNITY', 'STREET', 'DISTRICT']

const any = (roles: readonly Role[] | undefined, of: readonly Role[]) => (roles ?? []).some((role) => of.includes(role))

/** Visits, campaigns, leave: everybody who goes to doors; property staff and administrators do not. */
export const walks = (roles: readonly Role[] | undefined) => any(roles, WALKERS)
export const leads = (roles: readonly Role[] | undefined) => any(roles, LEADERS)
/** Who works for a property company starts at the company's box. */
export const worksForUnit = (roles: readonly Role[] | undefined) => any(roles, ['PROPERTY', 'SECONDED'])
/** Whose doors of the week are counted. */
export const isSeconded = (roles: readonly Role[] | undefined) => any(roles, ['SECONDED'])
/** Who calls those whom no message reached. */
export const tells = (roles: readonly Role[] | undefined) => any(roles, ['GRID_MEMBER', 'GRID_LEAD', 'COMMUNITY', 'STREET', 'ADMIN'])
/** Who looks at words and pictures before others see them. */
export const reviews = (roles: readonly Role[] | undefined) => any(roles, ['COMMUNITY', 'STREET', 'ADMIN'])
/** Who sits at the street's joint meeting. */
export const meets = (roles: readonly Role[] | undefined) => any(roles, ['STREET', 'DISTRICT'])
