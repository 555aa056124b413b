import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Offer } from '../../partner-center/rules/catalog.ts';
import type { PracticeDecision, PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { approvedSegments, requestableQualifications, type Vetting } from '../../partner-center/rules/qualification.ts';
import { localPartnerCenter } from '../../partner-center/local/localPartnerCenter.ts';
import { offerIdInCatalog } from '../../partner-center/rest/skus.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { addToys, faultOf, practice, simulated, type Practised, recorded } from './alike.ts';

const education = { kind: 'education', segment: 'K12', website: 'https://school.example' } as const;
const government = { kind: 'governmentCommunityCloud', validationCode: '123456' } as const;

/** Microsoft decides: in practice by the user, at the simulator by a control call. */
type Decide = (id: string, decision: PracticeDecision) => Promise<void>;

const decideAt = ({ control }: Practised, partnerCenter: PartnerCenter): Decide =>
  control === undefined
    ? async (id, decision) => partnerCenter.practiseDecision?.(id, decision)
    : async (id, { about, state }) => {
        const words = { approved: 'Approved', denied: 'Denied' } as const;
        const reviews = { allowed: 'Allowed', 'under-review': 'UnderReview', 'not-approved': 'NotAllowed' } as const;
        control.setCustomer(
          id,
          about === 'account' ? { validationStatus: reviews[state] } : { vettingStatus: words[state] },
        );
      };

for (const start of [practice, simulated]) {
  describe(`qualifications and the review of an account, ${start.name}`, () => {
    let desk: Practised;
    before(async () => {
      desk = await start();
    });
    after(() => desk.stop());

    async function customer() {
      const partnerCenter = desk.as();
      const id = await addToys(partnerCenter);
      const states = async () =>
        (await partnerCenter.management.qualifications(id)).map(({ qualification, state }) => [qualification, state]);
      const order = async (name: string) => {
        const { plans } = recorded(name);
        const plan = plans.find(({ term }) => term === 'P1Y') ?? { term: 'P1Y', billing: 'annual' };
        return partnerCenter.order(id, [{ offerId: desk.idOf(name), ...plan, quantity: 5 }], randomUUID());
      };
      return { partnerCenter, id, states, order, decide: decideAt(desk, partnerCenter) };
    }

    afterEach(async () => {
      await desk.stop();
      desk = await start();
    });

    it('are in review from the request on, approved or denied then, and asked for again after a denial', async () => {
      const { partnerCenter, id, states, decide } = await customer();
      assert.deepEqual(await states(), []);
      await partnerCenter.requestQualification(id, education, randomUUID());
      assert.deepEqual(await states(), [['Education', 'in-review']]);
      assert.match((await partnerCenter.management.qualifications(id))[0]?.askedAt ?? '', /^2026-03-02T/);
      await partnerCenter.requestQualification(id, { ...education, website: 'other.example' }, randomUUID());
      assert.deepEqual(await states(), [['Education', 'in-review']], 'what is in review is not asked for again');
      await decide(id, { about: 'qualification', state: 'denied' });
      assert.deepEqual(await states(), [['Education', 'denied']]);
      await partnerCenter.requestQualification(id, education, randomUUID());
      assert.deepEqual(await states(), [['Education', 'in-review']]);
      await decide(id, { about: 'qualification', state: 'approved' });
      await partnerCenter.requestQualification(id, government, randomUUID());
      assert.deepEqual(await states(), [
        ['Education', 'approved'],
        ['GovernmentCommunityCloud', 'in-review'],
      ]);
    });

    it('block what buys while an account is reviewed or was not approved, and nothing else', async () => {
      const { partnerCenter, id, order, decide } = await customer();
      const { management } = partnerCenter;
      const name = 'Office 365 Business Premium';
      assert.ok(!('error' in ((await order(name))[0] ?? {})));
      await management.subscriptions(id);
      const [one] = await management.subscriptions(id);
      assert.ok(one !== undefined);
      const change = (to: number) =>
        management.changeQuantity(id, one.id, { from: one.quantity, to }, randomUUID()).then(() => 'done');
      assert.equal(await management.accountReview(id), 'allowed');
      for (const [state, fault] of [
        ['under-review', 'under-review 800073'],
        ['not-approved', 'not-approved 800075'],
      ] as const) {
        await decide(id, { about: 'account', state });
        assert.equal(await management.accountReview(id), state);
        assert.equal(await faultOf(order(name)), fault);
        assert.equal(await faultOf(change(one.quantity + 1)), fault);
      }
      assert.equal(await change(one.quantity - 1), 'done');
      await decide(id, { about: 'account', state: 'allowed' });
      assert.ok(!('error' in ((await order(name))[0] ?? {})));
    });

    it('do not exist in a cloud without them', async () => {
      const china = desk.as(samplePartners.findIndex(({ cloud }) => cloud === 'china'));
      const asked = faultOf(china.requestQualification(randomUUID(), education, randomUUID()));
      assert.match(await asked, /^not-allowed/);
    });
  });
}

describe('a segment', () => {
  const offer = (segment: Offer['segment']): Offer => ({
    id: `a1:0001:${segment}`,
    name: `Office for ${segment}`,
    segment,
    unit: 'licenses',
    trial: false,
    min: 1,
    max: 100,
    plans: [{ term: 'P1Y', billing: 'annual' }],
    addOnTo: [],
    rank: 1,
  });

  it('is open by its approved qualification alone', () => {
    const named = (qualification: string, state: Vetting['state']) => approvedSegments([{ qualification, state }]);
    assert.deepEqual(named('Education', 'approved'), ['education']);
    assert.deepEqual(named('GovernmentCommunityCloud', 'approved'), ['government']);
    assert.deepEqual(named('Nonprofit', 'approved'), ['nonprofit']);
    for (const state of ['in-review', 'denied', 'unknown'] as const) assert.deepEqual(named('Education', state), []);
    assert.deepEqual(named('StateOwnedEntity', 'approved'), []);
  });

  it('can be asked for unless it is in review or approved', () => {
    assert.deepEqual(requestableQualifications([]), ['education', 'governmentCommunityCloud']);
    assert.deepEqual(requestableQualifications([{ qualification: 'Education', state: 'in-review' }]), [
      'governmentCommunityCloud',
    ]);
    assert.deepEqual(requestableQualifications([{ qualification: 'Education', state: 'denied' }]), [
      'education',
      'governmentCommunityCloud',
    ]);
  });

  it('of the Government Community Cloud can be asked for in the United States alone', () => {
    assert.deepEqual(requestableQualifications([], 'RU'), ['education']);
    assert.ok(requestableQualifications([], 'US').includes('governmentCommunityCloud'));
  });

  it('is that of the offer the catalog sells, where a subscription does not say', () => {
    assert.equal(offerIdInCatalog('a1:0001:commercial', [offer('education')]), 'a1:0001:education');
    assert.equal(
      offerIdInCatalog('a1:0001:commercial', [offer('education'), offer('commercial')]),
      'a1:0001:commercial',
    );
    assert.equal(offerIdInCatalog('a1:0002:commercial', [offer('education')]), 'a1:0002:commercial');
    assert.equal(offerIdInCatalog('MS-AZR-0145P', [offer('education')]), 'MS-AZR-0145P');
  });

  it('of a practice customer sells its offers to who is approved for it, and to nobody else', async () => {
    const [partner] = samplePartners;
    assert.ok(partner !== undefined);
    const offers = JSON.stringify([(({ rank: _rank, ...one }) => one)(offer('education'))]);
    const partnerCenter = localPartnerCenter({
      partner: { ...partner, catalogue: 'schools.json' },
      documents: memoryDocuments(),
      now: () => new Date('2026-03-02T10:00:00Z'),
      randomId: randomUUID,
      readFile: () => offers,
    });
    const id = await addToys(partnerCenter);
    const line = { offerId: offer('education').id, term: 'P1Y', billing: 'annual', quantity: 1 };
    const refusal = async () => {
      const [made] = await partnerCenter.order(id, [line], randomUUID());
      return made !== undefined && 'error' in made ? `${made.error.reason} ${made.error.code ?? ''}` : 'ordered';
    };
    assert.equal(await refusal(), 'segment 400030');
    await partnerCenter.requestQualification(id, education, randomUUID());
    assert.equal(await refusal(), 'segment 400030');
    await partnerCenter.practiseDecision?.(id, { about: 'qualification', state: 'approved' });
    assert.equal(await refusal(), 'ordered');
  });
});
