import { describe, expect, it } from 'vitest'
import { readDateline, readSignOff } from './openings.ts'

describe('datelines', () => {
  it.each([
    ['Graz – Die Stadt baut zwei Radwege und sperrt dafür eine Spur.', 'Graz'],
    ['Bonn/Den Haag · Wegen Hochwassers fahren auf dem Rhein keine Schiffe.', 'Bonn/Den Haag'],
    ['Hannover. Die Messe hat im Frühjahr weniger Gäste gezählt.', 'Hannover'],
    ['Frankfurt am Main. Der Flughafen erwartet einen Streik der Lotsen.', 'Frankfurt am Main'],
    ['Bad Ems, 3. Mai 2024 – Das Museum zeigt Briefe aus drei Jahrhunderten.', 'Bad Ems'],
    ['KÄRNTEN. Das Land fördert den Umbau alter Höfe.', 'KÄRNTEN'],
    ['Ulm. „Wir schaffen das bis zum Herbst“, sagte die Bürgermeisterin.', 'Ulm'],
    ['Kassel. In der Nacht zum 3. Mai fiel in der Stadt der Strom aus.', 'Kassel'],
    // No places, or no datelines.
    ['Die Brücke – Baujahr 1960 – ist seit Montag zu und wird ersetzt.', null],
    ['Kassel – die Stadt der Kunst – bekommt ein weiteres Museum.', null],
    ['Dr. Anna Muster leitet das Krankenhaus seit dem Frühjahr.', null],
    ['Wochenende. Regen. Das Schwimmbad bleibt trotzdem offen.', null],
    ['Anzeige – Das neue Rad gibt es jetzt auch ohne Anzahlung.', null],
    ['Kommentar. Ein Haushalt ohne Mut ist noch kein schlechter Haushalt.', null],
    ['Der Rat tagt. Die Fraktionen wollen lange beraten.', null],
  ])('%s', (text, place) => {
    expect(readDateline(text)?.place ?? null).toBe(place)
  })
})

describe('sign-offs', () => {
  it.each([
    ['Die Partei nannte das »einen Fehler von Anfang an.« (epd/nk)', ['epd']],
    ['Der Kurs gab um zwei Prozent nach./DP/abc', []],
    ['Der Kurs gab um zwei Prozent nach./abc/DP/xyz', []],
  ])('%s', (text, agencies) => {
    expect(readSignOff(text)?.agencies).toEqual(agencies)
  })

  it.each(['Sie fuhr 80 km/h.', 'Gewählt wird in Bonn/Köln', 'Er nannte es »klug« (und meinte es so)'])(
    'none: %s',
    (text) => {
      expect(readSignOff(text)).toBeNull()
    },
  )
})
