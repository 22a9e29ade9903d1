import type { ResidentVisitLine } from '@/api'

/** The colour of a visit's state; its words always stand with it. */
export function visitTone(status: ResidentVisitLine['status']): 'good' | 'warn' | 'bad' | 'teal' | '' {
  switch (status) {
    case 'CONFIRMED':
    case 'PLANNED':
    case 'CHECKED_IN':
    case 'COMPLETED':
      return 'good'
    case 'PROPOSED':
      return 'warn'
    case 'REQUESTED':
      return 'teal'
    case 'DECLINED':
    case 'NOT_HOME':
    case 'REFUSED_AT_DOOR':
      return 'bad'
    default:
      return ''
  }
}
