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

/** Knowledge of examples, in arrays that can be kept in a file: for each part, by its place, the signs of the kinds that have it. */
export interface Learned<K extends string> {
  readonly kinds: readonly K[];
  readonly examples: number;
  /** In how many examples each part stands. */
  readonly standIn: Uint16Array;
  /** The first sign of each part; its last one stands before the next part's first. */
  readonly starts: Int32Array;
  readonly signKinds: Uint8Array;
  /** Of each sign: by so much likelier its part stands in its kind than in all the others. */
  readonly values: Float32Array;
  /** Of each kind, for a part of which nothing is known. */
  readonly bases: Float64Array;
}

const rarityIn =
  ({ examples, standIn }: Pick<Learned<string>, 'examples' | 'standIn'>) =>
  (place: number): number =>
    Math.log((examples + 1) / ((standIn[place] ?? 0) + 1)) + 1;

/** The weights of the parts in each kind, all examples together. */
interface Held {
  readonly ofKind: readonly Map<number, number>[];
  readonly sums: number[];
  readonly totals: Float32Array;
}

/** Learns what the examples of each kind have in common; some ten thousand take a second. */
export function learn<K extends string>(examples: readonly Example<K>[]): Learned<K> {
  const kinds = [...new Set(examples.map(([kind]) => kind))];
  const numbers = new Map(kinds.map((kind, index) => [kind, index]));
  const standIn = new Uint16Array(places);
  const read = examples.map(([, sentence]) => countedParts(sentence));
  for (const parts of read) for (const place of parts.places) standIn[place] = (standIn[place] ?? 0) + 1;
  const rarity = rarityIn({ examples: examples.length, standIn });
  const held: Held = {
    ofKind: kinds.map(() => new Map<number, number>()),
    sums: kinds.map(() => 0),
    totals: new Float32Array(places),
  };
  const counts = kinds.map((kind) => examples.filter(([own]) => own === kind).length);
  const average = examples.length / kinds.length;
  for (const [index, [kind]] of examples.entries()) {
    const number = numbers.get(kind) ?? 0;
    const parts = read[index];
    // A kind of few examples weighs as much as others, or texts go to kinds of which more was written.
    const weight = Math.max(1, average / (counts[number] ?? 1));
    if (parts !== undefined) hold(held, number, weighed(parts, rarity), weight);
  }
  return { kinds, examples: examples.length, standIn, ...signsOf(held), bases: basesOf(held) };
}

function hold({ ofKind, sums, totals }: Held, kind: number, { places: found, weights }: Parts, by: number): void {
  const own = ofKind[kind];
  for (const [index, place] of found.entries()) {
    const weight = by * (weights[index] ?? 0);
    own?.set(place, (own.get(place) ?? 0) + weight);
    sums[kind] = (sums[kind] ?? 0) + weight;
    totals[place] = (totals[place] ?? 0) + weight;
  }
}

function signsOf({ ofKind, totals }: Held): Pick<Learned<string>, 'starts' | 'signKinds' | 'values'> {
  const starts = new Int32Array(places + 1);
  for (const own of ofKind) for (const place of own.keys()) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < places; place += 1) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const signKinds = new Uint8Array(starts[places] ?? 0);
  const values = new Float32Array(signKinds.length);
  const next = starts.slice();
  for (const [kind, own] of ofKind.entries())
    for (const [place, weight] of own) {
      const total = totals[place] ?? 0;
      const at = next[place] ?? 0;
      next[place] = at + 1;
      signKinds[at] = kind;
      const others = Math.max(0, total - weight) + smoothing;
      values[at] = Math.log((weight + smoothing) / others) - Math.log(smoothing / (total + smoothing));
    }
  return { starts, signKinds, values };
}

function basesOf({ sums, totals }: Held): Float64Array {
  const all = sums.reduce((sum, one) => sum + one, 0);
  const different = totals.reduce((count, one) => count + (one > 0 ? 1 : 0), 0);
  return Float64Array.from(
    sums,
    (sum) => Math.log(all - sum + smoothing * different) - Math.log(sum + smoothing * different),
  );
}

/** The likeness by what was learned. */
export function likenessOf<K extends string>(learned: Learned<K>): Likeness<K> {
  const { kinds, standIn, starts } = learned;
  const rarity = rarityIn(learned);
  return {
    isOrdinary: ({ folded }) => wordPlaces(folded).every((place) => (standIn[place] ?? 0) >= fewestOfWord),
    rank(sentence) {
      const all = countedParts(sentence);
      const known = partsWith(all, (place) => starts[place] !== starts[place + 1]);
      // A text without words has one part: that its end is behind its beginning.
      const isLike = all.places.length > 1 && known.places.length >= all.places.length * leastKnown;
      return isLike ? sharesOf(kinds, scoresOf(weighed(known, rarity), learned)) : [];
    },
  };
}

function scoresOf(
  { places: found, weights }: Parts,
  { bases, starts, signKinds, values }: Learned<string>,
): Float64Array {
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const scores = bases.map((base) => base * weight);
  for (const [index, place] of found.entries())
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
      const kind = signKinds[at] ?? 0;
      scores[kind] = (scores[kind] ?? 0) + (values[at] ?? 0) * (weights[index] ?? 0);
    }
  return scores;
}

function sharesOf<K extends string>(kinds: readonly K[], scores: Float64Array) {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - most) * sharpness));
  const sum = powers.reduce((so, one) => so + one, 0);
  return kinds
    .map((kind, index) => [kind, (powers[index] ?? 0) / sum] as const)
    .toSorted((one, other) => other[1] - one[1]);
}
