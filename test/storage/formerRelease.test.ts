import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { auditSchema } from '../../storage/auditTrail.ts';
import type { CollectionSchema } from '../../storage/collectionSchema.ts';
import {
  bundlesSchema,
  changeSchema,
  customerSchema,
  domainLeaseSchema,
  notedChangesSchema,
  submissionSchema,
  userSchema,
} from '../../storage/collections.ts';
import { importRowsSchema, importSchema, reservationSchema } from '../../storage/importCollections.ts';
import { type JsonSchema, misfits } from './jsonSchemaFit.ts';

/** The schema of a kind of documents, and its number. */
interface KnownKind {
  readonly version: number;
  readonly schema: JsonSchema;
}

const collections: readonly Pick<CollectionSchema<unknown>, 'kind' | 'version' | 'schema'>[] = [
  auditSchema,
  bundlesSchema,
  changeSchema,
  customerSchema,
  domainLeaseSchema,
  importRowsSchema,
  importSchema,
  notedChangesSchema,
  reservationSchema,
  submissionSchema,
  userSchema,
];

const present: Readonly<Record<string, KnownKind>> = Object.fromEntries(
  collections.map(({ kind, version, schema }) => [
    kind,
    { version, schema: z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'ref' }) as JsonSchema },
  ]),
);

// From dist/test/storage.
const file = new URL('../../../test/examples/former-release.json', import.meta.url);

// At a release: what it writes is what the next one's former release writes.
if (process.env['TEST_FORMER'] === 'write') writeFileSync(file, `${JSON.stringify(present)}\n`);

const former = JSON.parse(readFileSync(file, 'utf8')) as typeof present;

// During a rolling update both work on the same records, and what does not fit a schema of the same number is set aside.
describe('documents of the release before this one', () => {
  for (const [kind, { version, schema }] of Object.entries(former)) {
    const now = present[kind];

    it(`are read by this one: ${kind}`, () => {
      assert.ok(now, 'the kind is read no more');
      assert.ok(now.version >= version);
      if (now.version === version) assert.deepEqual(misfits(schema, now.schema), []);
    });

    it(`and of this one are read by that one, or have a higher number that it refuses: ${kind}`, () => {
      if (now?.version === version) assert.deepEqual(misfits(now.schema, schema), []);
    });
  }

  const text = (more: object): JsonSchema => ({ type: 'object', properties: { a: { type: 'string', ...more } } });
  const changes: Readonly<Record<string, readonly [JsonSchema, JsonSchema]>> = {
    'a new word among some': [text({ enum: ['x', 'y'] }), text({ enum: ['x'] })],
    'a longer text': [text({ maxLength: 9 }), text({ maxLength: 8 })],
    'another type': [{ type: 'object', properties: { a: { type: 'number' } } }, text({})],
    'what is left out now': [text({}), { ...text({}), required: ['a'] }],
    'a new form among some': [
      { anyOf: [text({}), { type: 'object', properties: { b: { type: 'number' } }, required: ['b'] }] },
      { anyOf: [{ ...text({}), required: ['a'] }] },
    ],
  };
  for (const [name, [written, read]] of Object.entries(changes))
    it(`do not fit where there is ${name}`, () => assert.ok(misfits(written, read).length > 0));

  it('fit where there is a property more that may be left out', () => {
    assert.deepEqual(misfits({ type: 'object', properties: { b: { type: 'string' } } }, text({})), []);
  });
});
