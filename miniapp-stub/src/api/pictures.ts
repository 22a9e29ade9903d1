import { uploadPhoto } from '@/api/staff'

export const MOST_PICTURES = 9

export interface Picture {
  path: string
  /** Its number on the server once it is there, so that a second try does not send it again. */
  uploaded?: string
}

/** Sends what is not there yet. @returns the numbers, in order */
export async function uploadAll(pictures: Picture[], tell: (photo: number, photos: number) => void): Promise<string[]> {
  const ids: string[] = []
  for (const [at, picture] of pictures.entries()) {
    if (!picture.uploaded) {
      tell(at + 1, pictures.length)
      picture.uploaded = (await uploadPhoto(picture.path)).id
    }
    if (picture.uploaded) {
      ids.push(picture.uploaded)
    }
  }
  return ids
}
