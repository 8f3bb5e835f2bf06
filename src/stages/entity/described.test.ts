import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../run/knowledge.ts'
import { readCapture } from '../../run/read.ts'

const knowledge = loadKnowledge()

/** Name and country of who said the last thing in a text. */
const speaker = (text: string, published = '2025-05-22'): string => {
  const { document } = readCapture(
    {
      bytes: new TextEncoder().encode(text),
      kind: 'body',
      name: 'case',
      url: null,
      title: null,
      published,
      today: null,
    },
    knowledge,
  )
  const said = document.statement.at(-1)?.speaker
  return `${said?.name ?? '-'}, ${said?.country ?? '-'}`
}

describe('whom a description means', () => {
  it.each([
    ['Konzernchef Otto Lang sprach in Kiel. Das Werk sei sicher, sagte der Manager.', 'Otto Lang, -'],
    ['Otto Lang sprach in Kiel. Das Werk sei sicher, so der Ressortchef.', 'Otto Lang, -'],
    // Another is told of under the same noun, or nobody says anything.
    ['Otto Lang traf einen Soldaten. Man sei müde, sagte der Soldat.', 'Soldat, -'],
    [
      'Der Konzern Rheinmetall baut in Kiel. Ein Werk sei fertig, teilte das Unternehmen mit.',
      'Rheinmetall, -',
    ],
    [
      'Bundeskanzler Friedrich Merz reiste nach Vilnius. Sein Verteidigungsminister sagte, die Truppe sei bereit.',
      'Boris Pistorius, DEU',
    ],
    [
      'Verteidigungsminister Boris Pistorius kam nach Kiel. Aus dem Ministerium hieß es, man liege im Plan.',
      'deutsches Verteidigungsministerium, DEU',
    ],
    ['Otto Lang sprach in Bonn. Das Urteil sei falsch, meinte der Koch.', 'Otto Lang, -'],
    [
      'Der frühere Nato-Generalsekretär Jens Stoltenberg kam. Das Geld reiche, so der frühere Nato-Generalsekretär.',
      'Jens Stoltenberg, -',
    ],
    ['Die Kosten seien zu hoch, sagte FPÖ-Obmann Otto Lang.', 'Otto Lang, AUT'],
    ['Die Kosten seien zu hoch, sagte SPÖ-Bundesgeschäftsführer Otto Lang.', 'Otto Lang, AUT'],
    ['Die Kosten seien zu hoch, sagte Otto Lang, Sprecher des Pentagon.', 'Otto Lang, USA'],
    ['Das Weiße Haus wehrte sich. Die Mittel seien knapp, sagte eine Sprecherin.', 'Sprecherin, USA'],
    ['Das Weiße Haus wehrte sich. Die Mittel seien knapp, sagte eine Sprecherin der Bahn.', 'Sprecherin, -'],
  ])('%s', (text, wanted) => expect(speaker(text)).toBe(wanted))
})

it('has the country that somebody serves on the day', () => {
  expect(speaker('Die Flotte sei alt, sagte Kaja Kallas.', '2022-05-22')).toBe('Kaja Kallas, EST')
  expect(speaker('Die Flotte sei alt, sagte Kaja Kallas.', '2025-05-22')).toBe('Kaja Kallas, EU')
})
