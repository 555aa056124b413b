import { currentCard } from '../dialogs/add/currentCard.ts';
import type { Context } from '../forms/context.ts';
import { newDraft } from '../forms/draftFlow.ts';
import type { Words } from '../locales/words.ts';
import type { Draft, Values } from '../model/draft.ts';
import { goodAccepted } from '../test/forms/answers.ts';
import { accountOf, contextAbout } from '../test/forms/changeContexts.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import { fullCart } from './cartStates.ts';
import { aboutAccount, aboutCart, longNamed } from './formContexts.ts';
import { aboutOf } from './formDrafts.ts';
import { planted } from './hostileText.ts';
import type { Shown } from './shownCard.ts';

/** The review of every kind of draft. */
export function reviews(words: Words): Shown[] {
  const contextOf = (accepted: Draft['accepted']) => contextFor(provider, accepted);
  const draft = newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z');
  const good = goodAccepted(contextOf);
  const person: Values = {
    firstName: planted(50),
    lastName: planted(50),
    email: `${planted(240)}@a.example`,
    phoneNumber: '+14255550100;ext=123456',
  };
  const full: Draft['accepted'] = {
    ...good,
    company: {
      ...good['company'],
      companyName: planted(255),
      addressLine1: planted(200),
      addressLine2: planted(200),
      city: planted(100),
      qualification: 'education',
    },
    qualification: { educationSegment: 'HigherEducation', website: planted(254) },
    contact: person,
    agreement: { ...good['agreement'], signer: 'other' },
    signer: person,
    subscriptions: fullCart,
  };
  const review = (name: string, accepted: Draft['accepted'], more: Partial<Draft> = {}): Shown => ({
    name,
    card: currentCard({ ...draft, accepted, ...more }, contextOf(accepted), words, true),
  });
  const byCustomer = (name: string, accepted: Draft['accepted']): Shown => {
    const context: Context = { ...contextOf(accepted), agreementWay: 'customer' };
    return { name, card: currentCard({ ...draft, accepted }, context, words, true) };
  };
  const about = (name: string, context: Context, known: Draft['accepted']): Shown => ({
    name,
    card: currentCard({ ...draft, accepted: known, ...aboutOf(context) }, { ...context, accepted: known }, words, true),
  });
  return [
    review('review', good),
    review('review without subscriptions', { ...good, subscriptions: {} }),
    about('review of an order', aboutCart(), { subscriptions: fullCart }),
    about(
      'review of an order for several',
      aboutCart({ also: Array.from({ length: 19 }, () => ({ customer: longNamed })) }),
      { subscriptions: fullCart },
    ),
    about('review of account info', aboutAccount('US'), { company: full['company'] ?? {}, contact: person }),
    about(
      'review of account info, nothing changed',
      contextAbout(
        accountOf({ customer: longNamed, country: 'US', before: { company: full['company'] ?? {}, contact: person } }),
      ),
      { company: full['company'] ?? {}, contact: person },
    ),
    review('review of everything', full),
    review('review of a company whose name is in the list', good, { alike: { ref: 'r0', by: 'name' } }),
    review('review of everything, registered in the list', full, { alike: { ref: 'r0', by: 'registration' } }),
    byCustomer('review where the customer accepts', good),
    byCustomer('review where the customer accepts, without subscriptions', { ...good, subscriptions: {} }),
  ];
}
