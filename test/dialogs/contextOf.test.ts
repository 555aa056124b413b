import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contextOf } from '../../dialogs/drafts.ts';
import type { DraftAnswers } from '../../forms/context.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { localPartnerCenter } from '../../partner-center/local/localPartnerCenter.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { type Catalog, recordedOffers } from '../../partner-center/rules/catalog.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { memoryDocuments } from '../memoryDocuments.ts';

const [partner] = samplePartners;

/** A turn, and what its Partner Center gives and has seen: a catalog that may change, and the contexts made. */
function newTurn() {
  assert.ok(partner);
  const now = () => new Date('2026-03-10T09:00:00.000Z');
  const local = localPartnerCenter({ partner, documents: memoryDocuments(), now, randomId: () => 'id' });
  const seen = { made: 0, catalog: { offers: [], sample: false, state: 'reading', leftOut: 0 } as Catalog };
  const partnerCenter: PartnerCenter = {
    ...local,
    offersSoFar: () => ({ ...seen.catalog }),
    countryRules(country) {
      seen.made += 1;
      return local.countryRules(country);
    },
  };
  return { turn: { partner, today: '2026-03-10', words: words('en'), partnerCenter }, seen };
}

const offers = recordedOffers();
const catalogs: readonly Catalog[] = [
  { offers: [], sample: false, state: 'reading', leftOut: 0 },
  { offers: offers.slice(0, 3), sample: false, state: 'reading', leftOut: 0 },
  { offers: offers.slice(0, 3), sample: false, state: 'reading', leftOut: 1 },
  { offers, sample: false, state: 'read', leftOut: 1 },
  { offers, sample: false, state: 'failed', leftOut: 1, fault: { reason: 'unavailable', correlationId: 'c-1' } },
];

const change = fc.oneof(
  fc.record({ country: fc.constantFrom('US', 'CA', 'MX') }),
  fc.record({ keptName: fc.constantFrom('Contoso', 'Fabrikam') }),
  fc.record({ orderedAgain: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }) }),
  fc.record({ extra: fc.constantFrom('registrationNumber', 'organizationPhone') }),
  fc.record({ locale: fc.constantFrom(...locales) }),
  fc.record({ catalog: fc.constantFrom(...catalogs) }),
  fc.record({ draftSaved: fc.constant(true) }),
);

describe('the context of a draft', () => {
  it('is made once while nothing changes, however often and by whichever copy of the draft it is asked for', async () => {
    const { turn, seen } = newTurn();
    const draft: DraftAnswers = { accepted: { country: { country: 'US' } } };
    const first = await contextOf(turn, draft);
    assert.equal(await contextOf(turn, { ...draft }), first);
    assert.equal(await contextOf({ ...turn }, draft).then((other) => other === first), false);
    assert.equal(seen.made, 2);
  });

  it('is made again when offers came in while the turn waited', async () => {
    const { turn, seen } = newTurn();
    const draft: DraftAnswers = { accepted: {} };
    assert.equal((await contextOf(turn, draft)).catalog?.state, 'reading');
    seen.catalog = { offers, sample: false, state: 'read', leftOut: 0 };
    const later = await contextOf(turn, draft);
    assert.deepEqual([later.catalog?.state, later.offers], ['read', offers]);
  });

  it('is asked for again after Partner Center did not answer', async () => {
    const { turn } = newTurn();
    const { partnerCenter } = turn;
    turn.partnerCenter = { ...partnerCenter, countryRules: () => Promise.reject(new Error('unavailable')) };
    await assert.rejects(contextOf(turn, { accepted: {} }));
    turn.partnerCenter = partnerCenter;
    assert.equal((await contextOf(turn, { accepted: {} })).country, partner?.country);
  });

  it('is never an earlier one, whatever changes in the turn', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 12 }), async (changes) => {
        const { turn, seen } = newTurn();
        let draft: DraftAnswers = { accepted: {} };
        for (const one of changes) {
          if ('country' in one)
            draft = { ...draft, accepted: { ...draft.accepted, country: { country: one.country } } };
          if ('keptName' in one) draft = { ...draft, keptName: one.keptName };
          if ('orderedAgain' in one) draft = { ...draft, orderedAgain: one.orderedAgain };
          if ('extra' in one) draft = { ...draft, alsoAsked: { country: 'US', fields: [one.extra] } };
          if ('draftSaved' in one) draft = { ...draft };
          if ('locale' in one) turn.words = words(one.locale);
          if ('catalog' in one) seen.catalog = one.catalog;
          // Another turn has made no context yet.
          assert.deepEqual(await contextOf(turn, draft), await contextOf({ ...turn }, draft));
        }
      }),
    );
  });
});
