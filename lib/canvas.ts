/** A place: to the right and down, in pixels. */
export type Point = readonly [x: number, y: number];

/** A drawing: for each pixel, row by row, a number that stands for its colour; 0 where nothing is drawn. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** An empty drawing. */
export const newDrawing = (width: number, height: number): Drawing => ({
  width,
  height,
  pixels: new Uint8Array(width * height),
});

/** Fills a rectangle, cut off at the edges of the drawing. */
export function fillRectangle(
  { width, height, pixels }: Drawing,
  { x, y, width: wide, height: high }: { x: number; y: number; width: number; height: number },
  colour: number,
): void {
  const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + wide))];
  const bottom = Math.min(height, Math.round(y + high));
  for (let row = Math.max(0, Math.round(y)); row < bottom; row += 1)
    pixels.fill(colour, row * width + left, row * width + Math.max(left, right));
}

/** Puts a small drawing onto another one, cut off at its edges; what is fuller stays. */
export function stampOnto({ width, height, pixels }: Drawing, stamp: Drawing, left: number, top: number): void {
  for (let y = Math.max(0, -top); y < Math.min(stamp.height, height - top); y += 1)
    for (let x = Math.max(0, -left); x < Math.min(stamp.width, width - left); x += 1) {
      const at = (top + y) * width + left + x;
      pixels[at] = Math.max(pixels[at] ?? 0, stamp.pixels[y * stamp.width + x] ?? 0);
    }
}

/** Pen of a line: half of its width, and its colours from hardly seen, at its edges, to full. */
export interface Pen {
  readonly radius: number;
  readonly shades: readonly number[];
}

/** Draws a line from point to point, with round ends and soft edges. */
export function drawLine(drawing: Drawing, points: readonly Point[], pen: Pen): void {
  for (const [at, to] of points.entries()) {
    const from = points[at - 1];
    if (from !== undefined) drawSegment(drawing, from, to, pen);
  }
}

function drawSegment({ width, height, pixels }: Drawing, from: Point, to: Point, { radius, shades }: Pen): void {
  const reach = radius + 1;
  const [left, right] = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
  const [top, bottom] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x += 1) {
      const covered = Math.min(1, radius + 0.5 - distance([x + 0.5, y + 0.5], from, to));
      const shade = shades[Math.round(covered * shades.length) - 1];
      const pixel = y * width + x;
      // Where two lines meet the fuller shade stays: shades are numbered from hardly seen to full.
      if (shade !== undefined) pixels[pixel] = Math.max(pixels[pixel] ?? 0, shade);
    }
}

/** Distance of a place from the nearest place between two points. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / length));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}
