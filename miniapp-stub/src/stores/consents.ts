import { defineStore } from 'pinia'
import { newKey, resident } from '@/api'
import type { Template } from '@/platform'
import { platform } from '@/platform'

const MOST = 3

export type Scene = 'SUBMIT_REQUEST' | 'BOOK_VISIT' | 'CHOOSE_PROPOSAL' | 'VISIT_AHEAD' | 'RATE' | 'STAFF_WORK'

/**
 * Consent to messages, asked at the tap where it helps. WeChat opens its panel only inside a tap, so that a page fetches the templates when
 * it opens (`prepare`) and asks in the tap's own handler before it awaits anything (`ask`).
 */
export const useConsents = defineStore('consents', () => {
  const templates = new Map<Scene, Template[]>()

  async function prepare(scene: Scene): Promise<void> {
    try {
      const answer = await resident.askedTemplates(scene)
      templates.set(
        scene,
        (answer.items ?? [])
          .flatMap(({ templateId, title }) => (templateId ? [{ templateId, title: title ?? '' }] : []))
          .slice(0, MOST),
      )
    } catch {
      templates.delete(scene) // then nothing is asked: the errand matters more than the message about it
    }
  }

  /** Never rejects; the errand goes on whatever was chosen. */
  async function ask(scene: Scene): Promise<void> {
    const asked = templates.get(scene)
    if (!asked?.length) {
      return
    }
    const said = await platform().subscribe(asked)
    const results = Object.fromEntries(asked.flatMap(({ templateId }) => (said[templateId] ? [[templateId, said[templateId] as string]] : []))) // beside them WeChat puts errMsg
    if (Object.keys(results).length === 0) {
      return
    }
    try {
      await resident.tellConsents(results, await newKey())
    } catch {
      // WeChat tells the server the same by its callback
    }
  }

  return { prepare, ask }
})
