import { apart, digitsWidth, digitWriter } from '../../lib/digits.ts';
import { type Drawing, drawLine, fillRectangle, newDrawing, type Pen } from '../../lib/canvas.ts';
import { type Colour, palettePng } from '../../lib/palettePng.ts';
import type { Bar, Chart } from './chart.ts';

/** Width of the picture; a narrower client shows it smaller. */
const width = 480;

/** Height of numbers, and the room between things. */
const [digitHeight, space] = [17, 10];

// Both stand out from white, from Teams' dark ground and from black by three to one and more (WCAG 2.2, 1.4.11).
const [blue, grey]: readonly [Colour, Colour] = [
  [0x4f, 0x6b, 0xed, 255],
  [0x7a, 0x7a, 0x7a, 255],
];

/** Colours by their numbers: nothing, a bar, the bar of all others, and the shades of what is written. */
const shadeCount = 8;
const [barColour, othersColour, firstShade] = [1, 2, 3];
const palette: readonly Colour[] = [
  [0, 0, 0, 0],
  blue,
  [grey[0], grey[1], grey[2], 140],
  ...Array.from({ length: shadeCount }, (_none, at): Colour => [
    grey[0],
    grey[1],
    grey[2],
    Math.round((255 * (at + 1)) / shadeCount),
  ]),
];
const pen: Pen = { radius: 1.1, shades: Array.from({ length: shadeCount }, (_none, at) => firstShade + at) };
const writeDigits = digitWriter(pen);

/**
 * The chart as a PNG without words, the same in every language: bars with their numbers, and at each the number of its
 * line in the list, or of its month.
 */
export function chartPng({ kind, bars }: Chart): Buffer {
  const drawing = kind === 'licenses' ? drawRows(bars) : drawColumns(bars);
  return palettePng({ ...drawing, palette });
}

/** Length of a bar; what is not zero is seen. */
const lengthOf = (n: number, most: number, room: number): number =>
  n === 0 ? 0 : Math.max(2, Math.round((n / Math.max(1, most)) * room));

const mostOf = (bars: readonly Bar[]): number => Math.max(0, ...bars.map(({ n }) => n));

const colourOf = ({ others }: Bar): number => (others === true ? othersColour : barColour);

/** Bars from left to right, one beneath the other. */
function drawRows(bars: readonly Bar[]): Drawing {
  const [rowHeight, barHeight, left] = [32, 22, 40];
  const drawing = newDrawing(width, Math.max(1, bars.length * rowHeight));
  const room = width - left - 2 * space - Math.max(0, ...bars.map(({ n }) => digitsWidth(apart(n), digitHeight)));
  for (const [at, bar] of bars.entries()) {
    const top = at * rowHeight + (rowHeight - barHeight) / 2;
    const length = lengthOf(bar.n, mostOf(bars), room);
    const written = { y: top + (barHeight - digitHeight) / 2, height: digitHeight };
    writeDigits(drawing, String(bar.mark), { ...written, at: 'right', x: left - space });
    fillRectangle(drawing, { x: left, y: top, width: length, height: barHeight }, colourOf(bar));
    writeDigits(drawing, apart(bar.n), { ...written, at: 'left', x: left + length + space });
  }
  return drawing;
}

/** Bars that stand side by side, their numbers above them. */
function drawColumns(bars: readonly Bar[]): Drawing {
  const [ground, plot] = [digitHeight + space + 180, 180];
  const drawing = newDrawing(width, ground + 2 * (digitHeight + space));
  const each = width / bars.length;
  const barWidth = Math.round(each * 0.7);
  for (const [at, bar] of bars.entries()) {
    const middle = (at + 0.5) * each;
    const length = lengthOf(bar.n, mostOf(bars), plot);
    const [x, y] = [Math.round(middle - barWidth / 2), ground - length];
    fillRectangle(drawing, { x, y, width: barWidth, height: length }, colourOf(bar));
    const height = digitHeight * Math.min(1, (each - 4) / digitsWidth(apart(bar.n), digitHeight));
    const above = { at: 'middle' as const, x: middle, y: ground - length - space / 2 - height, height };
    if (bar.n > 0) writeDigits(drawing, apart(bar.n), above);
    drawMonth(drawing, bar, { middle, top: ground + space });
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
function drawMonth(drawing: Drawing, { mark, year }: Bar, { middle, top }: { middle: number; top: number }): void {
  writeDigits(drawing, String(mark), { at: 'middle', x: middle, y: top, height: 14 });
  if (year === undefined) return;
  writeDigits(drawing, String(year), { at: 'middle', x: middle, y: top + 14 + space, height: 11 });
}
