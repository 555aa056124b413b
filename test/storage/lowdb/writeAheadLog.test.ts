import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { decodeSegment, encodeRecord, type LogRecord } from '../../../storage/lowdb/writeAheadLog.ts';
import { anyText } from '../../anyText.ts';

const text = anyText(20);
const key = fc.record({ kind: text, partner: text, id: text }, { noNullPrototype: true });
const version = fc.record(
  {
    etag: text,
    value: fc.oneof(text, fc.constant(null), fc.record({ n: fc.integer(), text }, { noNullPrototype: true })),
  },
  { noNullPrototype: true },
);
const line: fc.Arbitrary<LogRecord> = fc.oneof(
  fc.record({ key }, { noNullPrototype: true }),
  fc.record({ key, version }, { noNullPrototype: true }),
);
const records = fc.array(line, { minLength: 1, maxLength: 5 });
const bytesOf = (of: readonly LogRecord[]): Buffer => Buffer.from(of.map(encodeRecord).join(''), 'utf8');

describe('lines of the write-ahead log', () => {
  it('are read as they were written, whatever is in them', () => {
    fc.assert(fc.property(records, (of) => deepEqual(decodeSegment(bytesOf(of)), { records: of, corrupt: [] })));
  });

  it('are read up to the last whole one, wherever the file ends', () => {
    fc.assert(
      fc.property(records, (of) => {
        const bytes = bytesOf(of);
        for (let end = 0; end < bytes.length; end += 1) {
          const whole = of.filter((_, index) => bytesOf(of.slice(0, index + 1)).length <= end);
          deepEqual(decodeSegment(bytes.subarray(0, end)), { records: whole, corrupt: [] });
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are never taken for others when a byte is wrong, and those beside it are read', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.integer({ min: 1, max: 255 }), (of, at, by) => {
        const bytes = bytesOf(of);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ by;
        const { records: found, corrupt } = decodeSegment(bytes);
        const known = of.map((one) => JSON.stringify(one));
        const order = found.map((one) => known.indexOf(JSON.stringify(one)));
        ok(!order.includes(-1));
        ok(found.length >= of.length - 2);
        ok(found.length === of.length - 1 ? corrupt.length > 0 || place >= bytesOf(of.slice(0, -1)).length : true);
      }),
    );
  });
});
