import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftKind, Values } from '../model/draft.ts';
import { type Missing, nothingLeft } from '../lib/complete.ts';
import type { KnownCompanyField } from './companySection.ts';
import type { Context } from './context.ts';
import type { SectionInputs } from './sectionInputs.ts';
import { accept, initialAnswers, keepInputs, newCustomerDraft, newDraft, validate } from './draftFlow.ts';
import { sections } from './sections.ts';
import type { Section } from './section.ts';
import type { CountryRules } from '../partner-center/rules/countries.ts';
import type { BillingProfile } from '../partner-center/management.ts';
import { type AccountField, accountFields } from '../cards/accountInfo.ts';

/**
 * Prefills a draft about an existing customer: known values that are valid are accepted, others stay typed, to be
 * corrected. Of several sources the first valid one is taken, else the first.
 */
export function prefillDraft(
  draft: Draft,
  purpose: DraftKind,
  known: readonly Draft['accepted'][],
  context: Context,
): Draft {
  const filled = sections(context).reduce((so, one) => prefillSection(so, one, known, context), draft);
  const before = { ...filled.typed, ...filled.accepted };
  return { ...filled, purpose: purpose.kind === 'account' ? { ...purpose, before } : purpose };
}

function prefillSection(draft: Draft, one: Section, known: readonly Draft['accepted'][], context: Context): Draft {
  const accounts = known.map((account) => account[one.id]).filter((values) => values !== undefined);
  for (const values of accounts) {
    const parsed = validate(one, values, context);
    if ('answers' in parsed) return accept(draft, one.id, parsed.answers);
  }
  const [first] = accounts;
  return first === undefined ? draft : keepInputs(draft, one.id, { ...one.defaults(context), ...first });
}

/**
 * Rebases a draft of account info on the customer's present data: answers the partner did not change take the new
 * value. Returns the same draft where nothing differs.
 */
export function rebaseDraft(draft: Draft, known: readonly Draft['accepted'][], context: Context): Draft {
  const { purpose } = draft;
  if (purpose?.kind !== 'account') return draft;
  const { before } = purpose;
  const now = initialAnswers(prefillDraft(newDraft(draft.id, draft.createdAt), purpose, known, context));
  if (isDeepStrictEqual(now, before)) return draft;
  const accepted = Object.fromEntries(
    Object.entries(draft.accepted).map(([id, values]) => [id, mergeAnswers(values, before[id], now[id])]),
  );
  return { ...draft, purpose: { ...purpose, before: now }, accepted };
}

const mergeAnswers = (values: Values, before: Values = {}, now: Values = {}): Values =>
  Object.fromEntries(
    [...new Set([...Object.keys(now), ...Object.keys(values)])].flatMap((name): [string, string][] => {
      const value = values[name] === before[name] ? now[name] : values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Resets a draft to its beginning. */
export function resetDraft(draft: Draft, context: Context): Draft {
  const { id, createdAt, revision, purpose } = draft;
  if (purpose === undefined) return { ...newCustomerDraft(id, createdAt, context.partner), revision };
  const empty = { ...newDraft(id, createdAt), revision, ...fromRecord(draft) };
  return prefillDraft(empty, purpose, [initialAnswers(draft)], context);
}

const fromRecord = ({ from: record }: Draft) => (record === undefined ? {} : { from: record });

/** A customer's name and billing profile as Partner Center returns them. */
interface ProfiledCustomer {
  readonly companyName: string;
  readonly billing?: BillingProfile;
}

/** The known texts of these inputs; every input is named, if only as unknown. */
const knownTexts = <Name extends string>(entries: Readonly<Record<Name, string | undefined>>): Values =>
  Object.fromEntries(
    Object.entries<string | undefined>(entries).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );

/** The code as the country's rules write it: profiles made in other portals have any case. */
const listedCode = (codes: readonly string[], text: string | undefined): string | undefined =>
  codes.find((code) => code.toLowerCase() === text?.toLowerCase());

/** A customer's profile at Partner Center as answers of company and primary contact; unknown values are left out. */
export function profileAnswers({ companyName, billing }: ProfiledCustomer, rules: CountryRules): Draft['accepted'] {
  const { address = {}, contact = {}, culture } = billing ?? {};
  const { addressLine1, addressLine2, city, state, postalCode } = address;
  return {
    company: knownTexts<KnownCompanyField>({
      companyName: billing?.companyName ?? companyName,
      addressLine1,
      addressLine2,
      city,
      state: listedCode(rules.states, state) ?? state,
      postalCode,
      culture: listedCode(rules.cultures, culture),
    }),
    contact: knownTexts<SectionInputs['contact']>({
      firstName: contact.firstName,
      lastName: contact.lastName,
      email: contact.email,
      phoneNumber: contact.phone,
    }),
  };
}

// An input of account info that is not in the list does not compile: a change of it alone would count as none.
nothingLeft<Missing<KnownCompanyField | SectionInputs['contact'], AccountField>>({});

const accountAnswers = ({ company, contact }: Draft['accepted']): Values => ({ ...company, ...contact });

/** Account fields whose answers differ from the draft's initial ones; none for a draft of any other kind. */
export function changedFields({ purpose, accepted }: Pick<Draft, 'purpose' | 'accepted'>): readonly AccountField[] {
  if (purpose?.kind !== 'account') return [];
  const [before, now] = [accountAnswers(purpose.before), accountAnswers(accepted)];
  return accountFields.filter((name) => (before[name] ?? '') !== (now[name] ?? ''));
}
