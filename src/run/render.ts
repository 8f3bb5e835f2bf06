import type { Diagnostic } from '../core/diagnostic.ts'
import type { Feats } from '../core/layers.ts'
import type { Span } from '../core/span.ts'
import type { Reading } from '../formats/reading.ts'
import type { Corrections, Document, ReadOptions } from './read.ts'

interface Parts {
  readonly source: string
  readonly contentHash: string
  readonly document: Document
  /** Fields of the article that are a person's word. */
  readonly corrected: readonly (keyof Corrections)[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Layers to the published JSON shape. Every `exact` is sliced here and nowhere else. */
export const renderReading = (
  { source, contentHash, document, corrected, diagnostics }: Parts,
  options: ReadOptions,
): Reading => {
  const { article, text } = document
  const quoted = ({ start, end }: Span) => ({ start, end, exact: text.slice(start, end) })
  const reading: Reading = {
    schema: 'aktenlage.reading/1',
    source,
    contentHash,
    language: document.language,
    article: {
      title: article.title,
      kicker: article.kicker,
      lead: article.lead,
      published: article.published,
      modified: article.modified,
      authors: [...article.authors],
      publisher: article.publisher,
      dateline: article.dateline,
      agencies: [...article.agencies],
      canonicalUrl: article.canonicalUrl,
      pageKind: article.pageKind,
      corrected: [...corrected],
      text,
      blocks: article.blocks.map((block) => ({ ...block })),
      furniture: article.furniture.map((piece) => ({ ...piece })),
      teasers: article.teasers.map((teaser) => ({ ...teaser })),
    },
    sentences: document.sentence.map(({ start, end }) => ({ start, end })),
    times: document.time.map((time) => ({
      ...quoted(time),
      type: time.type,
      value: time.value,
      mod: time.mod,
      range: time.range === null ? null : [time.range[0], time.range[1]],
      basis: time.basis,
      rule: time.rule,
    })),
    entities: document.mention
      .filter((mention) => mention.form === 'name')
      .map((mention) => ({
        ...quoted(mention),
        type: mention.type,
        name: mention.name,
        id: mention.id,
        country: mention.country,
      })),
    statements: document.statement.map((statement) => ({
      kind: statement.kind,
      content: {
        ...quoted(statement),
        ...(statement.parts.length > 1 ? { parts: statement.parts.map(quoted) } : {}),
      },
      cue: statement.cue === null ? null : quoted(statement.cue),
      speaker:
        statement.speaker === null
          ? null
          : {
              ...statement.speaker,
              exact:
                statement.speaker.start === null || statement.speaker.end === null
                  ? null
                  : text.slice(statement.speaker.start, statement.speaker.end),
            },
      medium: statement.medium,
      chain: [...statement.chain],
      parent: statement.parent,
      rule: statement.rule,
    })),
    events: document.event.map((event) => ({
      type: event.type,
      evidence: quoted(event),
      trigger: quoted(event.trigger),
      actors: event.actors.map((party) => ({ ...party })),
      recipients: event.recipients.map((party) => ({ ...party })),
      persons: [...event.persons],
      object: event.object,
      goods: [...event.goods],
      amount: event.amount,
      quantity: event.quantity,
      place: event.place,
      date: event.date,
      saidOn: event.saidOn,
      factuality: event.factuality,
      background: event.background,
      statement: event.statement,
      stance: event.stance,
      final: event.final,
      rule: event.rule,
    })),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic })),
  }
  if (options.tokens) {
    reading.tokens = document.word.map((word) => ({
      start: word.start,
      end: word.end,
      sentence: word.sentence,
      form: word.text,
      lemma: word.lemma,
      upos: word.upos,
      feats: renderFeats(word.feats),
    }))
  }
  return reading
}

const moods = { ind: 'Ind', kon1: 'Sub', kon2: 'Sub', imp: 'Imp' } as const
const upper = (value: string): string => value[0]!.toUpperCase() + value.slice(1)

/** Universal Features, sorted by name; `_` where there are none. Konjunktiv I and II are both `Mood=Sub`,
 * told apart by tense as UD does. */
const renderFeats = (feats: Feats): string => {
  const out: string[] = []
  if (feats.cases?.length) out.push(`Case=${feats.cases.map(upper).join(',')}`)
  if (feats.degree) out.push(`Degree=${upper(feats.degree)}`)
  if (feats.gender) out.push(`Gender=${upper(feats.gender)}`)
  if (feats.mood) out.push(`Mood=${moods[feats.mood]}`)
  if (feats.number) out.push(`Number=${upper(feats.number)}`)
  if (feats.person) out.push(`Person=${feats.person}`)
  if (feats.pronType) out.push(`PronType=${upper(feats.pronType)}`)
  if (feats.tense) out.push(`Tense=${upper(feats.tense)}`)
  if (feats.verbForm)
    out.push(
      `VerbForm=${{ fin: 'Fin', inf: 'Inf', zuinf: 'Inf', part1: 'Part', part2: 'Part' }[feats.verbForm]}`,
    )
  return out.length > 0 ? out.join('|') : '_'
}
