import { isDeepStrictEqual } from 'node:util';
import type { Draft, Faults, Question, Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { sections } from './index.ts';
import { sectionIds, type Section, type SectionId } from './section.ts';

/** What is asked next: a section, or the review when every section is answered. */
export type Open = SectionId | 'review';

/** An empty draft. */
export const newDraft = (id: string, now: string): Draft => ({
  id,
  revision: 1,
  createdAt: now,
  touchedAt: now,
  accepted: {},
  reopened: [],
  typed: {},
  faults: {},
  invalidated: [],
});

/** The token of the draft's present card, with the section whose inputs it has: another revision is out of date. */
export const tokenOf = ({ id, revision }: Pick<Draft, 'id' | 'revision'>, section?: SectionId): string =>
  [id, String(revision), ...(section === undefined ? [] : [section])].join('.');

/** The card a token was on: its draft, the draft's revision, and the section whose inputs it has. */
export interface CardToken {
  readonly id: string;
  readonly revision: number;
  readonly section?: SectionId;
}

/** Reads a token; undefined for anything else. Cards from before sections were in tokens have none. */
export function readToken(token: string): CardToken | undefined {
  const [, id, revision, section] = /^([^.]+)\.(\d{1,9})(?:\.([a-z]+))?$/.exec(token) ?? [];
  if (id === undefined || revision === undefined) return undefined;
  return {
    id,
    revision: Number(revision),
    ...(section !== undefined && isSectionId(section) ? { section } : {}),
  };
}

/** The first section that is not answered yet, or was reopened; else the review. Everything else follows from it. */
export function nextOpen(draft: Draft, context: Context): Open {
  return sections(context).find(({ id }) => isOpen(draft, id))?.id ?? 'review';
}

const isOpen = (draft: Draft, id: SectionId): boolean =>
  draft.accepted[id] === undefined || draft.reopened.includes(id);

/** What stands in a section's inputs: typed, else accepted, as it fits the present context; else its defaults. */
export function shownValues(draft: Draft, section: Section, context: Context): Values {
  const values = draft.typed[section.id] ?? draft.accepted[section.id];
  return values === undefined ? section.defaults(context) : (section.fitted?.(values, context) ?? values);
}

/** Which card of how many this is; the review is the last. */
export function stepOf(open: Open, context: Context): { n: number; m: number } {
  const ids: Open[] = [...sections(context).map(({ id }) => id), 'review'];
  return { n: ids.indexOf(open) + 1, m: ids.length };
}

/** The card that follows when this section is accepted. */
export function following(draft: Draft, id: SectionId, context: Context): Open {
  const asked = sections(context);
  const place = asked.findIndex((section) => section.id === id);
  return asked.find((section, index) => index !== place && isOpen(draft, section.id))?.id ?? 'review';
}

/** Keeps what was typed, unjudged, and what is known to be wrong with it. */
export function keepTyped(draft: Draft, id: SectionId, typed: Values, faults: Faults = {}): Draft {
  return { ...draft, typed: { ...draft.typed, [id]: { ...typed } }, faults: { ...draft.faults, [id]: { ...faults } } };
}

/** The section stays open until this question is answered. */
export const ask = (draft: Draft, question: Question): Draft => ({ ...draft, question });

/** Takes a section's answers; it is closed. */
export function accept(draft: Draft, id: SectionId, answers: Values): Draft {
  return {
    ...closed(draft, id),
    accepted: { ...draft.accepted, [id]: { ...answers } },
    typed: without(draft.typed, id),
  };
}

/**
 * Asks again every accepted section whose answers the present context refuses (another country, another
 * qualification); what was typed there since, else its answers, stands in its inputs with its faults, and its id is
 * added to `invalidated`. After the answers of one section changed, those behind it are all that can be affected: no
 * section depends on a later one.
 */
export function revalidate(draft: Draft, context: Context, changed?: SectionId): Draft {
  const asked = sections(context);
  return asked.slice(asked.findIndex(({ id }) => id === changed) + 1).reduce((judged, section) => {
    const answers = judged.accepted[section.id];
    if (answers === undefined || judged.reopened.includes(section.id)) return judged;
    if (section.isUnread?.(answers, context) === true) return judged;
    if ('answers' in judge(section, answers, context)) return judged;
    const typed = shownValues(judged, section, context);
    const parsed = judge(section, typed, context);
    const kept = keepTyped(judged, section.id, typed, 'faults' in parsed ? parsed.faults : {});
    return { ...reopen(kept, section.id), invalidated: [...kept.invalidated, section.id] };
  }, draft);
}

/** What a section of this context makes of answers. */
export const judge = (section: Section, values: Values, context: Context) =>
  section.parse(section.take(values, values, context), context);

/** Back: to the card before this one; to the review, when Update opened this one. */
export function back(draft: Draft, open: Open, context: Context): Draft {
  if (open !== 'review' && draft.updating === open) return closed(draft, open);
  const ids: Open[] = [...sections(context).map(({ id }) => id), 'review'];
  const before = ids[ids.indexOf(open) - 1];
  return before === undefined || before === 'review' ? draft : reopen(draft, before);
}

/** Is there a card to go back to: the one before, or the review that Update came from? */
export const hasBack = (draft: Draft, open: Open, context: Context): boolean =>
  draft.updating === open || sections(context)[0]?.id !== open;

/** Update on the review: asks this section again, the rest is kept. */
export const update = (draft: Draft, id: SectionId): Draft => ({ ...reopen(draft, id), updating: id });

/** Asks a section again, with what was accepted standing in its inputs. */
export const reopen = (draft: Draft, id: SectionId): Draft => ({
  ...withoutOption(draft, 'question', 'updating'),
  reopened: draft.reopened.includes(id) ? draft.reopened : [...draft.reopened, id],
});

/** Raises the revision: every card shown before is out of date from here. */
export const taken = (draft: Draft, now: string): Draft => ({
  ...draft,
  revision: draft.revision + 1,
  touchedAt: now,
});

/** The draft without the question that is open before the present card goes on. */
export const answeredAsking = (draft: Draft): Draft => withoutOption(draft, 'asking');

/** The draft without the open question; what was typed stands in the inputs. */
export const dropQuestion = (draft: Draft): Draft => withoutOption(draft, 'question');

/** The answers a draft began with. */
export const beforeOf = ({ purpose }: Draft): Draft['accepted'] => (purpose?.kind === 'account' ? purpose.before : {});

/** Was nothing entered, besides what it began with? */
export function isEmpty(draft: Draft): boolean {
  const before = beforeOf(draft);
  const isNew = ([id, values]: [string, Values]): boolean => !isDeepStrictEqual(values, before[id]);
  const typed = Object.entries(draft.typed).filter(([, values]) => Object.keys(values).length > 0);
  return ![...Object.entries(draft.accepted), ...typed].some(isNew);
}

/** The name a draft of a new customer goes by: the company's, accepted or typed; empty when there is none yet. */
export const draftName = (draft: Draft): string =>
  draft.accepted['company']?.['companyName'] ?? draft.typed['company']?.['companyName'] ?? '';

/** Is this text the id of a section? */
export const isSectionId = (id: string): id is SectionId => sectionIds.some((known) => known === id);

function closed(draft: Draft, id: SectionId): Draft {
  return {
    ...withoutOption(draft, 'question', 'updating'),
    reopened: draft.reopened.filter((one) => one !== id),
    faults: without(draft.faults, id),
    invalidated: draft.invalidated.filter((one) => one !== id),
  };
}

const without = <V>(record: Record<string, V>, name: string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

function withoutOption(draft: Draft, ...names: ('question' | 'updating' | 'asking')[]): Draft {
  const copy = { ...draft };
  for (const name of names) delete copy[name];
  return copy;
}
