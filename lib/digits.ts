import { type Drawing, drawLine, newDrawing, type Pen, type Point, stampOnto } from './canvas.ts';

/** Points along a part of an ellipse, angles in degrees: 0 is right, 90 down. */
const arc = ([x, y]: Point, [wide, high]: Point, from: number, to: number): Point[] =>
  Array.from({ length: 25 }, (_none, at): Point => {
    const angle = ((from + ((to - from) * at) / 24) * Math.PI) / 180;
    return [x + wide * Math.cos(angle), y + high * Math.sin(angle)];
  });

/** Six; nine is the same, turned. */
const six: readonly (readonly Point[])[] = [
  arc([5, 11], [4, 4], 0, 360),
  [
    [1, 11],
    [1.3, 8.4],
    [2.4, 5.4],
    [4.2, 2.9],
    [6.6, 1],
  ],
];

/** Lines of each digit, 10 wide and 16 high: no font is needed for so few signs. */
const digits: readonly (readonly (readonly Point[])[])[] = [
  [arc([5, 8], [4, 7], 0, 360)],
  [
    [
      [2.2, 3.8],
      [5.8, 1],
      [5.8, 15],
    ],
  ],
  [[...arc([5, 5], [4, 4], 190, 395), [1, 15], [9, 15]]],
  [arc([4.8, 4.5], [3.7, 3.5], 205, 450), arc([4.8, 11.5], [4.1, 3.5], 270, 515)],
  [
    [
      [7, 15],
      [7, 1],
      [1, 11],
      [9.4, 11],
    ],
  ],
  [[[8.4, 1], [2.2, 1], ...arc([4.8, 10.3], [4.2, 4.7], 220, 500)]],
  six,
  [
    [
      [1, 1],
      [9, 1],
      [3.8, 15],
    ],
  ],
  [arc([5, 4.4], [3.4, 3.4], 0, 360), arc([5, 11.4], [4, 3.6], 0, 360)],
  six.map((line) => line.map(([x, y]): Point => [10 - x, 16 - y])),
];

/** The comma between thousands; it hangs a little below the digits. */
const comma: readonly (readonly Point[])[] = [
  [
    [2, 14.4],
    [0.6, 17.6],
  ],
];

/** Distance from a digit to the next sign, and from what stands between thousands, where a digit is 16 high. */
const [advance, gap] = [12.5, 6];

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9';

/** Lines of a digit or comma; none of a blank. */
function linesOf(sign: string): readonly (readonly Point[])[] {
  if (sign === ',') return comma;
  return (isDigit(sign) ? digits[Number(sign)] : undefined) ?? [];
}

/** Where a number stands: its left end, middle or right end, its top and its height. */
interface NumberPlace {
  readonly at: 'left' | 'middle' | 'right';
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Width of a whole number of that height, with what stands between its thousands. */
export function digitsWidth(text: string, height: number): number {
  const widths = Array.from(text, (sign) => (isDigit(sign) ? advance : gap));
  return ((widths.reduce((sum, width) => sum + width, 0) - (advance - 10)) * height) / 16;
}

/** Room around a sign for the width of its lines, and beneath it for a comma. */
const margin = 3;

/** Writes a whole number as a language writes it, its thousands apart by a blank or a comma, into a drawing. */
export type DigitWriter = (drawing: Drawing, text: string, place: NumberPlace) => void;

/** A writer of numbers with that pen. Each sign of a height is drawn once, and stamped from then on. */
export function digitWriter(pen: Pen): DigitWriter {
  const stamps = new Map<string, Drawing>();
  const stampOf = (sign: string, height: number): Drawing => {
    const key = `${sign} ${String(height)}`;
    const stamp = stamps.get(key) ?? drawSign(sign, height, pen);
    stamps.set(key, stamp);
    return stamp;
  };
  return (drawing, text, { at, x, y, height: wished }) => {
    const height = Math.max(1, Math.round(wished));
    const width = digitsWidth(text, height);
    let left = at === 'left' ? x : x - (at === 'right' ? width : width / 2);
    for (const sign of text) {
      stampOnto(drawing, stampOf(sign, height), Math.round(left) - margin, Math.round(y) - margin);
      left += ((isDigit(sign) ? advance : gap) * height) / 16;
    }
  };
}

function drawSign(sign: string, height: number, pen: Pen): Drawing {
  const scale = height / 16;
  const stamp = newDrawing(Math.ceil(10 * scale) + 2 * margin, Math.ceil(18 * scale) + 2 * margin);
  for (const line of linesOf(sign)) {
    const points = line.map(([right, down]): Point => [margin + right * scale, margin + down * scale]);
    drawLine(stamp, points, pen);
  }
  return stamp;
}
