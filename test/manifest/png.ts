import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

/** A decoded picture: four bytes a pixel, red, green, blue and opacity. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: readonly (readonly number[])[];
}

const dataOf = (png: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return inflateSync(Buffer.concat(parts));
};

const paeth = (left: number, up: number, corner: number): number => {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
};

/** Decodes a PNG of eight bits a channel, with or without opacity, not interlaced. */
export const decode = (png: Buffer): Picture => {
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  assert.ok(depth === 8 && (kind === 2 || kind === 6) && png[28] === 0, 'eight bits, RGB or RGBA, not interlaced');
  const size = kind === 6 ? 4 : 3;
  const data = dataOf(png);
  const row = width * size;
  const raw = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const left = x < size ? 0 : (raw[y * row + x - size] ?? 0);
      const up = y === 0 ? 0 : (raw[(y - 1) * row + x] ?? 0);
      const corner = x < size || y === 0 ? 0 : (raw[(y - 1) * row + x - size] ?? 0);
      const guess = [0, left, up, Math.floor((left + up) / 2), paeth(left, up, corner)][filter ?? 0] ?? 0;
      raw[y * row + x] = (data[y * (row + 1) + 1 + x] ?? 0) + guess;
    }
  }
  const pixels = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, opacity = 255] = raw.subarray(at * size, at * size + size);
    return [red, green, blue, opacity];
  });
  return { width, height, pixels };
};
