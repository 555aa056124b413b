import { digitsWidth, digitWriter } from '../../lib/digits.ts';
import { type Drawing, drawLine, fillRectangle, newDrawing, type Pen } from '../../lib/canvas.ts';
import { type Colour, palettePng } from '../../lib/palettePng.ts';
import type { Bar, Chart } from './chart.ts';

// A ground of its own: no colour of digits is legible both on white and on Teams' dark ground (WCAG 2.2, 1.4.3).
const white: Colour = [0xff, 0xff, 0xff, 255];
const ink: Colour = [0x24, 0x24, 0x24, 255];

/** Bars stand out from white by three to one and more (WCAG 2.2, 1.4.11). */
const [blue, grey]: readonly [Colour, Colour] = [
  [0x4f, 0x6b, 0xed, 255],
  [0x8a, 0x8a, 0x8a, 255],
];

/** Colours by their numbers: the ground, a bar, the bar of all others, and the shades of what is written. */
const shadeCount = 8;
const [barColour, othersColour, firstShade] = [1, 2, 3];
const shadeOf = (at: number): Colour => {
  const share = (at + 1) / shadeCount;
  const mixed = (channel: 0 | 1 | 2): number => Math.round(white[channel] + (ink[channel] - white[channel]) * share);
  return [mixed(0), mixed(1), mixed(2), 255];
};
const palette: readonly Colour[] = [
  white,
  blue,
  grey,
  ...Array.from({ length: shadeCount }, (_none, at) => shadeOf(at)),
];
const shades = Array.from({ length: shadeCount }, (_none, at) => firstShade + at);

/** Pixels for each unit of length: two draw digits that are sharp on every screen, one takes half of the bytes. */
export type Sharpness = 1 | 2;

/** Measures of a picture of that sharpness: its width, the height of numbers, the room between things, and its pen. */
function measuresOf(pixels: Sharpness) {
  const pen: Pen = { radius: 1.15 * pixels, shades };
  // A narrower client shows it smaller.
  const width = 480 * pixels;
  return { pixels, width, digitHeight: 16 * pixels, space: 10 * pixels, pen, writeDigits: digitWriter(pen) };
}

type Measures = ReturnType<typeof measuresOf>;

const measures: Readonly<Record<Sharpness, Measures>> = { 1: measuresOf(1), 2: measuresOf(2) };

/**
 * The chart as a PNG without words: bars with their numbers as the language writes them, and at each the number of its
 * line in the list, or of its month.
 */
export function chartPng({ kind, bars }: Chart, sharpness: Sharpness): Buffer {
  const measure = measures[sharpness];
  const drawing = kind === 'licenses' ? drawRows(bars, measure) : drawColumns(bars, measure);
  return palettePng({ ...drawing, palette });
}

/** Length of a bar; what is not zero is seen. */
const lengthOf = (n: number, most: number, room: number): number =>
  n === 0 ? 0 : Math.max(2, Math.round((n / Math.max(1, most)) * room));

const mostOf = (bars: readonly Bar[]): number => Math.max(0, ...bars.map(({ n }) => n));

const colourOf = ({ others }: Bar): number => (others === true ? othersColour : barColour);

/** Bars from left to right, one beneath the other. */
function drawRows(bars: readonly Bar[], { pixels, width, digitHeight, space, writeDigits }: Measures): Drawing {
  const [rowHeight, barHeight, left] = [32 * pixels, 22 * pixels, 44 * pixels];
  const drawing = newDrawing(width, Math.max(1, bars.length * rowHeight));
  const room = width - left - 2 * space - Math.max(0, ...bars.map(({ written }) => digitsWidth(written, digitHeight)));
  for (const [at, bar] of bars.entries()) {
    const top = at * rowHeight + (rowHeight - barHeight) / 2;
    const length = lengthOf(bar.n, mostOf(bars), room);
    const place = { y: top + (barHeight - digitHeight) / 2, height: digitHeight };
    // A lone bar has one line to tell: its number would read as one of an axis.
    if (bars.length > 1) writeDigits(drawing, String(bar.mark), { ...place, at: 'right', x: left - space });
    fillRectangle(drawing, { x: left, y: top, width: length, height: barHeight }, colourOf(bar));
    writeDigits(drawing, bar.written, { ...place, at: 'left', x: left + length + space });
  }
  return drawing;
}

/** Bars that stand side by side, their numbers above them. */
function drawColumns(bars: readonly Bar[], measure: Measures): Drawing {
  const { pixels, width, digitHeight, space, pen, writeDigits } = measure;
  const plot = 180 * pixels;
  const ground = digitHeight + 2 * space + plot;
  const drawing = newDrawing(width, ground + 2 * (digitHeight + space));
  const each = width / bars.length;
  const barWidth = Math.round(each * 0.7);
  for (const [at, bar] of bars.entries()) {
    const middle = (at + 0.5) * each;
    const length = lengthOf(bar.n, mostOf(bars), plot);
    const [x, y] = [Math.round(middle - barWidth / 2), ground - length];
    fillRectangle(drawing, { x, y, width: barWidth, height: length }, colourOf(bar));
    const height = digitHeight * Math.min(1, (each - 4 * pixels) / digitsWidth(bar.written, digitHeight));
    const above = { at: 'middle' as const, x: middle, y: ground - length - space / 2 - height, height };
    if (bar.n > 0) writeDigits(drawing, bar.written, above);
    drawMonth(drawing, bar, { middle, top: ground + space }, measure);
  }
  drawLine(
    drawing,
    [
      [0, ground + 1],
      [width, ground + 1],
    ],
    pen,
  );
  return drawing;
}

/** The month's number beneath its bar, and the year where one begins. */
function drawMonth(
  drawing: Drawing,
  { mark, year }: Bar,
  { middle, top }: { middle: number; top: number },
  { pixels, space, writeDigits }: Measures,
): void {
  writeDigits(drawing, String(mark), { at: 'middle', x: middle, y: top, height: 14 * pixels });
  if (year === undefined) return;
  writeDigits(drawing, String(year), {
    at: 'middle',
    x: middle,
    y: top + 14 * pixels + space / 2,
    height: 11 * pixels,
  });
}
