/** A set of words that are parted by white space. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))
