/** A page of W3C Web Annotations: every passage that the ledger rests on, anchored by quotation and by position. */
import { shortId } from '../core/hash.ts'
import { type ExportInput, everyPiece, passageKey, safeUrl, urn } from './input.ts'
import { reportUrn } from './json-ld.ts'

export const annotationPage = ({ ledger, reports, passages, label, language }: ExportInput): string => {
  const items = everyPiece(ledger).map(({ commitment, step, number, piece }) => {
    const report = reports.get(piece.report)
    const passage = passages.get(passageKey(piece))
    const quote = {
      type: 'TextQuoteSelector',
      exact: piece.exact,
      ...(passage === undefined ? {} : { prefix: passage.prefix, suffix: passage.suffix }),
    }
    return {
      id: urn(shortId('annotation', `${commitment.id} ${number} ${passageKey(piece)}`).replace('-', ':')),
      type: 'Annotation',
      motivation: 'linking',
      body: [
        { type: 'SpecificResource', source: urn(commitment.id), purpose: 'linking' },
        {
          type: 'TextualBody',
          value: `${commitment.title}: ${label(step.transition)} (${label(step.factuality)})`,
          format: 'text/plain',
          language,
          purpose: 'describing',
        },
        { type: 'TextualBody', value: step.transition, format: 'text/plain', purpose: 'tagging' },
      ],
      target: {
        source: safeUrl(report?.url) ?? reportUrn(piece.report),
        // The positions hold in the article's own text of this very capture.
        ...(report === undefined ? {} : { state: { type: 'TimeState', sourceDate: report.capturedAt } }),
        selector: [
          quote,
          ...(passage === undefined
            ? []
            : [{ type: 'TextPositionSelector', start: passage.start, end: passage.end }]),
        ],
      },
    }
  })
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urn(`${ledger.snapshot}:annotations`),
    type: 'AnnotationPage',
    startIndex: 0,
    items,
  }
  return `${JSON.stringify(page, null, 1)}\n`
}
