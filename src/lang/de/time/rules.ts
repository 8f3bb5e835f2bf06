import type { TimeItem, TimeRules } from '../../common/time.ts'
import { words } from '../../common/words.ts'
import { dateRules } from './dates.ts'
import { lengthRules } from './lengths.ts'
import { sense } from './words.ts'

/** „von heute“, „heute noch“, „bis heute“, „heute als“: these times, not this day. */
const isNowadays = (items: readonly TimeItem[], from: number, to: number): boolean => {
  if (to - from !== 1 || !/^heutig|^heute$/u.test(items[from]!.lower)) return false
  const before = items[from - 1]?.lower ?? ''
  const after = items[to]?.lower ?? ''
  return (
    before === 'von' ||
    after === 'noch' ||
    before === 'noch' ||
    after === 'wie' ||
    after === 'als' ||
    (before === 'und' && /^(?:damals|früher|einst)$/u.test(items[from - 2]?.lower ?? ''))
  )
}

export const timeRules: TimeRules = {
  version: '1',
  sense,
  opens: words(
    'mehr weniger länger bis fast knapp beinahe nahezu gut rund etwa circa ungefähr mindestens höchstens maximal jede jeden jeder jedem jedes pro je alle halb viertel dreiviertel lange langen frühen späten zur im in dieser jener eines vor seit nächster absehbarer letzter jüngster vergangener ex kw kalenderwoche christi mariä folgenden folgende tags ganze ganzen',
  ),
  /** Hours and lengths first: „drei Jahre“ is read before „drei“ can start anything else. */
  rules: [...lengthRules.slice(0, 3), ...dateRules, ...lengthRules.slice(3)],
  since: new Set(['seit']),
  dating: new Set(['vom']),
  until: new Set(['bis']),
  today: new Set(['heute']),
  perfectForms: new Set(['hat', 'habe', 'haben']),
  isNowadays,
}
