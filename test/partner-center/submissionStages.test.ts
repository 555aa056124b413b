import assert from 'node:assert/strict';
import type { AgreementConsent } from '../../partner-center/rules/agreement.ts';
import { PartnerCenterError } from '../../partner-center/rules/fault.ts';
import type { OrderLineResult } from '../../partner-center/rules/cart.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import {
  executeStage,
  requeueFailed,
  markFailed,
  isComplete,
  nextStage,
} from '../../partner-center/submissionStages.ts';
import type { SubmissionRequest } from '../../model/submission.ts';
import { stageNames, type Stage, type StageName, type Stages } from '../../model/stages.ts';

const at = new Date('2026-03-02T10:00:00.000Z');
const now = (): Date => at;

const signer = { firstName: 'Anna', lastName: 'Lind', email: 'anna@tailspin.example' };
const request: SubmissionRequest = {
  customer: {
    companyName: 'Tailspin Toys',
    domain: 'tailspintoys.onmicrosoft.com',
    address: { country: 'US', addressLine1: '1 Harbour Road', city: 'Redmond' },
    contact: signer,
    culture: 'en-US',
    language: 'en',
  },
  consent: { signer, dateAgreed: '2026-03-01T00:00:00.000Z' },
  qualification: { kind: 'governmentCommunityCloud', validationCode: 'GCC-1' },
  partnerIdOnRecord: '4000101',
};

const waiting = (requestId: string): Stage => ({ state: 'waiting', requestId });
const lines = [
  { offerId: 'o1', offerName: 'Office 365', unit: 'licenses', term: 'P1Y', billing: 'monthly', quantity: 5 },
  { offerId: 'o2', offerName: 'Azure', unit: 'usage', term: 'P1M', billing: 'none' },
];
const untouched: Stages = {
  customer: waiting('q-customer'),
  agreement: waiting('q-agreement'),
  qualification: waiting('q-qualification'),
  subscriptions: { ...waiting('q-subscriptions'), lines },
};
const created: Stages = {
  ...untouched,
  customer: { ...waiting('q-customer'), state: 'done', microsoftId: 'm1', userName: 'admin' },
};

const withState = (stages: Stages, name: StageName, state: Stage['state']): Stages => ({
  ...stages,
  [name]: { ...stages[name], state },
});

/** A Partner Center that notes what it is asked, and answers each call with that. */
function fake(answers: { readonly order?: readonly OrderLineResult[]; readonly error?: Error } = {}) {
  const asked: unknown[][] = [];
  const note =
    <T>(name: string, answer: T) =>
    async (...sent: unknown[]): Promise<T> => {
      asked.push([name, ...sent]);
      if (answers.error !== undefined) throw answers.error;
      return answer;
    };
  const partnerCenter = {
    createCustomer: note('createCustomer', {
      microsoftId: 'm1',
      domain: 'tailspintoys.onmicrosoft.com',
      userName: 'admin',
      password: 'secret',
      practice: false,
    }),
    recordAgreement: note('recordAgreement', undefined),
    requestQualification: note('requestQualification', undefined),
    order: note('order', answers.order ?? []),
  } as unknown as PartnerCenter; // the calls a submission makes
  return { asked, partnerCenter };
}

const run = (stages: Stages, name: StageName, partnerCenter: PartnerCenter) =>
  executeStage({ request, stages }, name, partnerCenter, now);

describe('the next stage of a submission', () => {
  it('is each in its order, until nothing waits', () => {
    let stages = untouched;
    const order: (string | undefined)[] = [];
    for (const _name of [...stageNames, 'end']) {
      const name = nextStage({ stages });
      order.push(name);
      if (name !== undefined) stages = withState(stages, name, 'done');
    }
    assert.deepEqual(order, [...stageNames, undefined]);
    assert.equal(isComplete(stages), true);
  });

  it('leaves out what does not apply', () => {
    const { customer, subscriptions } = created;
    assert.equal(
      nextStage({ stages: { customer, ...(subscriptions === undefined ? {} : { subscriptions }) } }),
      'subscriptions',
    );
    assert.equal(nextStage({ stages: { customer } }), undefined);
  });

  it('is none while an earlier one waits for Finish', () => {
    for (const name of stageNames) {
      const stages = withState(name === 'customer' ? untouched : created, name, 'failed');
      const before = stageNames.slice(0, stageNames.indexOf(name));
      const ready = before.reduce((all, one) => withState(all, one, 'done'), stages);
      assert.equal(nextStage({ stages: ready }), undefined, name);
      assert.equal(isComplete(ready), false, name);
    }
  });

  it('is none without the customer', () => {
    const stages = withState(untouched, 'customer', 'refused');
    assert.equal(nextStage({ stages }), undefined);
  });

  it('goes on past what was refused for good', () => {
    assert.equal(nextStage({ stages: withState(created, 'agreement', 'refused') }), 'qualification');
    const end = stageNames.slice(1).reduce((all, name) => withState(all, name, 'refused'), created);
    assert.equal(isComplete(end), true);
  });
});

describe('a stage of a submission', () => {
  it('creates the customer with its own request id, and gives the password to nobody but the caller', async () => {
    const { asked, partnerCenter } = fake();
    const { stages, created: credentials } = await run(untouched, 'customer', partnerCenter);
    assert.deepEqual(asked, [['createCustomer', request.customer, 'q-customer']]);
    assert.deepEqual(stages.customer, {
      state: 'done',
      requestId: 'q-customer',
      at: at.toISOString(),
      microsoftId: 'm1',
      userName: 'admin',
    });
    assert.equal(credentials?.password, 'secret');
    assert.equal(JSON.stringify(stages).includes('secret'), false);
  });

  it('records the agreement for the customer that was created', async () => {
    const { asked, partnerCenter } = fake();
    const { stages } = await run(created, 'agreement', partnerCenter);
    const consent: AgreementConsent = {
      signer,
      dateAgreed: '2026-03-01T00:00:00.000Z',
      companyName: 'Tailspin Toys',
      country: 'US',
      language: 'en-US',
    };
    assert.deepEqual(asked, [['recordAgreement', 'm1', consent, 'q-agreement']]);
    assert.equal(stages.agreement?.state, 'done');
  });

  it('requests the qualification', async () => {
    const { asked, partnerCenter } = fake();
    const { stages } = await run(created, 'qualification', partnerCenter);
    assert.deepEqual(asked, [['requestQualification', 'm1', request.qualification, 'q-qualification']]);
    assert.equal(stages.qualification?.state, 'done');
  });

  it('orders every line at once, with the reseller of record and no count for usage', async () => {
    const { asked, partnerCenter } = fake();
    await run(created, 'subscriptions', partnerCenter);
    assert.deepEqual(asked, [
      [
        'order',
        'm1',
        [
          { offerId: 'o1', term: 'P1Y', billing: 'monthly', quantity: 5, partnerIdOnRecord: '4000101' },
          { offerId: 'o2', term: 'P1M', billing: 'none', partnerIdOnRecord: '4000101' },
        ],
        'q-subscriptions',
      ],
    ]);
  });

  it('writes beside each line what became of it', async () => {
    const order: OrderLineResult[] = [
      { offerId: 'o1', error: { reason: 'quantity', code: '2002' } },
      { offerId: 'o2', subscriptionId: 's2' },
    ];
    const { stages } = await run(created, 'subscriptions', fake({ order }).partnerCenter);
    assert.equal(stages.subscriptions?.state, 'done');
    assert.deepEqual(
      stages.subscriptions?.lines.map(({ subscriptionId, fault }) => [subscriptionId, fault?.reason]),
      [
        [undefined, 'quantity'],
        ['s2', undefined],
      ],
    );
  });

  for (const name of stageNames) {
    const stages = name === 'customer' ? untouched : created;
    const others = (changed: Stages): Stages => ({ ...changed, [name]: stages[name] });

    it(`that is refused says why, and leaves the others alone: ${name}`, async () => {
      const error = new PartnerCenterError({ reason: 'invalid', code: '600009' }, 'c1', false);
      const refused = (await run(stages, name, fake({ error }).partnerCenter)).stages;
      assert.deepEqual(refused[name]?.fault, { reason: 'invalid', code: '600009', correlationId: 'c1' });
      // Whatever refuses the agreement leaves the customer's own acceptance.
      assert.equal(refused[name]?.state, name === 'agreement' ? 'awaited' : 'refused');
      assert.deepEqual(others(refused), stages);
    });

    it(`that may succeed later records nothing: ${name}`, async () => {
      const error = new PartnerCenterError({ reason: 'unavailable' }, 'c2', true);
      await assert.rejects(run(stages, name, fake({ error }).partnerCenter), error);
    });

    it(`that fails for another reason than Partner Center’s says so: ${name}`, async () => {
      await assert.rejects(run(stages, name, fake({ error: new TypeError('a bug') }).partnerCenter), TypeError);
    });

    it(`that was given up is taken up again with the same request id: ${name}`, () => {
      const failed = markFailed(stages, name, new PartnerCenterError({ reason: 'unavailable' }, 'c3', true));
      assert.deepEqual([failed[name]?.state, failed[name]?.fault?.correlationId], ['failed', 'c3']);
      assert.deepEqual(requeueFailed(failed), stages);
    });
  }

  it('is never taken before the customer exists', async () => {
    await assert.rejects(run(untouched, 'agreement', fake().partnerCenter), /before the customer existed/);
  });
});

describe('taking a submission up again', () => {
  it('leaves what was done or refused as it is', () => {
    const stages = withState(withState(created, 'agreement', 'done'), 'qualification', 'refused');
    assert.deepEqual(requeueFailed(stages), stages);
  });

  it('changes nothing in its hands', () => {
    const failed = markFailed(created, 'agreement', new PartnerCenterError({ reason: 'unavailable' }, 'c', true));
    const before = structuredClone(failed);
    requeueFailed(failed);
    assert.deepEqual(failed, before);
  });
});
