import type { ChosenPhoto } from './platform'

// A part of a page tells the page of a tap with plain data only: WeChat may copy what an event carries. And it tells at the tap, because whatever
// is told after the page is left reaches nobody. So the event carries a number, and what will come of the choice is fetched by it.

const choices = new Map<number, Promise<ChosenPhoto[]>>()
let last = 0

/** @returns the number it is fetched by, once */
export function choiceBegun(choice: Promise<ChosenPhoto[]>): number {
  choices.set(++last, choice)
  return last
}

/** What was chosen; nothing if it was fetched before. */
export function choiceMade(number: number): Promise<ChosenPhoto[]> {
  const choice = choices.get(number)
  choices.delete(number)
  return choice ?? Promise.resolve([])
}
