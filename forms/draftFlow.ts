import { isDeepStrictEqual } from 'node:util';
import { defined } from '../lib/optional.ts';
import type { Draft, Faults, Question, Values } from '../model/draft.ts';
import { market } from '../partner-center/rules/countries.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { Context } from './context.ts';
import { sections } from './sections.ts';
import { isRefusedByPartnerCenter, sectionIds, type Section, type SectionId } from './section.ts';

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

/** The empty draft of a new customer: its country is the partner's own, where there is a choice of countries. */
export function newCustomerDraft(id: string, now: string, { country }: Pick<Partner, 'country'>): Draft {
  const draft = newDraft(id, now);
  return market(country).length === 1 ? draft : { ...draft, ownCountry: country, accepted: { country: { country } } };
}

/** The token of the draft's current card, with the first section it asks: a card of another revision is out of date. */
export const cardTokenOf = ({ id, revision }: Pick<Draft, 'id' | 'revision'>, section?: SectionId): string =>
  [id, String(revision), ...(section === undefined ? [] : [section])].join('.');

/** The parts of a card's token: the draft, its revision, and the first section the card asks. */
interface CardToken {
  readonly id: string;
  readonly revision: number;
  readonly section?: SectionId;
}

/** Parses a card's token; undefined for anything else. Tokens of older cards have no section. */
export function parseCardToken(token: string): CardToken | undefined {
  const [, id, revision, section] = /^([^.]+)\.(\d{1,9})(?:\.([a-z]+))?$/.exec(token) ?? [];
  if (id === undefined || revision === undefined) return undefined;
  return {
    id,
    revision: Number(revision),
    ...(section !== undefined && isSectionId(section) ? { section } : {}),
  };
}

/** True for a section that is unanswered or reopened. */
export const isOpen = (draft: Draft, id: SectionId): boolean =>
  draft.accepted[id] === undefined || draft.reopened.includes(id);

/** Values of a section's inputs: typed, else accepted, adapted to the current context; else its defaults. */
export function inputValues(draft: Draft, section: Section, context: Context): Values {
  const values = draft.typed[section.id] ?? draft.accepted[section.id];
  return values === undefined ? section.defaults(context) : (section.adapt?.(values, context) ?? values);
}

/** Keeps a section's typed values, without judging them, and the faults found so far. */
export function keepInputs(draft: Draft, id: SectionId, typed: Values, faults: Faults = {}): Draft {
  return { ...draft, typed: { ...draft.typed, [id]: { ...typed } }, faults: { ...draft.faults, [id]: { ...faults } } };
}

/** Keeps a section's typed values, and of its faults those of values that are still as they were shown. */
export function keepTyped(draft: Draft, id: SectionId, typed: Values, shown: Values): Draft {
  const isSame = ([name]: [string, unknown]): boolean => (typed[name] ?? '') === (shown[name] ?? '');
  return keepInputs(draft, id, typed, Object.fromEntries(Object.entries(draft.faults[id] ?? {}).filter(isSame)));
}

/**
 * A section's faults as the present values have them: one may depend on another input that was changed since, or on an
 * earlier section. What Partner Center refused stays, and so does the fault of an answer that was left out, beside
 * which its former text is shown again.
 */
export function presentFaults(draft: Draft, section: Section, context: Context): Faults {
  const stored = Object.entries(draft.faults[section.id] ?? {});
  if (stored.length === 0) return {};
  const values = inputValues(draft, section, context);
  const faultsOf = (looked: Values): Faults => {
    const judged = validate(section, looked, context);
    return 'faults' in judged ? judged.faults : {};
  };
  const present = faultsOf(values);
  return Object.fromEntries(
    stored.flatMap(([name, fault]) => {
      if (isRefusedByPartnerCenter(fault)) return [[name, fault]];
      const now = present[name];
      if (now !== undefined) return [[name, now]];
      const wasLeftOut = (values[name] ?? '') !== '' && faultsOf({ ...values, [name]: '' })[name]?.key === fault.key;
      return wasLeftOut ? [[name, fault]] : [];
    }),
  );
}

/** Adds a question that keeps its section open until it is answered. */
export const ask = (draft: Draft, question: Question): Draft => ({ ...draft, question });

/** Accepts a section's answers and closes it. */
export function accept(draft: Draft, id: SectionId, answers: Values): Draft {
  const closed = close(draft, id);
  return {
    ...(id === 'country' ? omitOptional(closed, 'ownCountry') : closed),
    accepted: { ...draft.accepted, [id]: { ...answers } },
    typed: omitKey(draft.typed, id),
  };
}

/**
 * Reopens every accepted section whose answers the current context refuses (another country, another qualification):
 * its inputs keep the typed values, else the answers, with their faults, and its id is added to `invalidated`. After a
 * change in one section only later ones are looked at: no section depends on a later one.
 */
export function revalidate(draft: Draft, context: Context, changed?: SectionId): Draft {
  const asked = sections(context);
  return asked.slice(asked.findIndex(({ id }) => id === changed) + 1).reduce((judged, section) => {
    const answers = judged.accepted[section.id];
    if (answers === undefined || judged.reopened.includes(section.id)) return judged;
    if (section.isUnread?.(answers, context) === true) return judged;
    if ('answers' in validate(section, answers, context)) return judged;
    const typed = inputValues(judged, section, context);
    const parsed = validate(section, typed, context);
    const kept = keepInputs(judged, section.id, typed, 'faults' in parsed ? parsed.faults : {});
    return { ...reopen(kept, section.id), invalidated: [...kept.invalidated, section.id] };
  }, draft);
}

/** Parses the section's inputs out of these values in this context. */
export const validate = (section: Section, values: Values, context: Context) =>
  section.parse(section.readInputs(values, values, context), context);

/** Reopens a section for Update or Change country, from which Back leads where it was pressed; other answers are kept. */
export const update = (draft: Draft, id: SectionId): Draft => ({
  ...reopen(draft, id),
  ...defined({ updating: id, updatingBefore: id === 'country' ? draft.updating : undefined }),
});

/** The draft after Back from a section that Update or Change country opened: closed, and the one before it as it was. */
export function leaveUpdate(draft: Draft, id: SectionId): Draft {
  const { updatingBefore } = draft;
  return { ...close(draft, id), ...(updatingBefore === undefined ? {} : { updating: updatingBefore }) };
}

/** Reopens a section, with its accepted answers in the inputs. */
export const reopen = (draft: Draft, id: SectionId): Draft => ({
  ...omitOptional(draft, 'question', 'updating', 'updatingBefore'),
  reopened: draft.reopened.includes(id) ? draft.reopened : [...draft.reopened, id],
});

/** Raises the revision: every card shown before becomes out of date. */
export const bumpRevision = (draft: Draft, now: string): Draft => ({
  ...draft,
  revision: draft.revision + 1,
  touchedAt: now,
});

/** The draft without the confirmation that was asked before going on (`asking`). */
export const dropAsking = (draft: Draft): Draft => omitOptional(draft, 'asking');

/** The draft without its open question; the inputs keep the typed values. */
export const dropQuestion = (draft: Draft): Draft => omitOptional(draft, 'question');

/** The answers a draft began with. */
export function initialAnswers({ purpose, ownCountry }: Draft): Draft['accepted'] {
  if (purpose?.kind === 'account') return purpose.before;
  return ownCountry === undefined ? {} : { country: { country: ownCountry } };
}

/** True when nothing was entered besides the initial answers. */
export function isDraftEmpty(draft: Draft): boolean {
  const before = initialAnswers(draft);
  const isNew = ([id, values]: [string, Values]): boolean => !isDeepStrictEqual(values, before[id]);
  const typed = Object.entries(draft.typed).filter(([, values]) => Object.keys(values).length > 0);
  return ![...Object.entries(draft.accepted), ...typed].some(isNew);
}

/** The display name of a new customer's draft: the company's name as it was typed last; empty when there is none yet. */
export const draftName = ({ typed, accepted }: Draft): string =>
  [typed, accepted].map((answers) => answers['company']?.['companyName'] ?? '').find((name) => name !== '') ?? '';

/** True when this text is the id of a section. */
export const isSectionId = (id: string): id is SectionId => sectionIds.some((known) => known === id);

/** Closes a section with the answers accepted before. */
export function close(draft: Draft, id: SectionId): Draft {
  return {
    ...withoutPasted(omitOptional(draft, 'question', 'updating', 'updatingBefore'), id),
    reopened: draft.reopened.filter((one) => one !== id),
    faults: omitKey(draft.faults, id),
    invalidated: draft.invalidated.filter((one) => one !== id),
  };
}

/** Notes about what a section was filled with, which go with that. */
const notesOf: Readonly<Partial<Record<SectionId, readonly OptionalName[]>>> = {
  company: ['leftOut', 'wrongNumber', 'copyOf'],
  contact: ['otherPhones'],
};

/** The draft with a section whose values are the user's own again. */
function withoutPasted({ pasted = [], ...draft }: Draft, id: SectionId): Draft {
  const left = pasted.filter((one) => one !== id);
  const own = omitOptional(draft, ...(notesOf[id] ?? []));
  return left.length === 0 ? own : { ...own, pasted: left };
}

/** The draft with the customer that its company may be already, or without one. */
export const withAlike = (draft: Draft, alike: Draft['alike']): Draft => ({
  ...omitOptional(draft, 'alike'),
  ...defined({ alike }),
});

const omitKey = <V>(record: Record<string, V>, name: string): Record<string, V> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

type OptionalName =
  | ('question' | 'updating' | 'asking' | 'updatingBefore' | 'ownCountry' | 'alike')
  | ('leftOut' | 'wrongNumber' | 'otherPhones' | 'copyOf');

function omitOptional(draft: Draft, ...names: readonly OptionalName[]): Draft {
  const copy = { ...draft };
  for (const name of names) delete copy[name];
  return copy;
}
