#!/usr/bin/env node
/** Development entry: `read --json --jsonl -` and `read FILES`. Replaced by the full command line. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { loadKnowledge } from '../run/knowledge.ts'
import { read } from '../run/read.ts'

const args = process.argv.slice(2).filter((a) => a !== 'read' && a !== '--json')
const knowledge = loadKnowledge()
const tokens = args.includes('--layers')
const paths = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--layers')
const encoder = new TextEncoder()
if (args.includes('--jsonl')) {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!line.trim()) continue
    const row = JSON.parse(line)
    const kind = row.html !== undefined ? 'page' : row.body !== undefined ? 'body' : 'text'
    const reading = read(
      {
        bytes: encoder.encode(row.html ?? row.body ?? row.text ?? ''),
        kind,
        name: row.id,
        url: row.url ?? null,
        title: row.title ?? null,
        published: row.published ?? null,
        today: null,
      },
      knowledge,
      { tokens },
    )
    process.stdout.write(`${JSON.stringify(reading)}\n`)
  }
} else {
  for (const path of paths) {
    const reading = read(
      {
        bytes: readFileSync(path),
        kind: null,
        name: basename(path),
        url: null,
        title: null,
        published: null,
        today: null,
      },
      knowledge,
      { tokens },
    )
    process.stdout.write(`${JSON.stringify(reading)}\n`)
  }
}
