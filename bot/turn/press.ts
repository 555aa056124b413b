import type { Press } from '../../dialogs/turn.ts';

/** Longest text kept of one input, in UTF-16 units; every field's own limit is far below. */
const longest = 4000;

/** The one input that takes more: pasted rows of an import, of which a request's body holds no more than that. */
const longer: ReadonlyMap<string, number> = new Map([['csv', 250_000]]);

/** Most inputs taken of one press: a full cart has about forty. */
const most = 80;

/**
 * What a press sent, or undefined when the message is no press. Clients send all inputs as texts; whatever else a forged
 * one holds (other types, deep objects, thousands of keys) is left out here, before anything reads it.
 */
export function pressOf(value: unknown): Press | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const texts = new Map<string, string>();
  for (const [name, sent] of Object.entries(value)) {
    if (texts.size >= most) break;
    const text = textOf(sent, longer.get(name) ?? longest);
    if (text !== undefined && name.length <= 40 && name !== '__proto__') texts.set(name, text);
  }
  const take = (name: string): string => {
    const text = texts.get(name) ?? '';
    texts.delete(name);
    return text;
  };
  return { verb: take('verb'), token: take('token'), argument: take('argument'), values: Object.fromEntries(texts) };
}

function textOf(sent: unknown, units: number): string | undefined {
  if (typeof sent === 'string') return sent.slice(0, units);
  return typeof sent === 'number' || typeof sent === 'boolean' ? String(sent) : undefined;
}
