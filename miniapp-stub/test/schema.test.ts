import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
// @ts-expect-error a tool without types
import { generate } from '../tools/generate-schema.mjs'

test('the client knows the API as docs/openapi.json says it', () => {
  expect(readFileSync('src/api/schema.ts', 'utf8')).toBe(generate(JSON.parse(readFileSync('../docs/openapi.json', 'utf8'))))
})
