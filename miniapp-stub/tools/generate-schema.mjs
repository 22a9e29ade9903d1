// Writes src/api/schema.ts from docs/openapi.json: `node tools/generate-schema.mjs`. With --check it only compares and
// fails when they differ, so that the client cannot drift from what the server says.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const target = here('../src/api/schema.ts')

export function generate(document) {
  const lines = ['// Written by tools/generate-schema.mjs from docs/openapi.json. Do not edit by hand.', '']
  for (const [name, schema] of Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (schema.properties) {
      lines.push(`export interface ${name} {`)
      const required = new Set(schema.required ?? [])
      for (const [field, of] of Object.entries(schema.properties)) {
        lines.push(`  ${JSON.stringify(field).replace(/^"([A-Za-z_]\w*)"$/, '$1')}${required.has(field) ? '' : '?'}: ${type(of)}`)
      }
      lines.push('}', '')
    } else {
      lines.push(`export type ${name} = ${type(schema)}`, '')
    }
  }
  return lines.join('\n')
}

function type(schema) {
  const nullable = schema.nullable || (Array.isArray(schema.type) && schema.type.includes('null'))
  return plain(schema) + (nullable ? ' | null' : '')
}

function plain(schema) {
  if (schema.$ref) return schema.$ref.split('/').pop()
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value).replace(/^"(.*)"$/, "'$1'")).join(' | ')
  for (const together of ['oneOf', 'anyOf']) {
    if (schema[together]) return schema[together].map(type).join(' | ')
  }
  if (schema.allOf) return schema.allOf.map(type).join(' & ')
  const kind = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type
  if (kind === 'array') {
    const item = type(schema.items)
    return item.includes('|') ? `(${item})[]` : `${item}[]`
  }
  if (kind === 'object') {
    return schema.additionalProperties ? `Record<string, ${type(schema.additionalProperties)}>` : 'Record<string, unknown>'
  }
  if (kind === 'integer' || kind === 'number') return 'number'
  if (kind === 'boolean') return 'boolean'
  return kind === 'string' ? 'string' : 'unknown'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = generate(JSON.parse(readFileSync(here('../../docs/openapi.json'), 'utf8')))
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text)
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.ts is not what docs/openapi.json says: run node tools/generate-schema.mjs')
    process.exit(1)
  }
}
