import assert from 'node:assert/strict';
import { crc32, inflateSync } from 'node:zlib';
import type { ShownCard } from '../cardReading.ts';

/** A decoded picture of a palette: the colour of each pixel, red, green, blue and opacity. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => readonly number[];
}

/** The parts of a PNG by their names, each with the checksum it should have. */
function partsOf(png: Buffer): ReadonlyMap<string, Buffer> {
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const end = at + 8 + png.readUInt32BE(at);
    assert.equal(png.readUInt32BE(end), crc32(png.subarray(at + 4, end)));
    parts.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
  }
  return parts;
}

/** Decodes a PNG of four bits a pixel with a palette, unfiltered. */
export function decodePalettePng(png: Buffer): DecodedPicture {
  const parts = partsOf(png);
  const part = (name: string): Buffer => parts.get(name) ?? assert.fail(`no ${name}`);
  const head = part('IHDR');
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  assert.deepEqual([...head.subarray(8)], [4, 3, 0, 0, 0]);
  const rows = inflateSync(part('IDAT'));
  const size = 1 + Math.ceil(width / 2);
  assert.equal(rows.length, size * height);
  return {
    width,
    height,
    at(x, y) {
      const pair = rows[y * size + 1 + (x >> 1)] ?? 0;
      const colour = x % 2 === 0 ? pair >> 4 : pair & 15;
      return [...part('PLTE').subarray(colour * 3, colour * 3 + 3), part('tRNS')[colour] ?? 255];
    },
  };
}

interface ShownChart {
  readonly type: string;
  readonly data: readonly { readonly x: string; readonly y: number }[];
  readonly fallback: { readonly url: string; readonly altText: string };
}

/** The chart of a card, as Teams draws it and, in its place, others. */
export function chartIn({ content }: Pick<ShownCard, 'content'>): ShownChart | undefined {
  const { body } = content as { body: readonly { type: string }[] };
  return body.find(({ type }) => type.startsWith('Chart.')) as ShownChart | undefined;
}

/** The picture that stands in a chart's place. */
export function pictureOf({ fallback }: ShownChart): DecodedPicture {
  const [, base64 = ''] = /^data:image\/png;base64,(.+)$/.exec(fallback.url) ?? [];
  return decodePalettePng(Buffer.from(base64, 'base64'));
}

const isBar = ([red = 0, green = 0, blue = 0]: readonly number[]): boolean =>
  // A bar is blue, or, where it stands for all others, of a grey that nothing else has.
  blue > red + 50 || (red === 0x8a && green === 0x8a);

/** Lengths of the bars that lie: pixels of a bar's colour in the middle of each row. */
export const lyingBars = ({ width, height, at }: DecodedPicture, count: number): number[] =>
  Array.from({ length: count }, (_none, row) => {
    const y = Math.floor(((row + 0.5) * height) / count);
    return Array.from({ length: width }, (_pixel, x) => x).filter((x) => isBar(at(x, y))).length;
  });

/** Heights of the bars that stand: pixels of a bar's colour in the middle of each column. */
export const standingBars = ({ width, height, at }: DecodedPicture, count: number): number[] =>
  Array.from({ length: count }, (_none, column) => {
    const x = Math.floor(((column + 0.5) * width) / count);
    return Array.from({ length: height }, (_pixel, y) => y).filter((y) => isBar(at(x, y))).length;
  });
