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
