import { choiceMade } from '@/platform'
import { uploadPhoto } from './resident'

/** A picture chosen for what is being written, and its number on the server once it is there, so that a second try does not send it again. */
export interface Picture {
  path: string
  uploaded?: string
}

/** Puts what is being chosen with those that are there. */
export async function addPictures(pictures: Picture[], choice: number): Promise<void> {
  pictures.push(...(await choiceMade(choice)).map(({ path }) => ({ path })))
}

/**
 * Sends what is not there yet. Pictures belong to the person, who is a resident for the photo room whatever else they are.
 *
 * @returns the numbers, in order
 */
export async function uploadAll(pictures: Picture[], tell: (photo: number, photos: number) => void = () => undefined): Promise<string[]> {
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
