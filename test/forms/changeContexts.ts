import type { Context } from '../../forms/context.ts';
import { newDraft } from '../../forms/draftFlow.ts';
import { prefillDraft } from '../../forms/changeDraft.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Draft, DraftKind } from '../../model/draft.ts';
import type { CustomerRef } from '../../model/customerRef.ts';
import { contextFor, provider } from './contexts.ts';

/** A customer that exists. */
export const tailspin: CustomerRef = {
  record: '0moy6r6t4deadbeef',
  microsoftId: '6ed05c6f-18d5-4d5d-a3a0-3ef4e0b8e2a1',
  companyName: 'Tailspin Toys',
  domain: 'tailspintoys.onmicrosoft.com',
};

type Kind<K extends DraftKind['kind']> = Extract<DraftKind, { kind: K }>;

/** A cart for it; its reseller is known. */
export const cartFor = (more: Partial<Kind<'subscriptions'>> = {}): DraftKind => ({
  kind: 'subscriptions',
  customer: tailspin,
  country: 'US',
  owned: [],
  reseller: 'none',
  ...more,
});

/** Its account info. */
export const accountOf = (more: Partial<Kind<'account'>> = {}): DraftKind => ({
  kind: 'account',
  customer: tailspin,
  country: 'US',
  before: {},
  ...more,
});

/** What the sections depend on in a draft for that purpose. */
export const contextAbout = (
  purpose: DraftKind,
  accepted: Draft['accepted'] = {},
  partner: Partner = provider,
  more: Partial<Context> = {},
): Context => contextFor(partner, accepted, { ...more, purpose });

/** A draft as it begins with what is known. */
export const begun = (purpose: DraftKind, known: Draft['accepted'] = {}): Draft =>
  prefillDraft(newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'), purpose, [known], contextAbout(purpose));
