import { t } from '@/i18n'
import { zhCN } from '@/i18n/zh-CN'

export const PURPOSES = ['POLICY_HELP', 'ELDERLY_CARE', 'FORMALITY', 'SAFETY_CHECK', 'DISPUTE', 'FOLLOW_UP', 'OTHER'] as const
export type Purpose = (typeof PURPOSES)[number]

/** What a visit is for, in the language of the screen and in the same words on every page. @param said its code, or the server's words for it */
export function purposeWords(said: string | undefined): string {
  const code = PURPOSES.find((one) => one === said || zhCN.purpose[one] === said)
  return code ? t(`purpose.${code}`) : (said ?? '')
}
