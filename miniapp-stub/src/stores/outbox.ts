import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OutboxAnswer, OutboxItem } from '@/api'
import { inOwnWords, isAway, newKey, Problem, sentenceOf } from '@/api'
import { sendOutbox } from '@/api/staff'
import { platform } from '@/platform'
import { useSession } from './session'

const OUTBOX = 'staff-outbox'
const UNREADABLE = [400, 422]
const MOST_AT_ONCE = 50

/**
 * Something done at a door and written down on this phone first. Its client id goes with it however often it is sent, so that it counts once.
 */
export interface Noted {
  item: OutboxItem
  /** Who wrote it down: nobody else's sign-in sends it. */
  member: string
  /** Which door, for the person only; it is not sent. */
  door: string
  /** PHONE: not sent yet. SERVER: there, rests on another one still to come. REFUSED: the server said why not. */
  state: 'PHONE' | 'SERVER' | 'REFUSED'
  refusal?: string
}

export type Note = Pick<OutboxItem, 'kind' | 'visitId' | 'checkIn' | 'outcome' | 'need' | 'knock'>

/** What was written down at doors and its way to the server: in any order, over any restart, each once. */
export const useOutbox = defineStore('outbox', () => {
  const noted = ref<Noted[]>(platform().read<Noted[]>(OUTBOX) ?? [])
  let running: Promise<void> | undefined

  const mine = computed(() => noted.value.filter((one) => one.member === useSession().staff?.id))
  const waiting = computed(() => mine.value.filter((one) => one.state !== 'REFUSED'))
  const refused = computed(() => mine.value.filter((one) => one.state === 'REFUSED'))

  function ofVisit(visitId: string): Noted[] {
    return mine.value.filter((one) => one.item.visitId === visitId)
  }

  /**
   * Writes it down, then tries to send. A second try at the same thing takes the place of the refused one.
   *
   * @param at when it happened, by this phone's clock
   */
  async function note(what: Note, door: string, at: number = Date.now()): Promise<Noted | undefined> {
    const clientId = await newKey()
    const item: OutboxItem = { clientId, at: new Date(at).toISOString(), ...what }
    noted.value = noted.value.filter((one) => !(one.state === 'REFUSED' && isSameErrand(one.item, item)))
    noted.value.push({ item, member: useSession().staff?.id ?? '', door, state: 'PHONE' })
    save()
    await sendAll()
    return noted.value.find((one) => one.item.clientId === clientId)
  }

  /** Everything of this member that waits. Who asks meanwhile waits for the round under way, then what came since is sent too. */
  async function sendAll(): Promise<void> {
    while (running) {
      await running
    }
    if (!useSession().hasAgreed || waiting.value.length === 0) {
      return
    }
    running = rounds().finally(() => {
      running = undefined
    })
    await running
  }

  async function rounds(): Promise<void> {
    const all = [...waiting.value]
    for (let from = 0; from < all.length; from += MOST_AT_ONCE) {
      if (!(await deliver(all.slice(from, from + MOST_AT_ONCE)))) {
        return
      }
    }
  }

  /** @returns false if the server could not be reached: the rest can wait */
  async function deliver(batch: Noted[]): Promise<boolean> {
    try {
      const answers = (await sendOutbox(batch.map((one) => one.item))).items ?? []
      answers.forEach(settle)
      return true
    } catch (failure) {
      // Only what the server read and could not take is refused; a gateway's 404 or a 403 says nothing about the entry.
      if (isAway(failure) || !(failure instanceof Problem) || !UNREADABLE.includes(failure.status)) {
        return false
      }
      if (batch.length > 1) {
        for (const one of batch) {
          await deliver([one]) // one that cannot be read must not hold up the others
        }
        return true
      }
      batch.forEach((one) => refuse(one.item.clientId, sentenceOf(failure)))
      return true
    }
  }

  function settle(answer: OutboxAnswer): void {
    if (answer.state === 'REFUSED') {
      refuse(answer.clientId, inOwnWords(answer.type ?? '', answer.detail ?? ''))
      return
    }
    const one = noted.value.find((other) => other.item.clientId === answer.clientId)
    if (answer.state === 'APPLIED') {
      noted.value = noted.value.filter((other) => other !== one)
    } else if (one) {
      one.state = 'SERVER'
    }
    save()
  }

  function refuse(clientId: string | undefined, words: string): void {
    const one = noted.value.find((other) => other.item.clientId === clientId)
    if (one) {
      one.state = 'REFUSED'
      one.refusal = words
    }
    save()
  }

  /** Seen and given up. */
  function drop(clientId: string): void {
    noted.value = noted.value.filter((one) => one.item.clientId !== clientId)
    save()
  }

  /** Nobody's any more: the door of each stands in it. */
  function forget(): void {
    noted.value = []
    platform().forget(OUTBOX)
  }

  function save(): void {
    platform().write(OUTBOX, noted.value)
  }

  return { noted, mine, waiting, refused, ofVisit, note, sendAll, drop, forget }
})

function isSameErrand(one: OutboxItem, other: OutboxItem): boolean {
  return one.kind === other.kind && one.visitId === other.visitId && one.knock?.householdId === other.knock?.householdId
}
