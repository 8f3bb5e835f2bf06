/** An Atom feed (RFC 4287): one entry for each step of the ledger, newest first. */
import { dateWords } from '../core/date-words.ts'
import { type ExportInput, passageLink, safeUrl, urn } from './input.ts'
import { toldSteps } from './steps.ts'
import { xmlText } from './xml.ts'

export const atom = (input: ExportInput): string => {
  const { ledger, subject, reports, label, language } = input
  const steps = toldSteps(input).sort((a, b) =>
    a.last > b.last ? -1 : a.last < b.last ? 1 : a.id < b.id ? -1 : 1,
  )
  const element = (name: string, text: string, attributes = ''): string =>
    `<${name}${attributes}>${xmlText(text)}</${name}>`
  const entries = steps.map(({ id, commitment, step, first, last }) => {
    const links = step.evidence.flatMap((piece) => safeUrl(reports.get(piece.report)?.url) ?? [])
    const quotes = step.evidence.map((piece) => {
      const link = passageLink(reports.get(piece.report), piece.exact)
      const day = dateWords(language, piece.published)
      const told = [piece.publisher, piece.agency, day].filter((part) => part !== null).join(', ')
      const source = xmlText(told === '' ? piece.source : told)
      return `<li><q>${xmlText(piece.exact)}</q> ${link === null ? source : `<a href="${xmlText(link)}">${source}</a>`}</li>`
    })
    // What only may happen moves nothing, so the stage is no news there.
    const moved = step.factuality === 'actual' && step.stage !== null ? label(step.stage) : null
    const state = [dateWords(language, step.date?.edtf ?? null), label(step.factuality), moved]
    const html = `<p>${xmlText(state.filter((part) => part !== null).join(' · '))}</p><ul>${quotes.join('')}</ul>`
    // Every entry needs a link, an id and an author; the author is the one of the feed.
    return [
      '<entry>',
      element('id', id),
      element('title', `${commitment.title}: ${label(step.transition)}`),
      element('published', first),
      element('updated', last),
      ...[...new Set(links)].map((link) => `<link rel="related" href="${xmlText(link)}"/>`),
      `<category term="${xmlText(step.transition)}"/>`,
      `<category term="${xmlText(step.factuality)}"/>`,
      element('content', html, ' type="html"'),
      '</entry>',
    ].join('\n')
  })
  const updated = steps[0]?.last ?? `${ledger.asOf ?? '1970-01-01'}T00:00:00Z`
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    element('id', urn(subject === null ? 'ledger' : `${subject.id}:feed`)),
    element('title', subject === null ? 'Aktenlage' : subject.title),
    element('updated', updated),
    '<author><name>Aktenlage</name></author>',
    '<generator>Aktenlage</generator>',
    ...entries,
    '</feed>',
  ].join('\n')}\n`
}
