import { platform } from '@/platform'
import { categories } from './resident'
import type { CategoryView } from './schema'

const CATEGORIES = 'categories'

/** The list of categories; without a network the last one read on this phone, which says nothing of anybody. Empty if there never was one. */
export async function categoryTree(): Promise<CategoryView[]> {
  try {
    const items = (await categories()).items ?? []
    platform().write(CATEGORIES, items)
    return items
  } catch {
    return platform().read<CategoryView[]>(CATEGORIES) ?? []
  }
}
