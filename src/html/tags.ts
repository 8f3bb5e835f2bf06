/** What browsers know of tags: which have no content, which end without being closed, and how far an end reaches. */

export interface Tag {
  /** Lower case. */
  readonly name: string
  /** Has no content and no closing tag. */
  readonly isVoid: boolean
  /** Its content is no markup. */
  readonly isRaw: boolean
  /** Its content is markup, but none of it is text of the page. */
  readonly isOpaque: boolean
  /** Kept in `<head>`; any other tag begins the body. */
  readonly isOfHead: boolean
  /** Stands on lines of its own. A closing tag of inline markup does not reach beyond it. */
  readonly isBlock: boolean
  /** Its opening ends these, searched from the innermost open element outwards … */
  readonly ends: ReadonlySet<string>
  /** … up to the first of these. */
  readonly endsWithin: ReadonlySet<string>
  /** How far outwards its closing tag looks for what it closes. */
  readonly closesWithin: ReadonlySet<string>
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const voids = words(
  'area base basefont bgsound br col command embed frame hr image img input isindex keygen link meta param source track wbr',
)
const raws = words('script style textarea title noscript iframe noembed noframes')
const opaques = words('template svg math object canvas select datalist')
const ofHead = words(
  'head base basefont bgsound link meta title script style noscript template html noframes',
)
const blocks = words(
  'address applet article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li listing main menu nav object ol p pre section summary table tbody td template tfoot th thead tr ul',
)
const endsParagraph = words(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p pre section summary table ul',
)
const headings = words('h1 h2 h3 h4 h5 h6')

const without = (set: ReadonlySet<string>, names: string): ReadonlySet<string> => {
  const left = new Set(set)
  for (const name of words(names)) left.delete(name)
  return left
}

/** Nothing inside of these ends what lies outside. */
const walls = words('table caption td th template object button html')
const tables = words('table template html')
/** An item ends the one before it through these, not through a list of its own. */
const withinItem = without(blocks, 'address div p li dd dt')
const drawings = 'svg math'

type Ending = readonly [ends: ReadonlySet<string>, within: ReadonlySet<string>]

/** Opening tags that end more than an open paragraph. */
const endings: Readonly<Record<string, Ending>> = {
  li: [words(`li p ${drawings}`), withinItem],
  dd: [words(`dd dt p ${drawings}`), withinItem],
  dt: [words(`dd dt p ${drawings}`), withinItem],
  td: [words('td th caption'), tables],
  th: [words('td th caption'), tables],
  tr: [words('tr td th caption'), tables],
  tbody: [words('tbody thead tfoot tr td th caption'), tables],
  thead: [words('tbody thead tfoot tr td th caption'), tables],
  tfoot: [words('tbody thead tfoot tr td th caption'), tables],
  option: [words('option'), blocks],
  optgroup: [words('option optgroup'), blocks],
  a: [words('a'), blocks],
  rt: [words('rt rp'), blocks],
  rp: [words('rt rp'), blocks],
}

const endingOf = (name: string): Ending => {
  if (headings.has(name))
    return [
      new Set([...headings, ...words(`p ${drawings}`)]),
      without(blocks, `p ${[...headings].join(' ')}`),
    ]
  if (endsParagraph.has(name)) return [words(`p ${drawings}`), insideDrawing]
  return endings[name] ?? [nothing, nothing]
}

const nothing: ReadonlySet<string> = new Set()
/** A drawing may hold a page of its own; all other markup of pages ends a drawing that was not closed. */
const insideDrawing = new Set([...without(blocks, 'p'), 'foreignobject'])

/** How far outwards the closing tag of `name` looks for what it closes. */
const closingOf = (name: string): ReadonlySet<string> => {
  if (name === 'table' || name === 'template') return nothing
  if (/^(?:td|th|tr|tbody|thead|tfoot|caption)$/u.test(name)) return tables
  if (name === 'li') return withinItem
  // A link that is closed too late is closed through what it holds: text after it is no link.
  return blocks.has(name) || name === 'a' ? walls : blocks
}

const tagOf = (name: string): Tag => {
  const [ends, endsWithin] = endingOf(name)
  return {
    name,
    isVoid: voids.has(name),
    isRaw: raws.has(name),
    isOpaque: opaques.has(name),
    isOfHead: ofHead.has(name),
    isBlock: blocks.has(name),
    ends,
    endsWithin,
    closesWithin: closingOf(name),
  }
}

const inline =
  'a abbr b big cite code del em font i ins label mark path picture q rp rt ruby s small span strike strong sub sup time tt u var video audio'

const known = new Map<string, Tag>()
for (const names of [voids, raws, opaques, ofHead, blocks, words(inline)])
  for (const name of names) known.set(name, tagOf(name))
const unknown = tagOf('x-unknown')

/** The tag of a name as it is written. */
export const tagNamed = (written: string): Tag => {
  const found = known.get(written)
  if (found !== undefined) return found
  const name = written.toLowerCase()
  return known.get(name) ?? { ...unknown, name }
}
