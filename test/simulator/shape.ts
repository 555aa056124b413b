import { readFileSync } from 'node:fs';
import { camelCase } from '../../simulator/apiRequest.ts';
import { inside } from './desk.ts';

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A documented answer of an operation, in the file of that name; `variant` names another one of the page's. */
export const documented = (file: string, variant?: string): unknown => {
  const url = new URL(`../examples/simulator/${file}.json`, import.meta.url);
  const example: unknown = JSON.parse(readFileSync(url, 'utf8'));
  const variants = inside(example, ['variants']);
  const of = listOf(variants).find((one) => inside(one, ['name']) === variant);
  return camelCase(inside(variant === undefined ? example : of, ['response', 'body']));
};

type Entries = Readonly<Record<string, unknown>>;

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

const entriesOf = (value: unknown): Entries =>
  Object.fromEntries(Object.entries(typeof value === 'object' && value !== null ? value : {}));

// Items of a documented list differ in what they have: together they say what an item can have.
const merged = (one: unknown, other: unknown): unknown => {
  if (Array.isArray(one) && Array.isArray(other)) return [...listOf(one), ...listOf(other)];
  if (kindOf(one) !== 'object' || kindOf(other) !== 'object') return other;
  const [first, second] = [entriesOf(one), entriesOf(other)];
  const both = Object.keys(second).filter((name) => name in first);
  return { ...first, ...second, ...Object.fromEntries(both.map((name) => [name, merged(first[name], second[name])])) };
};

const compare = (known: unknown, given: unknown, path: string): readonly string[] => {
  if (kindOf(known) !== kindOf(given)) return [`${path}: ${kindOf(given)} for ${kindOf(known)}`];
  if (Array.isArray(known) && Array.isArray(given)) {
    const [first, ...rest] = listOf(known);
    const item = rest.reduce(merged, first);
    return item === undefined ? [] : listOf(given).flatMap((one) => compare(item, one, `${path}[]`));
  }
  if (kindOf(known) !== 'object') return [];
  const [mine, theirs] = [entriesOf(known), entriesOf(given)];
  if ('_elided' in mine) return [];
  const missing = Object.keys(mine).filter((name) => !(name in theirs));
  const extra = Object.keys(theirs).filter((name) => !(name in mine));
  return [
    ...missing.map((name) => `-${path}.${name}`),
    ...extra.map((name) => `+${path}.${name}`),
    ...Object.keys(mine)
      .filter((name) => name in theirs)
      .flatMap((name) => compare(mine[name], theirs[name], `${path}.${name}`)),
  ];
};

/**
 * How an answer differs from the documented one in its names and types, at any depth: `-` for what the page has besides,
 * `+` for what the page has not, else a type that is another. Each once, sorted.
 */
export const differences = (known: unknown, given: unknown): readonly string[] =>
  [...new Set(compare(known, camelCase(given), ''))].toSorted();
