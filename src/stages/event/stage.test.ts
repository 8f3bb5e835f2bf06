import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../run/knowledge.ts'
import { shippedCodebook } from '../../run/paths.ts'
import { read } from '../../run/read.ts'
import type { Knowledge } from '../knowledge.ts'

let assistance: Knowledge
let sanctions: Knowledge
beforeAll(() => {
  assistance = loadKnowledge()
  sanctions = loadKnowledge(shippedCodebook('sanctions'))
})

const events = (text: string, knowledge = assistance, published: string | null = '2024-05-15') =>
  read(
    {
      bytes: new TextEncoder().encode(text),
      kind: 'body',
      name: 'test',
      url: null,
      title: null,
      published,
      today: null,
    },
    knowledge,
  ).events

/** `pledge NOR>UKR actual` */
const short = (text: string, knowledge?: Knowledge): string[] =>
  events(text, knowledge).map(({ type, actors, recipients, factuality }) => {
    const codes = (list: typeof actors) => list.map((p) => p.country ?? p.name).join('+')
    return `${type} ${codes(actors)}>${codes(recipients)} ${factuality}`
  })

describe('events in every form that German gives them', () => {
  it.each([
    ['verb', 'Finnland lieferte der Republik Moldau gepanzerte Fahrzeuge.', 'provide FIN>MDA actual'],
    [
      'two seats of government side by side',
      'Zuletzt hat London Kyjiw Munition geliefert.',
      'provide GBR>UKR actual',
    ],
    ['two states side by side', 'Nun will Polen Kiew Panzer liefern.', 'provide POL>UKR planned'],
    ['a seat before a bare dative', 'Zuletzt sagte Oslo Chisinau Hilfe zu.', 'pledge NOR>MDA actual'],
    [
      'those with whose support it is given',
      'Mit Unterstützung Belgiens, Dänemarks und Norwegens wird ein Paket mit Munition an die Ukraine geliefert.',
      'provide BEL+DNK+NOR>UKR actual',
    ],
    [
      'who helps, beside who gives',
      'Mit Hilfe der Niederlande liefert Kanada Moldau Drohnen.',
      'provide CAN+NLD>MDA actual',
    ],
    [
      'whom it shall support gets it',
      'Zur Unterstützung der Ukraine liefert Kanada Munition.',
      'provide CAN>UKR actual',
    ],
    ['separable verb', 'Norwegen sagte der Ukraine neue Raketen zu.', 'pledge NOR>UKR actual'],
    ['passive', 'Die Lieferung von Munition an Israel wurde von den USA gestoppt.', 'pause USA>ISR actual'],
    [
      'light verb: zur Verfügung stellen',
      'Japan stellte Moldau Generatoren zur Verfügung.',
      'provide JPN>MDA actual',
    ],
    [
      'light verb: in Aussicht stellen',
      'Kanada stellte Armenien Drohnen in Aussicht.',
      'pledge CAN>ARM actual',
    ],
    [
      'light verb: auf Eis legen',
      'Die USA legten die Militärhilfe für Ägypten auf Eis.',
      'pause USA>EGY actual',
    ],
    [
      'light verb: den Weg freimachen',
      'Der Bundestag machte den Weg für neue Militärhilfe für die Ukraine frei.',
      'approve DEU>UKR actual',
    ],
    [
      'noun with genitive',
      'Die Einstellung der Waffenlieferungen an die Ukraine durch die USA kam überraschend.',
      'pause USA>UKR actual',
    ],
    [
      'compound noun',
      'Medien berichteten über einen US-Lieferstopp von Munition an Israel.',
      'pause USA>ISR actual',
    ],
    [
      'noun going on',
      'Die Verhandlungen zwischen Polen und Japan über ein Abkommen kommen voran.',
      'negotiate POL+JPN> actual',
    ],
    [
      'negated agreement',
      'Der US-Kongress kann sich nicht auf ein Hilfspaket für Taiwan einigen.',
      'block USA>TWN actual',
    ],
    ['complement clause', 'Kanada kündigte an, der Ukraine Drohnen zu liefern.', 'pledge CAN>UKR actual'],
    [
      'what is announced is the event',
      'Die USA kündigten die Wiederaufnahme der Militärhilfe für Ägypten an.',
      'resume USA>EGY planned',
    ],
    [
      'recipient as subject',
      'Die Ukraine erhielt von Italien ein Flugabwehrsystem.',
      'provide ITA>UKR actual',
    ],
    [
      'summons',
      'Das polnische Außenministerium bestellte den russischen Botschafter ein.',
      'summon POL>RUS actual',
    ],
    ['planned', 'Dänemark will der Ukraine Haubitzen liefern.', 'provide DNK>UKR planned'],
    ['possible', 'Spanien könnte der Ukraine Leopard-Panzer liefern.', 'provide ESP>UKR possible'],
    ['denied', 'Griechenland liefert der Ukraine keine Patriot-Systeme.', 'provide GRC>UKR denied'],
    ['refusal', 'Die Schweiz lehnt die Lieferung von Munition an die Ukraine ab.', 'block CHE>UKR actual'],
  ])('%s', (_, text, expected) => expect(short(text)).toEqual([expected]))

  it.each([
    [
      'past participle',
      'Es geht um das vom Bundestag abgenickte Hilfspaket für Moldau.',
      ['approve DEU>MDA actual'],
    ],
    [
      'present participle',
      'Es geht um die im Bundestag feststeckende Armenien-Hilfe.',
      ['block DEU>ARM actual'],
    ],
    ['of asking', 'Kanada prüft die von Jordanien erbetene Militärhilfe.', ['request JOR> actual']],
    [
      'the stop that is announced is no promise',
      'Der von den USA angekündigte Stopp der Waffenlieferungen an Ägypten empört Kairo.',
      ['pause USA>EGY planned'],
    ],
    [
      'what a noun refuses stands in the clause behind it',
      'Die Weigerung der Fraktion im US-Kongress, ein Hilfsgesetz für Taiwan zu verabschieden, hat Folgen.',
      ['block USA>TWN actual'],
    ],
    [
      'what a relative clause is about',
      'Das Parlament in Ottawa billigte ein Gesetz zur Hilfe für Armenien, das vom kanadischen Senat blockiert wurde.',
      ['approve CAN>ARM actual', 'block CAN>ARM actual'],
    ],
    [
      'a verb that carries the noun',
      'Kanada ordnete die Aussetzung der Militärhilfe für Ägypten an.',
      ['pause CAN>EGY actual'],
    ],
    ['for and against', 'Der Bundestag votierte für ein Hilfspaket für Moldau.', ['approve DEU>MDA actual']],
    ['whom a compound is for', 'Die USA stoppten die Jordanien-Hilfe.', ['pause USA>JOR actual']],
    ['whose a compound is', 'Der Stopp der US-Hilfe für Jordanien empört Amman.', ['pause USA>JOR actual']],
    [
      'where it happens is no party',
      'In der estnischen Hauptstadt Tallinn einigten sich acht Staaten auf ein Hilfspaket für Moldau.',
      ['agree >MDA actual'],
    ],
    [
      'what is in a package',
      'Der Bundestag billigte ein Paket, das 60 Millionen Euro an Unterstützung für Moldau vorsieht.',
      ['approve DEU>MDA actual'],
    ],
    [
      'approved when, and what is in it',
      'Der kanadische Senat hatte im Mai für ein Hilfspaket votiert, das rund 30 Millionen Euro für Moldau vorsieht.',
      ['approve CAN>MDA actual'],
    ],
    ['there is resistance', 'Er zögert, weil es in den USA Widerstand gegen die Jordanien-Hilfe gibt.', []],
    ['hit, not met', 'Armenien wird hart getroffen, sagte der kanadische Minister.', []],
    [
      'there is money: nobody gives it',
      'Norwegen hilft Moldau mit Geld. Auch dafür gibt es Gelder der Banken.',
      ['provide NOR>MDA actual'],
    ],
    [
      'what is agreed is a meeting',
      'Kanada und Japan vereinbarten ein Treffen ihrer Minister.',
      ['meet CAN+JPN> planned'],
    ],
    [
      'on what occasion',
      'Bei einem Treffen mit Japans Außenminister forderte Kanada weitere Munition.',
      ['meet CAN+JPN> actual', 'request CAN> actual'],
    ],
    [
      'somebody without a name',
      '15 Länder hätten Abkommen mit Moldau geschlossen, sagte US-Außenminister Antony Blinken.',
      ['agree MDA> actual'],
    ],
  ])('%s', (_, text, expected) => expect(short(text)).toEqual(expected))

  it('reads a participle as background', () => {
    const [found] = events('Die von den USA gestoppte Militärhilfe für Ägypten war Thema im Senat.')
    expect(found).toMatchObject({ type: 'pause', background: true, factuality: 'actual' })
  })
})

describe('what an event carries', () => {
  it.each([
    [
      'Kanada sagte der Ukraine 500 Millionen kanadische Dollar zu.',
      { value: 5e8, currency: 'CAD', bound: 'exact' },
    ],
    ['Die EU sagte Moldau bis zu 1,9 Milliarden Euro zu.', { value: 1.9e9, currency: 'EUR', bound: 'up_to' }],
    [
      'Japan sagte der Ukraine mehr als 4,5 Mrd. Dollar zu.',
      { value: 4.5e9, currency: 'USD', bound: 'at_least' },
    ],
    ['Norwegen sagte der Ukraine rund 150.000 Euro zu.', { value: 150_000, currency: 'EUR', bound: 'about' }],
    ['Norwegen sagte der Ukraine Panzer zu.', null],
  ])('amount: %s', (text, expected) => expect(events(text)[0]?.amount).toEqual(expected))

  it('counts goods', () => {
    expect(events('Deutschland liefert der Ukraine 14 Kampfpanzer vom Typ Leopard 2.')[0]).toMatchObject({
      quantity: { value: 14, unit: 'Kampfpanzer', bound: 'exact' },
      goods: ['tanks'],
    })
  })

  it.each([
    ['Die USA liefern der Ukraine Patriot-Raketen.', ['air-defence', 'missiles']],
    ['Die USA liefern der Ukraine 155-Millimeter-Granaten.', ['munitions']],
    ['Die USA liefern der Ukraine technische Daten.', ['technical-data']],
    ['Die USA liefern der Ukraine Flugabwehrpanzer.', ['air-defence']],
    ['Die USA liefern der Ukraine Schützenpanzer vom Typ Bradley.', ['armoured-vehicles']],
  ])('goods: %s', (text, goods) => expect(events(text)[0]?.goods).toEqual(goods))

  it('knows nothing later than the report', () => {
    expect(events('Schweden lieferte Moldau Munition.')[0]?.date).toEqual({
      edtf: '/2024-05-15',
      basis: 'publication',
    })
    expect(events('Schweden lieferte Moldau Munition.', assistance, null)[0]?.date).toBeNull()
  })

  it('takes missing parties from the rest of the report and says so', () => {
    const found = events(
      'Die USA sagten Moldau Munition zu. Später wurde die Lieferung von Munition gestoppt.',
    )
    expect(found.map((e) => e.type)).toEqual(['pledge', 'pause'])
    expect(found[1]).toMatchObject({ actors: [{ country: 'USA' }], recipients: [{ country: 'MDA' }] })
    expect(found[1]?.rule).toMatch(/\+context$/u)
  })
  it('but what goes to others goes to nobody who is named', () => {
    const told = (whom: string): string[] =>
      short(
        `Kanada liefert Georgien Radargeräte. Die Regierung in Ottawa stellt die Ausfuhr der Geräte an ${whom} zurück.`,
      )
    expect(told('Georgien')).toEqual(['provide CAN>GEO actual', 'pause CAN>GEO actual'])
    expect(told('andere Länder')).toEqual(['provide CAN>GEO actual'])
  })
})

describe('topics outside the codebook give nothing', () => {
  it.each([
    'Der Konsolenhersteller verhängte einen Lieferstopp für sein neues Gerät.',
    'Der Stürmer gab dem Verein eine Zusage für die kommende Saison.',
    'Die Gewerkschaft und die Arbeitgeber einigten sich auf einen Tarifvertrag.',
    'Das Land Hessen sagte den Kommunen zwei Millionen Euro für Kitas zu.',
    'Der Online-Händler liefert Pakete künftig mit Drohnen aus.',
    'Die Sängerin sagte ihr Konzert in Berlin ab.',
    'Der Paketdienst stoppte die Zustellung wegen des Streiks.',
    'Die Bank gewährte dem Bauunternehmer einen Kredit über drei Millionen Euro.',
    'Der Trainer forderte von seiner Mannschaft mehr Einsatz.',
    'Die Klinik erhielt neue Beatmungsgeräte.',
    'Der Angriff des FC Bayern lief über die linke Seite.',
    'Die Waffenruhe im Tarifstreit hielt nur kurz.',
    'Der Autobauer stellte die Produktion des Modells ein.',
    'Das Ehepaar unterzeichnete einen Mietvertrag.',
  ])('%s', (text) => expect(short(text)).toEqual([]))
})

describe('the engine knows no topic', () => {
  it.each([
    ['Die Schweiz hat neue Sanktionen gegen Belarus verhängt.', 'impose CHE>BLR actual'],
    ['Die EU will die Sanktionen gegen Syrien aufheben.', 'lift EU>SYR planned'],
  ])('%s', (text, expected) => expect(short(text, sanctions)).toEqual([expected]))
  it('reads no assistance with the sanctions codebook', () =>
    expect(short('Schweden lieferte Moldau gepanzerte Fahrzeuge.', sanctions)).toEqual([]))
})

describe('dates', () => {
  it.each([
    ['own clause', 'Kanada lieferte Moldau am Montag Drohnen.', '2024-05-13'],
    ['before the report', 'Kanada hat Moldau Drohnen geliefert.', '/2024-05-15'],
    ['goes on', 'Kanada und Japan verhandeln über ein Abkommen.', '2024-05-15'],
    ['since', 'Seit Januar 2023 hat Kanada der Ukraine Raketen geliefert.', '2023-01-01/2024-05-15'],
    ['until, planned', 'Kanada will Moldau bis Ende Juni Drohnen liefern.', '2024-05-15/2024-06-30'],
    [
      'what is to come, later',
      'Kanada soll Moldau noch in diesem Jahr Drohnen liefern.',
      '2024-05-15/2024-12-31',
    ],
    [
      'promised when it was said',
      'Kanada habe Moldau Drohnen zugesagt, sagte die Ministerin am Montag.',
      '2024-05-13',
    ],
    [
      'no later than it was said',
      'Kanada habe Moldau Drohnen geliefert, sagte die Ministerin am Montag.',
      '/2024-05-13',
    ],
    [
      'not that of an attribute',
      'Kanada nimmt die im März ausgesetzten Lieferungen von Munition an Moldau wieder auf.',
      '2024-05-15',
      'resume',
    ],
    [
      'said behind it',
      'Kanada hat Moldau Drohnen zugesagt. Das teilte die Regierung am Montag mit.',
      '2024-05-13',
    ],
    [
      'a paper of a day',
      'Kanada hat Moldau Drohnen geliefert. Das geht aus einem Schreiben vom Montag hervor.',
      '/2024-05-13',
    ],
    [
      'nothing points back',
      'Es regnete. Kanada hat Moldau Drohnen geliefert. Das Wetter war am Montag gut.',
      '/2024-05-15',
    ],
    [
      'the day of the news',
      'Oman und Ghana haben ein Abkommen geschlossen. Die Minister trafen am Montag in Accra ein.',
      '2024-05-13',
    ],
    [
      'history behind the news is not its day',
      'Oman und Ghana haben ein Abkommen geschlossen. Ein Entwurf war am Montag bekannt geworden.',
      '/2024-05-15',
    ],
    [
      'the occasion behind it',
      'Es regnete. Oman und Ghana haben ein Abkommen geschlossen. Bei der Unterzeichnung am Montag fehlte die Presse.',
      '2024-05-13',
    ],
    [
      'another meeting is no occasion',
      'Es regnete. Oman und Ghana haben ein Abkommen geschlossen. Bei einem Fest am Montag fehlte die Presse.',
      '/2024-05-15',
    ],
  ])('%s: %s', (_, text, date, type?: string) => {
    const asked = events(text).filter((e) => type === undefined || e.type === type)
    expect(asked.map((e) => e.date?.edtf)).toEqual([date])
  })

  it('a report that states only its month keeps a night inside it', () => {
    const text = 'Die USA haben in der Nacht zu Mittwoch ihre Militärhilfe für Moldau gestoppt.'
    const [event] = events(text, assistance, '2024-05')
    expect(event?.date?.edtf.slice(0, 7)).toBe('2024-05')
  })

  it('a report that states only its month tells the news of it, and history from before', () => {
    const found = events(
      'Kanada hat Moldau Drohnen geliefert. Zuvor hatte Japan Moldau Generatoren geliefert.',
      assistance,
      '2024-05',
    )
    expect(found.map((e) => e.date?.edtf)).toEqual(['2024-05', '/2024-05'])
  })

  it.each([
    ['Schweden bestätigte, dass Polen der Ukraine Panzer geliefert hat.', 'provide'],
    ['Schweden bestätigte, dass mehr Panzer nach Moldau geschickt werden.', 'pledge'],
  ])('confirms what is done, or what is to come: %s', (text, type) => {
    expect(events(text).map((e) => e.type)).toEqual([type])
  })

  it.each([
    ['Schweden hat Moldau die letzten neun Panzer übergeben.', true],
    ['Schweden hat Moldau neun Panzer übergeben.', false],
    ['Schweden hat Moldau in den letzten Monaten neun Panzer übergeben.', false],
  ])('complete with the rest: %s', (text, final) => {
    expect(events(text)[0]?.final).toBe(final)
  })

  it('a participle is older than what is told', () => {
    const text = 'Die zugesagten Panzer für Moldau seien geliefert, teilte Schweden am Montag mit.'
    expect(events(text).find((e) => e.type === 'pledge')?.date?.edtf).toBe('/2024-05-13')
  })

  it.each([
    ['Deutschland hat der Ukraine 18 Leopard-2-Panzer geliefert.', 18],
    ['Deutschland hat der Ukraine am Freitag 18 Haubitzen geliefert.', 18],
  ])('a number opens the object: %s', (text, value) => {
    expect(events(text)[0]).toMatchObject({ quantity: { value }, recipients: [{ country: 'UKR' }] })
    expect(events(text)[0]?.object).not.toBeNull()
  })

  it('a phrase of time ends with the time', () => {
    const [event] = events('Kanada liefert Moldau seit Februar Öl.')
    expect(event).toMatchObject({ goods: ['energy'], recipients: [{ country: 'MDA' }] })
  })

  it('says when a delivery to come was announced', () => {
    const [event] = events('Kanada wird Moldau Drohnen liefern. Das kündigte die Ministerin am Montag an.')
    expect(event).toMatchObject({ type: 'provide', factuality: 'planned', saidOn: { edtf: '2024-05-13' } })
  })

  it('„entsprechend“ and „damals“ mean the time told of before', () => {
    const text =
      'Kanada hat der Ukraine im vergangenen Jahr Raketen zugesagt. Eine entsprechende Erklärung wurde unterzeichnet.'
    expect(events(text).map((e) => e.date?.edtf)).toEqual(['2023', '2023'])
  })
})

describe('bodies of no country', () => {
  it.each([
    [
      'Die Weltbank stellt der Republik Moldau einen Kredit zur Verfügung.',
      [{ name: 'Weltbank', country: null }],
    ],
    ['Kanada stellt Moldau einen Kredit zur Verfügung.', [{ name: 'Kanada', country: 'CAN' }]],
    ['Moldau wird ein Kredit zur Verfügung gestellt.', []],
  ])('%s', (text, actors) => expect(events(text)[0]?.actors).toEqual(actors))
})

describe('what is received', () => {
  it.each([
    ['Moldau erhielt aus Kanada eine Zusage über zehn Panzer.', ['pledge CAN>MDA actual']],
    ['Moldau bekam von Japan keine Nachricht über die vereinbarten Lieferungen.', []],
    ['Moldau erhielt aus Kanada zehn Panzer.', ['provide CAN>MDA actual']],
  ])('%s', (text, expected) => expect(short(text)).toEqual(expected))
})

describe('goods', () => {
  it.each([
    ['Die USA stimmten im Verteidigungsausschuss der Hilfe für Moldau zu.', []],
    ['Die USA verhandeln mit Moldau über eine Sitzung des UN-Sicherheitsrates.', []],
    ['Die USA gaben Moldau einen Vorschuss von zwei Millionen Dollar.', ['funds']],
    ['Japan lieferte Moldau 10.000 Schuss Artilleriemunition.', ['munitions']],
    ['Japan lieferte Moldau Küstenradare und Streubomben.', ['equipment', 'munitions']],
  ])('%s', (text, goods) => {
    expect(events(text)[0]?.goods.filter((good) => good !== 'artillery')).toEqual(goods)
  })
})

describe('objects', () => {
  it.each([
    ['no country', 'Kanada stellt Moldau Generatoren zur Verfügung.', /^Generatoren$/u],
    ['no pronoun', 'Kanada hat sich verpflichtet, Moldau mit neuen Raketen zu versorgen.', /Raketen$/u],
    [
      'the attributes of a participle left out',
      'Der Senat stimmte für ein von Präsident Weber beantragtes Hilfspaket für Moldau.',
      /^beantragtes Hilfspaket/u,
    ],
    ['in the nominative', 'Japan half Moldau im Mai mit gebrauchten Fahrzeugen.', /^gebrauchte Fahrzeuge$/u],
    [
      'no measure and no time',
      'Kanada stellte ein 20 Millionen Dollar schweres Hilfspaket für 90 Tage in Aussicht.',
      /^Hilfspaket$/u,
    ],
    [
      'no half of a pair',
      'Kanada unterzeichnete mit Armenien ein Abkommen zwischen Kanada und Armenien.',
      /^Abkommen(?: zwischen Kanada und Armenien)?$/u,
    ],
    [
      'an attribute in quotation marks',
      'Kanada und Armenien haben ein "wichtiges" Handelsabkommen unterzeichnet.',
      /^wichtiges Handelsabkommen$/u,
    ],
  ])('%s: %s', (_, text, object) => {
    expect(events(text)[0]?.object).toMatch(object)
  })
})

describe('who acts', () => {
  it.each([
    ['the object first', 'Waffen liefern die USA der Ukraine nicht mehr.', 'provide USA>UKR denied'],
    [
      'behind the verb bracket stand only prepositional phrases',
      'Norwegen sagte Moldau Geld zu, Island Decken.',
      'pledge NOR>MDA actual',
    ],
    [
      'where people are says whose help it is',
      'Kanada stellt Decken für Flüchtlinge in Ghana bereit.',
      'provide CAN>GHA actual',
    ],
    [
      'a place is not whither',
      'In Zagreb hat Kanada der Ukraine Minenräumgeräte zugesagt.',
      'pledge CAN>UKR actual',
    ],
    [
      'a currency is no party',
      'Die Ukraine bekommt von Japan drei Millionen Franken.',
      'provide JPN>UKR actual',
    ],
    [
      '„das Land“ is the other one named',
      'Nach dem Putsch in Niger hat Frankreich seine Entwicklungshilfe für das Land eingestellt.',
      'pause FRA>NER actual',
    ],
    [
      'the office, not the passport',
      'EU-Kommissionspräsidentin Ursula von der Leyen hat Moldau Kredite zugesagt.',
      'pledge EU>MDA actual',
    ],
    [
      'a pronoun means the subject above',
      'Das polnische Außenministerium protestierte, indem es den russischen Botschafter einbestellte.',
      'summon POL>RUS actual',
    ],
    [
      'a bracket parts no list',
      'Bundeskanzler Olaf Scholz (SPD) und der indische Ministerpräsident Narendra Modi unterzeichneten einen Vertrag.',
      'agree DEU+IND> actual',
    ],
    [
      'the last of those who do it is no object',
      'Die USA legten die Militärhilfe für Ägypten auf Eis. Jordaniens König Abdullah und Frankreichs Präsident Emmanuel Macron kritisierten die Entscheidung.',
      'react JOR+FRA>USA actual',
    ],
    [
      'what stands inside an attribute is not the clause’s',
      'Norwegen sagte der von Russland angegriffenen Ukraine Raketen zu.',
      'pledge NOR>UKR actual',
    ],
    [
      'for whom things are meant stands inside their attribute',
      'Die USA halten einen Teil der für die Ukraine bestimmten Waffen zurück.',
      'pause USA>UKR actual',
    ],
    [
      'why it is done is not by whom',
      'Angesichts der russischen Bedrohung wurden Moldau von Finnland Funkgeräte geliefert.',
      'provide FIN>MDA actual',
    ],
    [
      'whom it shall help gets it',
      'Der Bundestag gab zwei Milliarden Euro zur Unterstützung der Ukraine frei.',
      'approve DEU>UKR actual',
    ],
    [
      'many states are nobody in particular, and not the one who gets it',
      'Die übrigen 26 Staaten sagten Kiew weitere Raketen zu.',
      'pledge >UKR actual',
    ],
    [
      'the doer’s country is not who gets it',
      'Japan stoppte die Lieferung von Munition an Israel. Israels Außenminister nannte die Entscheidung falsch.',
      'react ISR>JPN actual',
    ],
  ])('%s: %s', (_, text, expected) => {
    expect(short(text)).toContain(expected)
  })

  it('nobody answers what he did himself, nor what was only asked for', () => {
    const own = 'Japan stoppte die Lieferung von Munition an Israel. Japans Regierung lobte die Entscheidung.'
    expect(short(own)).toEqual(['pause JPN>ISR actual'])
    const asked = 'Kiew bat Japan um Munition. Russland kritisierte die Entscheidung.'
    expect(short(asked)).toEqual(['request UKR>JPN actual'])
  })

  it('who agrees to what is not told decides on what he gives himself', () => {
    const text = 'Japan stoppte die Lieferung von Munition an Israel. '
    expect(short(`${text}Nun muss das japanische Parlament zustimmen.`)).toContain('approve JPN>ISR planned')
    expect(short(`${text}Nun muss Russland zustimmen.`)).toHaveLength(1)
  })

  it('who is asked would do it', () => {
    const [first] = events('Polen forderte Ungarn auf, der Ukraine Munition zu liefern.')
    expect(first).toMatchObject({
      type: 'request',
      actors: [{ country: 'POL' }],
      recipients: [{ country: 'HUN' }],
    })
  })

  it('a deadline of what is promised is not when it was promised', () => {
    const [pledge] = events('Litauen versprach der Ukraine am Montag 5000 Drohnen bis zum Herbst.')
    expect(pledge!.date!.edtf).toBe('2024-05-13')
    const [approval] = events(
      'Das lettische Parlament hat am Montag Militärhilfe für Kiew bis 2030 gebilligt.',
    )
    expect(approval!.date!.edtf).toBe('2024-05-13')
  })
})

describe('hostile input', () => {
  const words =
    'Kiew der die USA und , „ “ ( liefern lieferte zugesagt dass wird nicht Raketen Hilfe für an mit bis seit 2023 Freitag es sich . umgerechnet Millionen Dollar einbestellte Vertrag'.split(
      ' ',
    )
  it('gives events whose evidence is verbatim and inside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (list) => {
        const text = list.join(' ')
        for (const { evidence } of events(text)) {
          expect(evidence.end).toBeGreaterThan(evidence.start ?? Number.NaN)
          expect(evidence.exact.length).toBeGreaterThan(0)
          expect(text.includes(evidence.exact)).toBe(true)
        }
      }),
      { numRuns: 60, seed: 5 },
    )
  })
})
