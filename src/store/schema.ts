import type { Generated } from 'kysely'

/** Tables as Kysely sees them. Their meaning stands beside the columns in `sql/`. */
export interface Tables {
  meta: { key: string; value: string }
  capture: { content_hash: string; size: number; compression: string; bytes: Uint8Array }
  report: {
    id: string
    source: string
    url: string | null
    input_kind: string | null
    given_title: string | null
    given_published: string | null
    content_hash: string
    captured_at: string
  }
  decision: { id: string; decided_at: string; decided_by: string; action: string }
  withdrawal: { report_id: string; source: string; reason: string | null; at: string }
  reading: {
    id: Generated<number>
    report_id: string
    engine: string
    generation: number
    address: string
    title: string | null
    published: string | null
    publisher: string | null
    agencies: string
    json: Uint8Array
    facts: Uint8Array | null
    terms: Uint8Array
  }
  token: {
    hash: string
    name: string
    access: 'read' | 'write'
    created_at: string
    revoked_at: string | null
  }
  derived: { key: string; generation: number; value: Uint8Array }
}
