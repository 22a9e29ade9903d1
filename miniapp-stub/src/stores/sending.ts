import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { ChatDraft, RequestReceipt, SubmitRequest } from '@/api'
import { isAway, newKey, Problem, resident, sentenceOf } from '@/api'
import { t } from '@/i18n'
import type { ChosenPhoto, ChosenPlace } from '@/platform'
import { choiceMade, platform, prepare, prepared } from '@/platform'
import { useSession } from './session'

const DRAFTS = 'drafts'
export const MOST_PHOTOS = 9

export interface DraftPhoto {
  /** What the platform finds the picture by. */
  kept: string
  /** Its number on the server, once it is there. */
  uploaded?: string
}

/**
 * A request on this phone. Its key is its submission's Idempotency-Key from the first tap on, whatever happens to phone, network and
 * program: however often it is sent, one request comes of it.
 */
export interface Draft {
  id: string
  key: string
  photos: DraftPhoto[]
  place?: ChosenPlace
  address: string
  words: string
  category?: string
  answers: Record<string, string>
  anonymous: boolean
  /** What was begun in the chat and goes on here; its pictures are on the server. */
  chatId?: string
  /** WAITING: to be sent when the network is back. REFUSED: the server said why not. */
  state: 'EDITING' | 'WAITING' | 'REFUSED'
  refusal?: string
  savedAt: number
}

/** How far sending is: pictures first, each counted with its own progress. */
export interface Progress {
  photo: number
  photos: number
  percent: number
}

export type Outcome =
  | { how: 'sent'; receipt: RequestReceipt }
  | { how: 'waiting' }
  | { how: 'received-before' }
  | { how: 'refused'; words: string; failure: unknown }

/** Drafts on the phone and their way to the server. */
export const useSending = defineStore('sending', () => {
  const drafts = ref<Draft[]>(platform().read<Draft[]>(DRAFTS) ?? [])
  const progress = ref<Record<string, Progress>>({})
  const receipts = ref<RequestReceipt[]>([])
  const under = new Map<string, Promise<Outcome>>()

  const waiting = computed(() => drafts.value.filter((draft) => draft.state !== 'EDITING'))
  const editing = computed(() => drafts.value.find((draft) => draft.state === 'EDITING' && !draft.chatId))

  /** What was begun and not finished, or a new one. */
  async function open(id?: string): Promise<Draft> {
    const known = id ? drafts.value.find((draft) => draft.id === id) : editing.value
    if (known) {
      return known
    }
    const key = await newKey()
    const made: Draft = { id: key.slice(0, 12), key, photos: [], address: '', words: '', answers: {}, anonymous: false, state: 'EDITING', savedAt: Date.now() }
    drafts.value.push(made)
    return drafts.value[drafts.value.length - 1] as Draft
  }

  /** Goes on with what was sent in the chat; its place is taken over until another is given. */
  async function openChat(chat: ChatDraft): Promise<Draft> {
    const known = drafts.value.find((draft) => draft.chatId === chat.id && draft.state !== 'WAITING')
    if (known) {
      return known
    }
    const key = await newKey()
    drafts.value.push({ id: key.slice(0, 12), key, photos: [], place: chat.location, address: chat.address ?? '', words: '', answers: {}, anonymous: false, chatId: chat.id, state: 'EDITING', savedAt: Date.now() })
    return drafts.value[drafts.value.length - 1] as Draft
  }

  function save(): void {
    for (const draft of drafts.value) {
      draft.savedAt ||= Date.now()
    }
    platform().write(DRAFTS, drafts.value.filter(isSomething))
  }

  async function addPhotos(draft: Draft, choice: number): Promise<void> {
    const photos = await choiceMade(choice)
    if (photos.length) {
      await prepare(keep(draft, photos))
    }
  }

  async function keep(draft: Draft, photos: ChosenPhoto[]): Promise<void> {
    try {
      for (const photo of photos.slice(0, MOST_PHOTOS - draft.photos.length)) {
        draft.photos.push({ kept: await platform().keepPhoto(photo) })
      }
    } catch {
      platform().toast(t('photo.noRoom'))
    }
    save()
  }

  async function removePhoto(draft: Draft, at: number): Promise<void> {
    const [gone] = draft.photos.splice(at, 1)
    save()
    if (gone) {
      await platform().dropPhoto(gone.kept)
    }
  }

  async function discard(draft: Draft): Promise<void> {
    drafts.value = drafts.value.filter((other) => other.id !== draft.id)
    save()
    await Promise.all(draft.photos.map((photo) => platform().dropPhoto(photo.kept)))
  }

  /** Sends it; the same promise for whoever asks while it is under way. */
  function send(draft: Draft): Promise<Outcome> {
    const running = under.get(draft.id)
    if (running) {
      return running
    }
    const sending = attempt(draft).finally(() => {
      under.delete(draft.id)
      delete progress.value[draft.id]
    })
    under.set(draft.id, sending)
    return sending
  }

  async function attempt(draft: Draft): Promise<Outcome> {
    await prepared()
    draft.state = 'WAITING'
    draft.refusal = undefined
    save()
    try {
      await uploadPhotos(draft)
      const receipt = await resident.submitRequest(bodyOf(draft), draft.key)
      receipts.value.unshift(receipt)
      await discard(draft)
      return { how: 'sent', receipt }
    } catch (failure) {
      return fail(draft, failure)
    }
  }

  async function fail(draft: Draft, failure: unknown): Promise<Outcome> {
    if (isAway(failure) || (failure instanceof Problem && failure.is('platform', 'in-progress'))) {
      return { how: 'waiting' }
    }
    if (failure instanceof Problem && failure.is('platform', 'idempotency-key-reused')) {
      await discard(draft) // the server got it at an earlier try, before it was changed here
      return { how: 'received-before' }
    }
    if (failure instanceof Problem && (failure.is('request', 'draft-already-closed') || failure.is('request', 'draft-not-found'))) {
      draft.chatId = undefined // over meanwhile: what is written here still counts
    }
    if (failure instanceof Problem && failure.is('photo', 'not-usable')) {
      draft.photos.forEach((photo) => (photo.uploaded = undefined)) // swept away after a day: the phone still has them
    }
    draft.state = 'REFUSED'
    draft.refusal = sentenceOf(failure)
    save()
    return { how: 'refused', words: draft.refusal, failure }
  }

  async function uploadPhotos(draft: Draft): Promise<void> {
    const photos = draft.photos.length
    for (const [index, photo] of draft.photos.entries()) {
      if (photo.uploaded) {
        continue
      }
      const path = await platform().photo(photo.kept)
      if (!path) {
        continue // the phone has thrown it away; the words still count
      }
      const tell = (percent: number) => (progress.value[draft.id] = { photo: index + 1, photos, percent })
      tell(0)
      const view = await resident.uploadPhoto(path, tell)
      photo.uploaded = view.id
      save()
    }
  }

  /** Everything that waits, one after the other. */
  async function sendAll(): Promise<void> {
    if (!useSession().hasAgreed) {
      return
    }
    for (const draft of drafts.value.filter((one) => one.state === 'WAITING')) {
      await send(draft)
    }
  }

  return { drafts, waiting, editing, progress, receipts, open, openChat, save, addPhotos, removePhoto, discard, send, sendAll }
})

export function bodyOf(draft: Draft): SubmitRequest {
  const address = draft.address.trim()
  return {
    description: draft.words.trim(),
    category: draft.category,
    location: draft.place && { latitude: draft.place.latitude, longitude: draft.place.longitude },
    address: address || undefined,
    photoIds: draft.photos.flatMap((photo) => (photo.uploaded ? [photo.uploaded] : [])),
    anonymous: draft.anonymous || undefined,
    draftId: draft.chatId,
    answers: Object.keys(draft.answers).length ? draft.answers : undefined,
  }
}

function isSomething(draft: Draft): boolean {
  return draft.photos.length > 0 || draft.chatId !== undefined || draft.words.trim() !== '' || draft.state !== 'EDITING'
}
