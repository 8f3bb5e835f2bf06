/**
 * One key for the spellings of a name, so that Cyrillic and other names meet however they were written over.
 *
 *     Selenskyj  Selenskij  Zelensky  Zelenskyy   → selenski
 *     Lawrow     Lavrov                           → lavrov
 *     Umjerow    Umerov                           → umerov
 *
 * Two different names may share a key; it is only compared with names of the same report or register.
 */
export const spellingKey = (name: string): string => {
  let key = name.toLowerCase()
  key = key.normalize('NFD').replaceAll(/\p{M}/gu, '')
  key = key.replaceAll('ß', 'ss').replaceAll('ł', 'l').replaceAll('ø', 'o').replaceAll('ı', 'i')
  key = key.replaceAll(/[’'`-]/gu, '')
  key = key
    .replaceAll(/schtsch|tsch|tch|shch/gu, 'c')
    .replaceAll(/sch|sh|zh|sz/gu, 's')
    .replaceAll('kh', 'ch')
  key = key.replaceAll('ph', 'f').replaceAll('w', 'v').replaceAll('z', 's').replaceAll(/[yj]/gu, 'i')
  key = key.replaceAll(/ii+/gu, 'i').replaceAll(/ie|ia(?=n)/gu, (m) => m[1]!)
  return key.replaceAll(/(.)\1+/gu, '$1')
}

/** Key of an alias token: as written, with ß as ss, so that Swiss spelling meets. */
export const tokenKey = (token: string): string => (token.includes('ß') ? token.replaceAll('ß', 'ss') : token)
