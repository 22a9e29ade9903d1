import type { CategoryView, Question, QuestionStopper } from '@/api'

/** A category by its code, wherever it stands in the tree. */
export function findCategory(tree: readonly CategoryView[], code: string | undefined): CategoryView | undefined {
  for (const branch of code ? tree : []) {
    const found = branch.code === code ? branch : findCategory(branch.children ?? [], code)
    if (found) {
      return found
    }
  }
  return undefined
}

/** What the answers given so far mean an emergency by; then nothing is to be sent, but somebody to be called. */
export function stopperOf(questions: readonly Question[], answers: Readonly<Record<string, string>>): QuestionStopper | undefined {
  return questions.find((question) => question.stopper?.answers.includes(answers[question.code] ?? ''))?.stopper ?? undefined
}

/** The first question that has to be answered and is not. */
export function missing(questions: readonly Question[], answers: Readonly<Record<string, string>>): Question | undefined {
  return questions.find((question) => question.required && !answers[question.code]?.trim())
}
