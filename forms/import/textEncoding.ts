/** A decoded text, and the common name of its encoding. */
interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const byteOrderMarks = [
  { name: 'UTF-8', label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { name: 'UTF-16', label: 'utf-16le', bytes: [0xff, 0xfe] },
  { name: 'UTF-16', label: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** Number of bytes examined to find the encoding; even. */
const sampleSize = 256 * 1024;

/** Minimum share of typical bytes for an encoding to be considered. */
const minShare = 0.8;

/**
 * Decodes a file: by its byte order mark, else as UTF-16 by its zero bytes, else as UTF-8 where every byte is valid,
 * else as the legacy encoding whose frequent characters match best. Undefined where none fits.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = byteOrderMarks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return decode(bytes, marked.label, marked.name);
  const wide = utf16Label(bytes);
  if (wide !== undefined) return decode(bytes, wide, 'UTF-16');
  return decode(bytes, 'utf-8', 'UTF-8') ?? decodeLegacy(bytes);
}

function decode(bytes: Uint8Array, label: string, encoding: string): DecodedText | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    // A table has no NUL: this is a picture or an archive.
    return text.includes('\0') ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}

/** The label of UTF-16 without a mark: delimiters, digits and line ends have a zero byte, always on the same side. */
function utf16Label(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, sampleSize);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || even + odd < sample.length / 50) return undefined;
  if (even === 0) return 'utf-16le';
  return odd === 0 ? 'utf-16be' : undefined;
}

function decodeLegacy(bytes: Uint8Array): DecodedText | undefined {
  const sample = bytes.subarray(0, sampleSize);
  const candidates = [
    { label: 'gb18030', name: 'GB18030', score: pairShare(sample, isFrequentGb) },
    { label: 'big5', name: 'Big5', score: pairShare(sample, isFrequentBig5) },
    { label: 'windows-1251', name: 'Windows-1251', score: fittingShare(sample, isRussian) },
    { label: 'windows-1252', name: 'Windows-1252', score: fittingShare(sample, isWestern) },
  ].filter(({ score }) => score >= minShare);
  for (const { label, name } of candidates.sort((a, b) => b.score - a.score)) {
    const found = decode(bytes, label, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

type IsFrequent = (lead: number, trail: number) => boolean;

/** True when a byte beyond ASCII is plausible between its neighbours; a neighbour outside the text is zero. */
type Fits = (byte: number, before: number, after: number) => boolean;

const isHigh = (byte: number): boolean => byte >= 0x80;

// The first plane of GB 2312 holds the frequent characters, A1-A3 punctuation and full width forms.
const isFrequentGb: IsFrequent = (lead, trail) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3));

const isFrequentBig5: IsFrequent = (lead, trail) =>
  lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);

/** The share of frequent characters among the two-byte ones. */
function pairShare(bytes: Uint8Array, isFrequent: IsFrequent): number {
  let pairs = 0;
  let frequent = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (!isHigh(lead)) continue;
    pairs++;
    if (isFrequent(lead, bytes[at + 1] ?? 0)) frequent++;
    at++;
  }
  return pairs === 0 ? 0 : frequent / pairs;
}

// Letters, and what Russian puts around them: Ё, guillemets, the number sign, dashes, quotes, the no-break space.
const russianSigns = new Set([0xa8, 0xb8, 0xab, 0xbb, 0xb9, 0x96, 0x97, 0x84, 0x93, 0x94, 0xa0, 0x85]);

const isPlainLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** True for Russian: no capital after a small letter, and no Latin letter beside a Russian one. */
const isRussian: Fits = (byte, before, after) => {
  const midst = (byte < 0xe0 && before >= 0xe0) || isPlainLetter(before) || isPlainLetter(after);
  return (byte >= 0xc0 && !midst) || russianSigns.has(byte);
};

// The typographic apostrophe, dashes, the no-break space, guillemets, and four letters outside the run of letters.
const westernSigns = new Set([0x92, 0x96, 0x97, 0xa0, 0xab, 0xbb, 0x8a, 0x9a, 0x8e, 0x9e]);

/** True for Western text: accented letters stand among plain ones, or alone. */
const isWestern: Fits = (byte, before, after) => {
  const among = isPlainLetter(before) || isPlainLetter(after) || (!isHigh(before) && !isHigh(after));
  return among && (byte >= 0xc0 || westernSigns.has(byte));
};

/** The share of bytes beyond ASCII that fit between their neighbours. */
function fittingShare(bytes: Uint8Array, fits: Fits): number {
  let high = 0;
  let fitting = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (!isHigh(byte)) continue;
    high++;
    if (fits(byte, bytes[at - 1] ?? 0, bytes[at + 1] ?? 0)) fitting++;
  }
  return high === 0 ? 0 : fitting / high;
}
