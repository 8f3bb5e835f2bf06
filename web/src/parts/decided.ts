import { signal } from '@preact/signals'
import { forget } from '../resource.ts'
import { type Action, decide } from '../writing.ts'

/** Decisions of this visit, newest last, for taking back. */
export const made = signal<readonly string[]>([])

/** Counts decisions: an address with it in is asked for again after each. */
export const round = signal(0)

const settle = (): void => {
  forget()
  round.value++
}

/** Keeps a decision. What went wrong comes back as text, else null. */
export const keep = async (action: Action): Promise<string | null> => {
  const answer = await decide(action)
  if ('problem' in answer) return answer.problem
  made.value = action.kind === 'undo' ? made.value.slice(0, -1) : [...made.value, answer.id]
  settle()
  return null
}
