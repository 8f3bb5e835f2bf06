/** What is announced for a day, as a calendar (RFC 5545). Vaguer dates stay out: a month has no place in a calendar. */
import { dayIn, type ExportInput, passageLink, wellFormed } from './input.ts'
import { toldSteps } from './steps.ts'

const escaped = (text: string): string =>
  wellFormed(text)
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n')

const octetsPerLine = 75
const octets = new TextEncoder()

/** Long lines go on after a line break and a blank; no character is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let length = 0
  for (const character of line) {
    const size = octets.encode(character).length
    if (length + size > octetsPerLine) {
      lines.push(current)
      current = ' '
      length = 1
    }
    current += character
    length += size
  }
  return [...lines, current].join('\r\n')
}

const basic = (isoDate: string): string => isoDate.replaceAll(/[-:]/gu, '')

export const iCalendar = (input: ExportInput): string => {
  const { reports, label } = input
  const events = toldSteps(input).flatMap(({ id, commitment, step, last }) => {
    const day = dayIn(step.date?.edtf)
    if (day === null || (step.factuality !== 'planned' && step.factuality !== 'possible')) return []
    const piece = step.evidence[0]!
    const link = passageLink(reports.get(piece.report), piece.exact)
    const source = [piece.publisher, piece.published].filter((part) => part !== null).join(', ')
    return [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}`,
      // When it was last told, not when it was written: the same ledger gives the same bytes.
      `DTSTAMP:${basic(last)}`,
      `DTSTART;VALUE=DATE:${basic(day)}`,
      `SUMMARY:${escaped(`${commitment.title}: ${label(step.transition)} (${label(step.factuality)})`)}`,
      `DESCRIPTION:${escaped([piece.exact, source, link].filter((part) => part !== null && part !== '').join('\n'))}`,
      ...(link === null ? [] : [`URL:${link}`]),
      `STATUS:${step.factuality === 'planned' ? 'CONFIRMED' : 'TENTATIVE'}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]
  })
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Aktenlage//Aktenlage//DE', ...events, 'END:VCALENDAR']
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}
