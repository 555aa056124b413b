import { customerCard } from '../cards/customers/customerCard.ts';
import { confirmationCard } from '../cards/confirmationCard.ts';
import { currentCard } from '../dialogs/add/currentCard.ts';
import { newDraft } from '../forms/draftFlow.ts';
import type { Words } from '../locales/words.ts';
import { goodAccepted, goodPerson } from '../test/forms/answers.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import type { Shown } from './shownCard.ts';
import { now, ref, subscription } from './subscriptionStates.ts';
import { doneAll, recorded } from './submissionStates.ts';

const accepted = goodAccepted((known) => contextFor(provider, known));
const context = contextFor(provider, accepted);
const domain = 'tailspintoys.onmicrosoft.com';
const companyName = 'Tailspin Toys';
const microsoftId = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** Every stage done, with an order of two offers. */
const { qualification: _notAsked, ...doneStages } = doneAll;
const stages = {
  ...doneStages,
  subscriptions: {
    ...doneAll.customer,
    lines: ['Office 365 Enterprise E3', 'Enterprise Mobility + Security E3'].map((offerName, index) => ({
      offerId: `offer-${String(index)}`,
      offerName,
      quantity: 25,
      unit: 'licenses' as const,
      term: 'P1Y',
      billing: 'monthly',
      subscriptionId: microsoftId,
    })),
  },
};

const can = { add: true, manage: true, remove: true, invite: false, password: true };

/** The cards of one usual customer: two offers, the defaults left as they are. */
export function usualCards(words: Words): readonly Shown[] {
  const view = { words, id: ref, companyName, domain, stages, another: 'offered' as const };
  const password = { state: 'shown' as const, password: 'Ruby-Harbour-4821', minutes: 10 };
  const draft = { ...newDraft(ref, '2026-03-02T10:00:00.000Z'), accepted };
  return [
    { name: 'review of a usual customer', card: currentCard(draft, context, words, true) },
    ...[true, false].map((practice) => ({
      name: `confirmation of a usual customer, ${practice ? 'practice' : 'real'}`,
      card: confirmationCard({ ...view, practice, password, portal: 'global' }),
    })),
    {
      name: 'customer, a usual one',
      card: customerCard({
        words,
        ref,
        companyName,
        domain,
        microsoftId,
        now,
        relationship: 'reseller',
        record: recorded(stages, {
          companyName,
          sections: accepted,
          addedBy: { userId: 'u', name: `${goodPerson['firstName']} ${goodPerson['lastName']}` },
        }),
        agreement: { acceptedAt: '2026-03-01T00:00:00Z', signedByCustomer: false },
        subscriptions: stages.subscriptions.lines.map(({ offerName }, index) =>
          subscription({ id: String(index), name: offerName, quantity: 25 }),
        ),
        orders: [],
        changes: [],
        can,
      }),
    },
  ];
}
