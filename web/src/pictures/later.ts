/** The pictures, as pages use them: their script is loaded with the first of them. */
import { later } from '../parts/later.tsx'

export const Lanes = later(async () => (await import('./lanes.tsx')).Lanes)
export const Matrix = later(async () => (await import('./matrix.tsx')).Matrix)
export const ReportDays = later(async () => (await import('./days.tsx')).ReportDays)
export const Strip = later(async () => (await import('./strip.tsx')).Strip)
