/** Addresses as names of documents: what only tells where a reader came from is left out. */

/** Parameters that count visits: of campaigns, of newsletters, of networks. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|wt_?\w*mc|wt_zmc|xtor|at_(?:medium|campaign)|ns_\w+|cmpid|ftcamp|sr_share|s_cid|spm|rss)$/iu

/**
 * The address without fragment, campaign and the capitals of its host; null where it names no page of its own (the front
 * page, no web address).
 *
 *     https://Blatt.example/rat?utm_source=rss#kommentare
 *                              ^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export const documentAddress = (address: string | null): string | null => {
  if (address === null || !/^https?:\/\//iu.test(address)) return null
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  url.hash = ''
  return url.pathname === '/' && url.search === '' ? null : url.href
}
