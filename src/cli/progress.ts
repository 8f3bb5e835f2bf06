/** One line that keeps itself up to date on a terminal; a plain line now and then elsewhere. */
import type { Io } from './io.ts'
import { say } from './io.ts'
import type { MessageKey } from './messages.ts'

export interface Progress {
  /** `total` is null while nobody knows. */
  at(done: number, total: number | null): void
  /** Removes the line. */
  end(): void
}

const drawEveryMs = 100
const logEveryMs = 10_000

const duration = (seconds: number): string => {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`
}

export const progressOf = (io: Io, key: MessageKey): Progress => {
  const started = Date.now()
  let last = started
  let drawn = false
  const line = (done: number, total: number | null): string => {
    const seconds = Math.max((Date.now() - started) / 1000, 0.001)
    const rate = done / seconds
    const count = total === null ? `${done}` : `${done}/${total}`
    const rest =
      total === null || done === 0
        ? ''
        : ` · ${say(io.language, 'progressLeft', { time: duration((total - done) / rate) })}`
    return `${say(io.language, key)} ${count} · ${rate < 10 ? rate.toFixed(1) : Math.round(rate)}/s${rest}`
  }
  return {
    at: (done, total) => {
      const now = Date.now()
      if (now - last < (io.screen === null ? logEveryMs : drawEveryMs)) return
      last = now
      if (io.screen === null) io.log(line(done, total))
      else {
        io.screen.write(`\r\u001b[2K${line(done, total)}`)
        drawn = true
      }
    },
    end: () => {
      if (drawn) io.screen?.write('\r\u001b[2K')
    },
  }
}
