import type { Context } from '../../forms/context.ts';
import { newDraft } from '../../forms/draft.ts';
import { draftFor } from '../../forms/purposeDraft.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Draft, Purpose } from '../../storage/draft.ts';
import type { Target } from '../../storage/target.ts';
import { contextFor, provider } from './contexts.ts';

/** A customer that exists. */
export const tailspin: Target = {
  record: '0moy6r6t4deadbeef',
  microsoftId: '6ed05c6f-18d5-4d5d-a3a0-3ef4e0b8e2a1',
  companyName: 'Tailspin Toys',
  domain: 'tailspintoys.onmicrosoft.com',
};

type Kind<K extends Purpose['kind']> = Extract<Purpose, { kind: K }>;

/** A cart for it; its reseller is known. */
export const cartFor = (more: Partial<Kind<'subscriptions'>> = {}): Purpose => ({
  kind: 'subscriptions',
  customer: tailspin,
  country: 'US',
  owned: [],
  reseller: 'none',
  ...more,
});

/** Its account info. */
export const accountOf = (more: Partial<Kind<'account'>> = {}): Purpose => ({
  kind: 'account',
  customer: tailspin,
  country: 'US',
  before: {},
  ...more,
});

/** What the sections depend on in a draft for that purpose. */
export const contextAbout = (
  purpose: Purpose,
  accepted: Draft['accepted'] = {},
  partner: Partner = provider,
  more: Partial<Context> = {},
): Context => contextFor(partner, accepted, { ...more, purpose });

/** A draft as it begins with what is known. */
export const begun = (purpose: Purpose, known: Draft['accepted'] = {}): Draft =>
  draftFor(newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'), purpose, [known], contextAbout(purpose));
