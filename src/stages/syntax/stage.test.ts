import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Layers } from '../../core/layers.ts'
import { loadLexicon } from '../../lang/de/lexicon/lexicon.ts'
import { segmentRules } from '../../lang/de/segment/rules.ts'
import { loadSyntax } from '../../lang/de/syntax/rules.ts'
import type { Knowledge } from '../knowledge.ts'
import { splitSentences } from '../segment/sentences.ts'
import { tokenize } from '../segment/tokens.ts'
import { syntaxStage } from './stage.ts'

const lexicon = loadLexicon()
const knowledge = { locale: { lexicon, segment: segmentRules, syntax: loadSyntax() } } as unknown as Knowledge

type Read = Pick<Layers, 'token' | 'sentence' | 'word' | 'phrase' | 'clause'> & { readonly text: string }

const read = (text: string): Read => {
  const token = tokenize(text, 0, text.length, segmentRules)
  const sentence: Layers['sentence'][number][] = []
  splitSentences(text, token, 0, token.length, 0, segmentRules, sentence)
  const document = { text, token, sentence } as unknown as Parameters<typeof syntaxStage.run>[0]
  return { text, token, sentence, ...syntaxStage.run(document, knowledge).layers }
}

const phraseText = ({ text, phrase }: Read, index: number | null): string | null =>
  index === null ? null : text.slice(phrase[index]!.start, phrase[index]!.end)

describe('verb groups', () => {
  const group = (text: string): string => {
    const verb = read(text).clause[0]!.verb!
    return [
      verb.lemma,
      verb.tense,
      verb.mood,
      verb.voice,
      ...verb.modals,
      ...(verb.negated ? ['negated'] : []),
    ].join(' ')
  }
  it.each([
    ['Das Ministerium bestellte den Botschafter ein.', 'einbestellen preterite ind active'],
    ['Die Behörde teilt das heute mit.', 'mitteilen present ind active'],
    ['Die Regierung hat den Vertrag unterzeichnet.', 'unterzeichnen perfect ind active'],
    ['Der Bund hatte die Zahlungen eingestellt.', 'einstellen pluperfect ind active'],
    ['Oslo hatte umgerechnet zwei Millionen Euro gespendet.', 'spenden pluperfect ind active'],
    ['Der Minister ist nach Oslo gereist.', 'reisen perfect ind active'],
    ['Die Brücke wird im Sommer gebaut.', 'bauen present ind passive'],
    ['Die Brücke wurde im Sommer gebaut.', 'bauen preterite ind passive'],
    ['Die Brücke ist im Sommer gebaut worden.', 'bauen perfect ind passive'],
    ['Die Straße ist gesperrt.', 'sperren present ind statal'],
    ['Der Kanzler wird morgen kommen.', 'kommen future ind active'],
    ['Der Konzern soll Steuern hinterzogen haben.', 'hinterziehen perfect ind active sollen'],
    ['Die Panzer sollen bald geliefert werden können.', 'liefern present ind passive sollen können'],
    ['Er habe davon gewusst.', 'wissen perfect kon1 active'],
    ['Norwegen hat sich bereit erklärt.', 'erklären perfect ind active'],
    ['Der Rat sah es als erwiesen an.', 'ansehen preterite ind active'],
    ['Die Sprecherin hielt dagegen, das Geld reiche.', 'dagegenhalten preterite ind active'],
    ['Der Verband befürchtet, dass Stellen wegfallen.', 'befürchten present ind active'],
    ['Er wäre gern geblieben.', 'bleiben perfect kon2 active'],
    ['Die Firma würde das Werk schließen.', 'schließen present kon2 active'],
    ['Der Rat hat den Antrag nicht angenommen.', 'annehmen perfect ind active negated'],
    ['Das Parlament gab keine Zusage.', 'geben preterite ind active negated'],
    ['Die Bahn baut nicht nur Strecken.', 'bauen present ind active'],
    ['Das Amt kritisierte die Bahn weiter.', 'kritisieren preterite ind active'],
    ['Der Senat will die Mittel kürzen und die Bezirke entlasten.', 'kürzen present ind active wollen'],
    ['Die Bahn wird so schnell wie möglich Züge liefern.', 'liefern future ind active'],
    ['Das Amt soll neue Geräte („Scanner“) an die Länder liefern.', 'liefern present ind active sollen'],
  ])('%s', (text, expected) => expect(group(text)).toBe(expected))

  it('marks a form that is both moods', () => {
    expect(read('Die Staaten liefern Waffen.').clause[0]!.verb).toMatchObject({
      mood: 'ind',
      ambiguousMood: true,
    })
    expect(read('Der Staat liefert Waffen.').clause[0]!.verb).toMatchObject({
      mood: 'ind',
      ambiguousMood: false,
    })
  })
})

describe('clauses', () => {
  const kinds = (text: string): string[] =>
    read(text).clause.map(({ kind, parent, question, conditional }) =>
      [kind, parent ?? '-', ...(question ? ['question'] : []), ...(conditional ? ['conditional'] : [])].join(
        ' ',
      ),
    )
  it.each<[string, string[]]>([
    ['Der Minister, der gestern ankam, lobte das Abkommen.', ['main -', 'relative 0']],
    ['Sie sagte, dass die Hilfe ankomme.', ['main -', 'subordinate 0']],
    ['Er sagte, er komme bald.', ['main -', 'main 0']],
    ['Wenn der Senat zustimmt, fließt das Geld.', ['subordinate 1 conditional', 'main -']],
    ['Sollte der Senat zustimmen, fließt das Geld.', ['subordinate 1 conditional', 'main -']],
    ['Das Land plant, neue Schiffe zu kaufen.', ['main -', 'infinitive 0']],
    ['Er fuhr nach Wien, um den Vertrag zu unterschreiben.', ['main -', 'infinitive 0']],
    ['Der Minister kam am Montag an und traf den Präsidenten.', ['main -', 'main -']],
    ['Die Stadt fragt, ob der Bund zahlt.', ['main -', 'subordinate 0 question']],
    ['Zahlt der Bund?', ['main - question']],
    ['„Wir bleiben hier, weil es nötig ist“, sagte die Sprecherin.', ['main -', 'subordinate 0', 'main -']],
    ['Neuer Streit um das Gesetz', ['fragment -']],
    // A participle alone has no subject; one with its auxiliary is not finite.
    ['Befürchtet wird, dass Stellen wegfallen.', ['main -', 'subordinate 0']],
    // „ist“ takes no infinitive, „wird“ and „will“ do.
    ['Das Ziel ist, die Schulen besser schützen.', ['main -', 'fragment 0']],
    ['Die Stadt wird, wie es heißt, die Schulen besser schützen.', ['main -', 'subordinate 0']],
    ['Der Posten ist, wie es heißt, schon vergeben.', ['main -', 'subordinate 0']],
  ])('%s', (text, expected) => expect(kinds(text)).toEqual(expected))

  const own = (text: string): string[] => {
    const { clause, word } = read(text)
    return clause.map(({ parts }) =>
      parts
        .map(([from, to]) =>
          word
            .slice(from, to)
            .map((w) => w.text)
            .join(' '),
        )
        .join(' … '),
    )
  }
  it.each<[string, string[]]>([
    // One bracket around both halves.
    [
      'Am Ende kann sich der Rat mit dem Land und der Bund mit der Stadt nicht einigen.',
      ['Am Ende kann sich der Rat mit dem Land und der Bund mit der Stadt nicht einigen'],
    ],
    [
      'Es heißt, dass Zölle den Handel belasten und die Preise treiben könnten.',
      ['Es heißt', 'dass Zölle den Handel belasten und die Preise treiben könnten'],
    ],
    // Two sentences.
    ['Der Bund zahlt und die Länder klagen.', ['Der Bund zahlt', 'und die Länder klagen']],
    [
      'Er hofft, die Frage zu klären oder sie bleibt offen.',
      ['Er hofft', 'die Frage zu klären', 'oder sie bleibt offen'],
    ],
    // Brackets and lists part nothing, brackets with a verb do.
    ['Die Union (CDU, CSU) stimmte zu.', ['Die Union ( CDU , CSU ) stimmte zu']],
    ['Die Union (sie regiert seit Mai) stimmte zu.', ['Die Union … stimmte zu', 'sie regiert seit Mai']],
    [
      'Das machten SPD, FDP, Volt und die Grünen geltend und lehnten den Antrag ab.',
      ['Das machten SPD , FDP , Volt und die Grünen geltend', 'und lehnten den Antrag ab'],
    ],
    // An article, a relative pronoun.
    ['Der Bund plant, der Stadt Busse zu leihen.', ['Der Bund plant', 'der Stadt Busse zu leihen']],
    ['Er sagte, die Union wolle das Gesetz ablehnen.', ['Er sagte', 'die Union wolle das Gesetz ablehnen']],
    [
      'Er lobte die Stadt, die den Bund entlasten soll.',
      ['Er lobte die Stadt', 'die den Bund entlasten soll'],
    ],
    // The bracket closes behind a relative clause.
    [
      'Zuvor hatte die Chefin, die neu im Amt ist, erklärt, dass es reiche.',
      ['Zuvor hatte die Chefin … erklärt', 'die neu im Amt ist', 'dass es reiche'],
    ],
    // Swiss quotation marks.
    ['«Wir bleiben», teilte das Amt mit.', ['Wir bleiben', 'teilte das Amt mit']],
    ['»Wir bleiben«, teilte das Amt mit.', ['Wir bleiben', 'teilte das Amt mit']],
  ])('%s', (text, expected) => expect(own(text)).toEqual(expected))

  it('leaves embedded clauses out of the parts', () => {
    const { clause, word } = read('Der Minister, der gestern ankam, lobte das Abkommen.')
    const own = clause[0]!.parts.map(([from, to]) =>
      word
        .slice(from, to)
        .map((w) => w.text)
        .join(' '),
    )
    expect(own).toEqual(['Der Minister', 'lobte das Abkommen'])
  })
})

describe('subjects and roles', () => {
  const subjects = (text: string): (string | null)[] => {
    const reading = read(text)
    return reading.clause.map(({ subject }) => phraseText(reading, subject))
  }
  it.each<[string, (string | null)[]]>([
    ['Den Botschafter bestellte das Ministerium ein.', ['das Ministerium']],
    ['Am Freitag traf der Kanzler den Präsidenten.', ['der Kanzler']],
    ['Der Minister kam an und lobte den Vertrag.', ['Der Minister', 'Der Minister']],
    ['Die von der Stadt gekauften Busse fahren.', ['Die von der Stadt gekauften Busse']],
    ['Für das von Weber beantragte Paket stimmten viele.', ['viele']],
    ['Russlands Angriff begann im Februar.', ['Angriff']],
    ['Ihm half der Arzt.', ['der Arzt']],
    ['Am Montag wurden dem Ministerium Unterlagen übergeben.', ['Unterlagen']],
    ['Einige Fachleute bezweifeln die Kosten des Baus und die Dauer.', ['Einige Fachleute']],
    ['Der größte Markt der Welt soll Indien werden.', ['Der größte Markt']],
    ['Als gelernte Juristin kennt sie das Recht.', ['sie']],
    ['Die Zeitung „Neuer Tag“ berichtete darüber.', ['Die Zeitung „Neuer Tag“']],
    ['Der „Neue Tag“ berichtete darüber.', ['Der „Neue Tag“']],
    ['Umfragen zeigen das.', ['Umfragen']],
    ['Frau Weber (Grüne) trat zurück.', ['Frau Weber']],
    ['Die Brücke wurde 2019 gebaut.', ['Die Brücke']],
    ['Der Chef der Behörde, Max Weber, trat zurück.', ['Der Chef']],
    ['Die Haltung der Amerikaner überrascht viele.', ['Die Haltung']],
    ['Mit dem Vorgang vertraute Quellen sagten wenig.', ['vertraute Quellen']],
    ['Das sagte Weber Reportern im Roten Rathaus.', ['Weber']],
    ['Ein „historischer“ Vertrag wurde unterschrieben.', ['Ein „historischer“ Vertrag']],
    ['Der "große, schöne" Plan scheiterte.', ['Der "große, schöne" Plan']],
    ['Den einen „schönen“ fand die Jury.', ['die Jury']],
    ['Zuvor berichtet NBC News davon.', ['NBC News']],
    ['Es heißt, dass es Waffen aus dem Lager schickt.', ['Es', 'es']],
    ['Die ersten von der Stadt gekauften Busse fahren.', ['Die ersten von der Stadt gekauften Busse']],
    [
      'Er sagte, dass die von der Stadt bezahlten Busse bald geliefert würden.',
      ['Er', 'die von der Stadt bezahlten Busse'],
    ],
    ['Die von Rom angegriffene Schweiz liefert Uhren.', ['Die von Rom angegriffene Schweiz']],
  ])('%s', (text, expected) => expect(subjects(text)).toEqual(expected))

  it('tells objects, datives, genitives and prepositions apart', () => {
    const reading = read('Die Regierung des Landes gab dem Nachbarn den Hafen für ein Jahr.')
    expect(
      reading.phrase.map(({ role, cases, preposition }) => [role, cases.join(','), preposition]),
    ).toEqual([
      ['subject', 'nom', null],
      ['genitive', 'gen', null],
      ['indirect', 'dat', null],
      ['object', 'acc', null],
      ['prepositional', 'acc', 'für'],
    ])
    expect(reading.phrase[1]!.governor).toBe(0)
  })

  it('leaves what follows a postposition to the clause', () => {
    const { phrase, text } = read('Das Amt stoppt eigenen Angaben zufolge einige Zahlungen.')
    const last = phrase.at(-1)!
    expect([last.role, text.slice(last.start, last.end)]).toEqual(['object', 'einige Zahlungen'])
  })

  it('takes a genitive before its noun into the phrase of the preposition', () => {
    const { phrase, text } = read('Er sprach wegen Russlands neuem Angriff mit Japans Außenminister.')
    expect(phrase.map(({ role, start, end, governor }) => [role, text.slice(start, end), governor])).toEqual([
      ['subject', 'Er', null],
      ['prepositional', 'wegen Russlands neuem Angriff', null],
      ['genitive', 'Russlands', 1],
      ['prepositional', 'mit Japans Außenminister', null],
      ['genitive', 'Japans', 3],
    ])
  })
})

describe('words', () => {
  it.each<[string, string, string, string]>([
    ['Das Amt teilte es mit.', 'teilte', 'VERB', 'teilen'],
    ['Die Luftverteidigungssysteme kommen.', 'Luftverteidigungssysteme', 'NOUN', 'Luftverteidigungssystem'],
    ['Im Hafen liegt ein Schiff.', 'Im', 'ADP', 'in'],
    ['Die Verletzten wurden versorgt.', 'Verletzten', 'NOUN', 'Verletzte'],
    ['Er sprach mit dem Botschafter.', 'dem', 'DET', 'der'],
    ['Sie half ihm.', 'ihm', 'PRON', 'er'],
    ['Der Bund kann das nicht zahlen.', 'das', 'PRON', 'der'],
    ['Sie brauchen Zeit, um das heute zu prüfen.', 'das', 'PRON', 'der'],
    ['Oslo hat die noch nicht gelieferten Panzer bezahlt.', 'die', 'DET', 'der'],
    ['Der Bund will das ganz neue Werk.', 'das', 'DET', 'der'],
    ['Die Firma kann mehr.', 'kann', 'AUX', 'können'],
    ['Der 30-Milliarden-Antrag scheitert.', '30-Milliarden-Antrag', 'NOUN', '30-Milliarden-Antrag'],
    ['Der Iran-Beauftragte Karl Groß reist ab.', 'Iran-Beauftragte', 'NOUN', 'Iran-Beauftragte'],
    ['Sie wohnt in Garmisch-Partenkirchen.', 'Garmisch-Partenkirchen', 'PROPN', 'Garmisch-Partenkirchen'],
    ['Medien hatten am Abend über Raketen und Panzer berichtet.', 'hatten', 'AUX', 'haben'],
    ['Der Rat hat Geld.', 'hat', 'VERB', 'haben'],
    ['Der Rat hat gezahlt.', 'hat', 'AUX', 'haben'],
    [
      'In Bern unterzeichneten Präsidentin Sommer und ihr Gast ein Papier.',
      'unterzeichneten',
      'VERB',
      'unterzeichnen',
    ],
    ['Sie schlossen einen 5-Jahres-Vertrag.', '5-Jahres-Vertrag', 'NOUN', '5-Jahres-Vertrag'],
    ['Er sprach im Weißen Haus.', 'Weißen', 'ADJ', 'weiß'],
    ['Aus dem Weißen Haus hieß es wenig.', 'Weißen', 'ADJ', 'weiß'],
    [
      'Er sprach mit dem Vorstandsvorsitzenden Dr. Weber.',
      'Vorstandsvorsitzenden',
      'NOUN',
      'Vorstandsvorsitzende',
    ],
    ['Die Ärztin maß bei dem Kranken Fieber.', 'Kranken', 'NOUN', 'Kranken'],
    ['Der Rat hatte für das Paket votiert.', 'votiert', 'VERB', 'votieren'],
    ['Es gibt ein Paket, das rund 60 Millionen Euro vorsieht.', 'das', 'PRON', 'der'],
    ['Der Rat will das Gesetz verabschieden.', 'verabschieden', 'VERB', 'verabschieden'],
  ])('%s %s', (text, form, upos, lemma) => {
    expect(read(text).word.find((w) => w.text === form)).toMatchObject({ upos, lemma })
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'Der Minister , der und dass zu liefern „ “ ( ) . : – wollte hat geliefert 2. am um weil die USA " ein 😀 \n'.split(
      ' ',
    ),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join(' ')),
  )
  it('gives layers whose spans are in bounds, ordered and verbatim', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { token, sentence, word, phrase, clause } = read(text)
        expect(word.length).toBe(token.length)
        for (const t of token) expect(text.slice(t.start, t.end)).toBe(t.text)
        for (const layer of [token, sentence, word, phrase, clause])
          layer.forEach((one: { start: number; end: number }, i: number) => {
            expect(one.start).toBeLessThan(one.end)
            const before = layer[i - 1]
            if (before !== undefined)
              expect(before.start < one.start || (before.start === one.start && before.end >= one.end)).toBe(
                true,
              )
          })
        sentence.forEach((one, i) => {
          if (i > 0) expect(sentence[i - 1]!.end).toBeLessThanOrEqual(one.start)
        })
        const taken = new Set<number>()
        clause.forEach((one, i) => {
          if (one.parent !== null) expect(clause[one.parent]!.sentence).toBe(one.sentence)
          expect(one.parent).not.toBe(i)
          for (const [from, to] of one.parts)
            for (let w = from; w < to; w++) {
              expect(taken.has(w)).toBe(false)
              taken.add(w)
            }
          for (const p of one.phrases) expect(phrase[p]).toBeDefined()
        })
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('reads one sentence of two hundred thousand characters to its end', () => {
    const text = 'der Minister, dass er und die Waffen zu liefern '.repeat(4000)
    const { token, clause } = read(text)
    expect(token.at(-1)?.end).toBe(text.trimEnd().length)
    expect(clause.length).toBeGreaterThan(0)
  })
})
