import type { SubjectRef } from '@/api'
import { go } from '@/platform'

/** Opens what a message is about. */
export function openSubject(subject: SubjectRef | undefined): void {
  if (subject?.id) {
    go(subject.kind === 'VISIT' ? '/pages/visits/visit' : '/pages/requests/request', { id: subject.id })
  }
}
