import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Me, SignedIn } from '@/api'
import { resident } from '@/api'
import { keepTokenIn } from '@/api/client'
import { platform } from '@/platform'

/** The privacy text this program shows; a new text is a new version and asks again. */
export const PRIVACY_VERSION = '2026-11'

const TOKEN = 'token'
const AGREED = 'privacy-agreed'
/** Where what staff read today is kept, see `staff/parts/day.ts`. */
export const STAFF_DAY = 'staff-day'

interface Kept {
  token: string
  expiresAt: string
  staff: SignedIn['staff'] | null
}

/** Who holds the phone. Nothing is asked of WeChat or sent to the server before the privacy text was agreed to. */
export const useSession = defineStore('session', () => {
  const kept = ref<Kept | undefined>(platform().read<Kept>(TOKEN))
  const agreed = ref<string | undefined>(platform().read<string>(AGREED))
  const me = ref<Me>()
  let renewing: Promise<void> | undefined

  const hasAgreed = computed(() => agreed.value === PRIVACY_VERSION)
  const staff = computed(() => kept.value?.staff ?? undefined)
  const isStaff = computed(() => staff.value !== undefined)

  /** Signs in with a new code of WeChat; who asks meanwhile waits for the same one. */
  function renew(): Promise<void> {
    renewing ??= signIn().finally(() => {
      renewing = undefined
    })
    return renewing
  }

  async function signIn(): Promise<void> {
    if (!hasAgreed.value) {
      throw new NotAgreed()
    }
    const answer = await resident.signIn(await platform().signInCode())
    kept.value = { token: answer.token ?? '', expiresAt: answer.expiresAt ?? '', staff: answer.staff ?? null }
    platform().write(TOKEN, kept.value)
  }

  /** The tap on "agree": first sign-in, then the server keeps which text it was. */
  async function agree(): Promise<void> {
    agreed.value = PRIVACY_VERSION
    try {
      await renew()
      me.value = await resident.agreeToPrivacy(PRIVACY_VERSION)
      platform().write(AGREED, PRIVACY_VERSION)
    } catch (failure) {
      agreed.value = undefined
      throw failure
    }
  }

  async function loadMe(): Promise<Me> {
    me.value = await resident.me()
    return me.value
  }

  /** A staff member's phone binds the staff account, which only a new sign-in shows. */
  async function bindPhone(code: string): Promise<void> {
    me.value = await resident.bindPhone(code)
    await renew()
  }

  function accept(answer: Me): void {
    me.value = answer
  }

  /** Forgets who it was; what was agreed to is asked again. */
  function leave(): void {
    kept.value = undefined
    agreed.value = undefined
    me.value = undefined
    platform().forget(TOKEN)
    platform().forget(AGREED)
  }

  keepTokenIn({ token: () => kept.value?.token, renew })

  return { me, staff, isStaff, hasAgreed, agree, renew, loadMe, bindPhone, accept, leave }
})

/** Somebody called the server before the privacy text was agreed to. */
export class NotAgreed extends Error {}
