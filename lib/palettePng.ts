import { crc32, deflateSync } from 'node:zlib';

/** A colour: red, green, blue and opacity, each 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

/** A picture of at most 16 colours; `pixels` holds the index of each pixel's colour, row by row. */
export interface PaletteImage {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly Colour[];
  readonly pixels: Uint8Array;
}

/**
 * The picture as a PNG of four bits a pixel (W3C, Portable Network Graphics, third edition). The libraries that write
 * PNG without a native build write eight bits a channel only: some kilobytes where this takes some hundred bytes.
 */
export function palettePng(image: PaletteImage): Buffer {
  const { width, height, palette } = image;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Four bits a pixel, which are indexes; deflated, unfiltered, not interlaced.
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))),
    chunk('tRNS', Buffer.from(palette.map(([, , , opacity]) => opacity))),
    chunk('IDAT', deflateSync(packedRows(image), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Rows of two pixels a byte, each row after the number of its filter: none. */
function packedRows({ width, height, pixels }: PaletteImage): Buffer {
  const size = 1 + Math.ceil(width / 2);
  const packed = Buffer.alloc(size * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * size + 1 + (x >> 1);
      const shift = x % 2 === 0 ? 4 : 0;
      packed[at] = (packed[at] ?? 0) | ((pixels[y * width + x] ?? 0) << shift);
    }
  return packed;
}

/** A chunk: its length, name and data, and their checksum. */
function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const made = Buffer.alloc(named.length + 8);
  made.writeUInt32BE(data.length, 0);
  named.copy(made, 4);
  made.writeUInt32BE(crc32(named), named.length + 4);
  return made;
}
