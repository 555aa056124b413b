import { isDeepStrictEqual } from 'node:util';
import type { Draft, Purpose, Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { accept, beforeOf, judge, keepTyped, newDraft } from './draft.ts';
import { sections } from './index.ts';
import type { Section } from './section.ts';

/**
 * A draft about a customer that exists. What is known of it is accepted where it is good; else it stands typed, to be
 * mended. Of two accounts of it the better one is taken, else the first.
 */
export function draftFor(draft: Draft, purpose: Purpose, known: readonly Draft['accepted'][], context: Context): Draft {
  const filled = sections(context).reduce((so, one) => filledIn(so, one, known, context), draft);
  const before = { ...filled.typed, ...filled.accepted };
  return { ...filled, purpose: purpose.kind === 'account' ? { ...purpose, before } : purpose };
}

function filledIn(draft: Draft, one: Section, known: readonly Draft['accepted'][], context: Context): Draft {
  const accounts = known.map((account) => account[one.id]).filter((values) => values !== undefined);
  for (const values of accounts) {
    const parsed = judge(one, values, context);
    if ('answers' in parsed) return accept(draft, one.id, parsed.answers);
  }
  const [first] = accounts;
  return first === undefined ? draft : keepTyped(draft, one.id, { ...one.defaults(context), ...first });
}

/**
 * A draft of account info that began with what is no longer so: what was not changed in it is taken over as it is now.
 * The draft itself, where nothing is different.
 */
export function caughtUp(draft: Draft, known: readonly Draft['accepted'][], context: Context): Draft {
  const { purpose } = draft;
  if (purpose?.kind !== 'account') return draft;
  const { before } = purpose;
  const now = beforeOf(draftFor(newDraft(draft.id, draft.createdAt), purpose, known, context));
  if (isDeepStrictEqual(now, before)) return draft;
  const accepted = Object.fromEntries(
    Object.entries(draft.accepted).map(([id, values]) => [id, merged(values, before[id], now[id])]),
  );
  return { ...draft, purpose: { ...purpose, before: now }, accepted };
}

const merged = (values: Values, before: Values = {}, now: Values = {}): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(values)])].flatMap((name): [string, string][] => {
      const value = values[name] === before[name] ? now[name] : values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The draft as it began. */
export function emptied(draft: Draft, context: Context): Draft {
  const { id, createdAt, revision, purpose } = draft;
  const empty = { ...newDraft(id, createdAt), revision };
  return purpose === undefined ? empty : draftFor({ ...empty, ...from(draft) }, purpose, [beforeOf(draft)], context);
}

const from = ({ from: record }: Draft) => (record === undefined ? {} : { from: record });
