import { describe, expect, it } from 'vitest'
import { captionRule, furnitureRule, sectionHead } from './line-rules.ts'
import { readSignOff } from './openings.ts'

describe('what pages say around an article', () => {
  it.each([
    ['Le puede interesar: El puente queda cerrado hasta el otoño', 'read-also'],
    ['Lees ook: Brug blijft dicht', 'read-also'],
    ['Vous aimerez aussi', 'read-also'],
    ['Zum Weiterlesen: Wie die Brücke gebaut wurde', 'read-also'],
    ['War der Beitrag hilfreich? (12 Stimmen: 4,5 von 5)', 'article-tools'],
    ['(Noch keine Bewertungen) Loading...', 'article-tools'],
    ['Möchten Sie den Beitrag weiterleiten?', 'article-tools'],
    ['Gefällt dir unser Wanderheft? Es kostet nichts und soll nichts kosten.', 'article-tools'],
    ['Dieser Eintrag wurde am 3. Mai 2014 in Verkehr veröffentlicht.', 'entry-note'],
    ['This entry was posted in Traffic by editor', 'entry-note'],
    ['Abgelegt unter: Verkehr, Brücken', 'entry-note'],
    ['Unbezahlte Werbung. Die Karten haben wir selbst gekauft.', 'disclosure'],
    ['*Werbung. Unser Besuch im Park', 'disclosure'],
    ['Dieser Beitrag enthält bezahlte Werbelinks', 'disclosure'],
    ['Follow the Leine Courier on Facebook and Twitter', 'follow'],
    ['For the latest from the valley, download our app', 'follow'],
    ['To read the full story, please log in.', 'follow'],
    ['This report is subject to copyright.', 'copyright'],
    ['Verratet es uns gerne in den Kommentaren!', 'comment-rules'],
    ['Weitere Infos unter www.leine-bruecke.example', 'read-also'],
    ['… weiter zu „Die zweite Brücke“', 'read-also'],
    ['(Alle Angaben ohne Gewähr)', 'editorial-note'],
    [
      `© 2024 Leine-Kurier. ${'Nachdruck und Verbreitung nur mit Zustimmung des Verlags. '.repeat(4)}`,
      'copyright',
    ],
    // The same words in reports.
    ['Sie hat den Bericht abonniert und gab dem Amt Feedback dazu.', null],
    ['Weitere Informationen hatte die Polizei zunächst nicht.', null],
    ['Der Eintrag wurde nach der Wahl aus dem Register gestrichen.', null],
    ['Veröffentlicht in der Fachzeitschrift, zeigen die Daten einen Rückgang.', null],
    ['Posted workers earn less than others, the ministry said.', null],
    ['Werbung für Tabak wird verboten, wie der Bundestag beschloss.', null],
    ['Follow the money, the prosecutor told the court on Monday.', null],
    ['War der Artikel des Gesetzes verfassungswidrig? Darüber entscheidet das Gericht.', null],
    ['Te puede parecer poco, dijo el alcalde.', null],
    ['Lesen lernen Kinder in der ersten Klasse.', null],
  ])('%s', (text, rule) => {
    expect(furnitureRule(text)?.rule ?? null).toBe(rule === null ? null : `article/${rule}`)
  })

  it.each(['Verwandte Themenfelder', 'Lust auf mehr?', 'Leggi anche', 'Zobacz też'])(
    'heading: %s',
    (text) => {
      expect(sectionHead(text)?.rule).toBe('article/section-related')
    },
  )

  it.each(['Temas', 'Mots-clés'])('label: %s', (text) => {
    expect(sectionHead(text)?.rule).toBe('article/section-share')
  })

  it.each(['Verwandte streiten um das Erbe', 'Lust auf mehr Bürgerbeteiligung'])(
    'no such heading: %s',
    (text) => {
      expect(sectionHead(text)).toBeNull()
    },
  )

  it.each([
    ['Beitragsbild: Die Brücke im Mai', true],
    ['Vergrößern Die Brücke von Süden', true],
    ['Abbildung 4: Pfeiler mit Rissen.', true],
    ['Fig. 2 – Piers of the bridge', true],
    ['Abbildungen der Brücke hängen im Rathaus.', false],
    ['Fotografen kamen aus dem ganzen Land.', false],
  ])('caption: %s', (text, is) => {
    expect(captionRule(text) === 'caption').toBe(is)
  })

  it.each([
    ['MDR (dst)', 0],
    ['MDR (abc, def)', 0],
    ['RIRM', 0],
    ['Die NATO (kurz)', null],
    ['USA und EU', null],
  ])('signature: %s', (text, start) => {
    expect(readSignOff(text)?.start ?? null).toBe(start)
  })
})
