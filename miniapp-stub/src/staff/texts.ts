import { i18n } from '@/i18n'
import { staffEn } from './i18n/en'
import { staffZhCN } from './i18n/zh-CN'

// What only staff read comes with their pages: residents need not wait for it.
i18n.global.mergeLocaleMessage('zh-CN', { staff: staffZhCN })
i18n.global.mergeLocaleMessage('en', { staff: staffEn })
