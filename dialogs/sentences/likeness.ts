import type { Utterance } from './utterance.ts';

/**
 * A measure of how like a text is to the example sentences of each kind: complement naive Bayes over words, pairs of words and
 * parts of words (Rennie and others, “Tackling the Poor Assumptions of Naive Bayes Text Classifiers”, 2003). Nothing in it is
 * random: the same examples give the same shares.
 */
export interface Likeness<K extends string> {
  /** The kinds with their shares of one, the likest first; none for a text of which the examples have hardly a part. */
  rank(sentence: Utterance): readonly (readonly [kind: K, share: number])[];
  /** True where every word of a text, or every pair of Chinese characters, stands in several examples. */
  isOrdinary(text: Utterance): boolean;
}

/** An example sentence and its kind. */
export type Example<K extends string> = readonly [kind: K, sentence: Utterance];

/** Places for parts of sentences; two parts may have the same one, which does little harm. */
const places = 1 << 20;

/** The weight of every part that each kind is taken to have: the larger, the less a rare part says. */
const smoothing = 0.3;

/** By this factor the best kind stands out of the others; chosen so that a share is the part of texts that were right with it. */
const sharpness = 2.2;

const han = /\p{Script=Han}/u;

/** Most characters of a word's beginning by which its forms are one. */
const stem = 6;

const partLength = 4;

/** The units of a sentence: words, single Chinese characters, slots such as `{c}`. */
const unitsOf = (folded: string): string[] => folded.match(/\{[a-z]\}|\p{Script=Han}|[^\s\p{Script=Han}{}]+/gu) ?? [];

/** Mixes a further number into a place; the order counts. */
const mixed = (hash: number, by: number): number => Math.imul(hash ^ by, 0x01000193) ^ (hash >>> 15);

/** A number for a text, or for a part of it. */
function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

const stemHash = (unit: string): number => hashOf(unit, 0, Math.min(unit.length, stem));

const placed = (hash: number): number => (hash ^ (hash >>> 12)) & (places - 1);

const [beginning, end, question] = [hashOf('^'), hashOf('$'), hashOf('?')];

/** The parts of a sentence by numbers, each as often as it stands there: units, pairs and triples of them, parts of words. */
function partsOf({ text, folded }: Utterance): number[] {
  const units = unitsOf(folded);
  const hashes = [beginning, ...units.map(stemHash), end];
  const parts: number[] = [];
  for (const [at, one] of hashes.entries()) {
    const [next, third] = [hashes[at + 1], hashes[at + 2]];
    if (next === undefined) break;
    if (at > 0) parts.push(one);
    parts.push(mixed(one, next));
    if (third === undefined) continue;
    parts.push(mixed(mixed(one, 1), third));
    // Words are short in Chinese.
    if (han.test(units[at] ?? '')) parts.push(mixed(mixed(one, next), third));
  }
  for (const unit of units) {
    if (unit.length < partLength - 1 || han.test(unit)) continue;
    const whole = `<${unit}>`;
    for (let at = 0; at + partLength <= whole.length; at += 1) parts.push(hashOf(whole, at, at + partLength));
  }
  if (/[?？]/u.test(text)) parts.push(question);
  return parts.map(placed);
}

/** Different parts of a sentence, with a weight for each. */
interface Parts {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** The different parts of a sentence, each with a weight that grows with how often it stands there. */
function countedParts(sentence: Utterance): Parts {
  const all = partsOf(sentence).sort((one, other) => one - other);
  const found: number[] = [];
  const weights: number[] = [];
  for (let at = 0; at < all.length;) {
    const place = all[at] ?? 0;
    let count = 1;
    while (all[at + count] === place) count += 1;
    found.push(place);
    weights.push(Math.log(1 + count));
    at += count;
  }
  return { places: found, weights };
}

/** The parts for which a test is true. */
function partsWith({ places: found, weights }: Parts, test: (place: number) => boolean): Parts {
  const kept = found.map(test);
  return { places: found.filter((_place, at) => kept[at]), weights: weights.filter((_weight, at) => kept[at]) };
}

/** The same with the weights that the examples give them, of length one together. */
function weighed({ places: found, weights }: Parts, rarity: (place: number) => number): Parts {
  const own = weights.map((weight, index) => weight * rarity(found[index] ?? 0));
  const length = Math.sqrt(own.reduce((sum, weight) => sum + weight * weight, 0)) || 1;
  return { places: found, weights: own.map((weight) => weight / length) };
}

/** The share of a text's parts that must stand in examples, so that it is like any of them. */
const leastKnown = 0.3;

/** In how many examples a word stands at least that is no name. */
const fewestOfWord = 3;

/** The places of a text's words, and of its pairs of Chinese characters. */
function wordPlaces(folded: string): number[] {
  const units = unitsOf(folded);
  return units.flatMap((unit, at) => {
    const next = units[at + 1] ?? '';
    if (!han.test(unit)) return [placed(stemHash(unit))];
    if (han.test(next)) return [placed(mixed(stemHash(unit), stemHash(next)))];
    return units.length === 1 ? [placed(stemHash(unit))] : [];
  });
}

/** Examples that are learned at once, before others have their turn. */
const atOnce = 50;

/** The weights of the parts in each kind, all examples together. */
interface Held {
  readonly ofKind: readonly Map<number, number>[];
  readonly sums: number[];
  readonly totals: Float32Array;
}

/** Learns what the examples of each kind have in common, in short steps: some thousand take some tenths of a second. */
export function* learn<K extends string>(examples: readonly Example<K>[]): Generator<void, Likeness<K>> {
  const kinds = [...new Set(examples.map(([kind]) => kind))];
  const numbers = new Map(kinds.map((kind, index) => [kind, index]));
  const standIn = new Uint16Array(places);
  // What is learned outlives the examples, and must not hold them.
  const { length } = examples;
  const rarity = (place: number): number => Math.log((length + 1) / ((standIn[place] ?? 0) + 1)) + 1;
  const read: Parts[] = [];
  for (const [index, [, sentence]] of examples.entries()) {
    const parts = countedParts(sentence);
    for (const place of parts.places) standIn[place] = (standIn[place] ?? 0) + 1;
    read.push(parts);
    if (index % atOnce === 0) yield;
  }
  const held: Held = {
    ofKind: kinds.map(() => new Map<number, number>()),
    sums: kinds.map(() => 0),
    totals: new Float32Array(places),
  };
  for (const [index, [kind]] of examples.entries()) {
    const parts = read[index];
    if (parts !== undefined) hold(held, numbers.get(kind) ?? 0, weighed(parts, rarity));
    if (index % atOnce === 0) yield;
  }
  return {
    ...(yield* ranking(kinds, held, rarity)),
    isOrdinary: ({ folded }) => wordPlaces(folded).every((place) => (standIn[place] ?? 0) >= fewestOfWord),
  };
}

function hold({ ofKind, sums, totals }: Held, kind: number, { places: found, weights }: Parts): void {
  const own = ofKind[kind];
  for (const [index, place] of found.entries()) {
    const weight = weights[index] ?? 0;
    own?.set(place, (own.get(place) ?? 0) + weight);
    sums[kind] = (sums[kind] ?? 0) + weight;
    totals[place] = (totals[place] ?? 0) + weight;
  }
}

/** For each part, by its place, how much likelier it stands in the kinds that have it than in all the others. */
interface Signs {
  readonly starts: Int32Array;
  readonly kinds: Uint8Array;
  readonly values: Float32Array;
}

function* signsOf({ ofKind, totals }: Held): Generator<void, Signs> {
  const starts = new Int32Array(places + 1);
  for (const own of ofKind) for (const place of own.keys()) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < places; place += 1) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  yield;
  const kinds = new Uint8Array(starts[places] ?? 0);
  const values = new Float32Array(kinds.length);
  const next = starts.slice();
  for (const [kind, own] of ofKind.entries()) {
    for (const [place, weight] of own) {
      const total = totals[place] ?? 0;
      const at = next[place] ?? 0;
      next[place] = at + 1;
      kinds[at] = kind;
      const others = Math.max(0, total - weight) + smoothing;
      values[at] = Math.log((weight + smoothing) / others) - Math.log(smoothing / (total + smoothing));
    }
    yield;
  }
  return { starts, kinds, values };
}

/** The likeness by what the kinds hold. */
function* ranking<K extends string>(
  kinds: readonly K[],
  held: Held,
  rarity: (place: number) => number,
): Generator<void, Pick<Likeness<K>, 'rank'>> {
  const signs = yield* signsOf(held);
  const all = held.sums.reduce((sum, one) => sum + one, 0);
  const different = held.totals.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);
  const bases = held.sums.map(
    (sum) => Math.log(all - sum + smoothing * different) - Math.log(sum + smoothing * different),
  );
  return {
    rank(sentence) {
      const all = countedParts(sentence);
      const known = partsWith(all, (place) => signs.starts[place] !== signs.starts[place + 1]);
      const isLike = known.places.length >= all.places.length * leastKnown;
      return isLike ? sharesOf(kinds, scoresOf(weighed(known, rarity), bases, signs)) : [];
    },
  };
}

function scoresOf(
  { places: found, weights }: Parts,
  bases: readonly number[],
  { starts, kinds, values }: Signs,
): number[] {
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const scores = bases.map((base) => base * weight);
  for (const [index, place] of found.entries())
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
      const kind = kinds[at] ?? 0;
      scores[kind] = (scores[kind] ?? 0) + (values[at] ?? 0) * (weights[index] ?? 0);
    }
  return scores;
}

function sharesOf<K extends string>(kinds: readonly K[], scores: readonly number[]) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) * sharpness));
  const sum = powers.reduce((so, one) => so + one, 0);
  return kinds
    .map((kind, index) => [kind, (powers[index] ?? 0) / sum] as const)
    .toSorted((one, other) => other[1] - one[1]);
}
