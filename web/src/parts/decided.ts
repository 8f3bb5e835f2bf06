import { signal } from '@preact/signals'
import { attempt, forget } from '../resource.ts'
import { type Action, decide } from '../writing.ts'

/** Decisions of this visit, newest last, for taking back. */
export const made = signal<readonly string[]>([])

/** What is in sight is asked for again. */
const settle = (): void => {
  forget()
  attempt.value++
}

/** Keeps a decision. What went wrong comes back as text, else null. */
export const keep = async (action: Action): Promise<string | null> => {
  const answer = await decide(action)
  if ('problem' in answer) return answer.problem
  made.value = action.kind === 'undo' ? made.value.slice(0, -1) : [...made.value, answer.id]
  settle()
  return null
}
