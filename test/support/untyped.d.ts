/** Parsers that tests read exports back with and that come without types: as much as the tests use. */
declare module 'jsonld' {
  const jsonld: { toRDF(document: unknown): Promise<unknown> }
  export default jsonld
}
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { chainAsync(data: string, options: { forceType: string }): Promise<unknown> }
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '*/scripts/chromium.mjs' {
  export const findChromium: () => string | null
  export const launchChromium: (path?: string | null) => Promise<import('playwright-core').Browser>
}
