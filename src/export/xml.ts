import { wellFormed } from './input.ts'

/** XML 1.0 has no place for most control characters and lone surrogates, not even escaped: they are left out. */
export const xmlText = (text: string): string =>
  wellFormed(text)
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
