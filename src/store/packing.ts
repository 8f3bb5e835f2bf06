/** Values as compressed JSON. */
import { deflateRawSync, inflateRawSync } from 'node:zlib'

export const packText = (json: string): Uint8Array => deflateRawSync(json, { level: 3 })
export const pack = (value: unknown): Uint8Array => packText(JSON.stringify(value))
/** SQLite's driver hands blobs over as ArrayBuffer. */
export const bytesOf = (blob: Uint8Array | ArrayBuffer): Uint8Array =>
  blob instanceof Uint8Array ? blob : new Uint8Array(blob)
export const unpack = (blob: Uint8Array | ArrayBuffer): unknown =>
  JSON.parse(inflateRawSync(bytesOf(blob)).toString('utf8'))
