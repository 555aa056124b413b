import {
  addressCard,
  orderAgainCard,
  cancelCard,
  deletedDraftCard,
  deleteDraftCard,
  companyNameCard,
  startOverCard,
  draftRefusalCard,
} from '../cards/questionCards.ts';
import { currentCard } from '../dialogs/add/currentCard.ts';
import { ask, keepInputs, newDraft, reopen } from '../forms/draftFlow.ts';
import type { Words } from '../locales/words.ts';
import type { Draft } from '../model/draft.ts';
import type { Address } from '../partner-center/rules/addressRules.ts';
import { accountOf, cartFor } from '../test/forms/changeContexts.ts';
import { contextFor, provider } from '../test/forms/contexts.ts';
import { longNamed } from './formContexts.ts';
import { planted, plantedRefusal } from './hostileText.ts';
import { bundleCards } from './bundleStates.ts';
import type { Shown } from './shownCard.ts';

const address: Address = {
  country: 'US',
  addressLine1: planted(200),
  addressLine2: planted(200),
  city: planted(100),
  state: 'WA',
  postalCode: '98052',
};

/** Every question that the form asks between its cards. */
export function questions(words: Words): Shown[] {
  const asked = { words, token: '0moy6r6t4deadbeef.12' };
  const context = contextFor(provider);
  const typed = { companyName: planted(255), addressLine1: planted(200), city: planted(100), state: 'WA' };
  const { country: _country, ...base } = contextFor(provider).accepted;
  const draft = {
    ...newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'),
    accepted: { ...base, country: { country: 'US' } },
  };
  const open = (one: Draft) => currentCard(one, context, words, true);
  const atCompany = keepInputs(reopen(draft, 'company'), 'company', typed);
  return [
    { name: 'name with a web address, as long as can be', card: companyNameCard(asked, planted(255)) },
    {
      name: 'address, three suggestions',
      card: addressCard(asked, address, { suggestions: [address, address, address] }),
    },
    {
      name: 'address not confirmed, with all that can be said',
      card: addressCard(asked, address, { suggestions: [], said: planted(300) }),
    },
    {
      name: 'address in another country only',
      card: addressCard(asked, address, { suggestions: [], elsewhere: 'MX' }),
    },
    {
      name: 'address asked of a draft',
      card: open(ask(atCompany, { kind: 'address', section: 'company', suggestions: [{ ...address }] })),
    },
    {
      name: 'name with a web address in it',
      card: open(ask(atCompany, { kind: 'name', section: 'company', name: planted(255) })),
    },
    { name: 'order again, one offer', card: orderAgainCard(asked, [planted(30)]) },
    { name: 'order again, as much as can be', card: orderAgainCard(asked, Array<string>(15).fill(planted(255))) },
    ...bundleCards(words, draft, context),
    { name: 'cancel', card: cancelCard(asked, '', false) },
    { name: 'cancel of a name', card: open({ ...atCompany, asking: 'cancel' }) },
    { name: 'start over', card: startOverCard(asked, '', false) },
    { name: 'start over of a name', card: open({ ...atCompany, asking: 'startOver' }) },
    {
      name: 'cancel of an order',
      card: open({ ...draft, purpose: cartFor({ customer: longNamed }), asking: 'cancel' }),
    },
    { name: 'start over of account info', card: open({ ...draft, purpose: accountOf(), asking: 'startOver' }) },
    { name: 'deleted draft', card: deletedDraftCard(words, 'd1') },
    { name: 'delete draft', card: deleteDraftCard(words, 'd1', '') },
    { name: 'delete draft of a name', card: deleteDraftCard(words, 'd1', planted(4000)) },
    { name: 'trouble', card: draftRefusalCard(asked, troubleOf('unavailable')) },
    { name: 'trouble with a reason', card: draftRefusalCard(asked, troubleOf('mfa')) },
  ];
}

const troubleOf = (reason: string) => ({
  fault: plantedRefusal(reason),
  correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
});
