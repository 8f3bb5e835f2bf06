import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('languageOf', () => {
  it.each([
    [
      'de',
      'Die Stadt hat am Montag beschlossen, die Brücke über den Fluss zu sperren. Nach Angaben der Verwaltung ist sie seit Jahren nicht mehr sicher, und das Geld für einen Neubau fehlt.',
    ],
    [
      'en',
      'The city decided on Monday that the bridge over the river will be closed. It has not been safe for years, the mayor said, and there is no money for a new one.',
    ],
    [
      'fr',
      'La ville a décidé lundi que le pont sur la rivière sera fermé. Il n’est plus sûr depuis des années, a dit le maire, et il n’y a pas d’argent pour un nouveau pont.',
    ],
    [
      'nl',
      'De stad heeft maandag besloten dat de brug over de rivier wordt gesloten. Ze is al jaren niet meer veilig, zei de burgemeester, en er is geen geld voor een nieuwe brug.',
    ],
    [
      'es',
      'La ciudad ha decidido que el puente sobre el río se cierre el lunes. No es seguro desde hace años, según el alcalde, y no hay dinero para uno nuevo en la región.',
    ],
    ['uk', 'Міська рада вирішила в понеділок закрити міст через річку. Він уже багато років не є безпечним.'],
    ['ru', 'Городской совет решил в понедельник закрыть мост через реку. Он уже много лет небезопасен.'],
  ])('%s', (code, text) => expect(languageOf(text)?.code).toBe(code))

  it('keeps a German text German whatever it quotes', () => {
    const text =
      'Der Minister sagte nach dem Treffen auf Englisch: „We will stand with our partners and we will do all that is in our power to help them.“ Die Hilfe werde im Herbst noch einmal erhöht, und das sei mit dem Parlament auch so besprochen.'
    expect(languageOf(text)?.code).toBe('de')
  })

  it.each([
    '',
    'Trump says no',
    'Kreml: Keine Gespräche in Wien',
    '1 2 3 4 5',
    'a '.repeat(3),
    'Zürich '.repeat(80),
  ])('decides nothing of „%s“', (text) => expect(languageOf(text)).toBeNull())
})
