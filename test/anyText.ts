import fc from 'fast-check';

/** Any text, lone surrogates included. (fast-check's own `unit: 'binary'` takes seconds to get ready.) */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x17f }), fc.integer({ min: 0, max: 0x10ffff })), { maxLength })
    .map((points) => String.fromCodePoint(...points));
