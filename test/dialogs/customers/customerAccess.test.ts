import assert from 'node:assert/strict';
import { words } from '../../../locales/words.ts';
import type { Customer } from '../../../model/customer.ts';
import { partnerOf } from '../../conversations/walk.ts';
import { openDesk, type Desk } from '../desk.ts';

const { t } = words('en');
const partner = partnerOf(2);

/** One that was imported as existing, with as much as its row said. */
const imported = (more: Partial<Customer> = {}): Customer => ({
  id: 'imported1',
  companyName: 'Lucerne Publishing',
  domain: 'lucernepublishing.onmicrosoft.com',
  microsoftId: '6ed05c6f-18d5-4d5d-a3a0-3ef4e0b8e2a1',
  country: 'US',
  cloud: 'global',
  sections: {},
  stages: { customer: { state: 'done', requestId: '' } },
  addedBy: { userId: 'u1' },
  addedAt: '2026-03-01T10:00:00.000Z',
  existing: true,
  practice: true,
  ...more,
});

const deskWith = async (record: Customer): Promise<Desk> => {
  const desk = openDesk(partner);
  await desk.customers.insert(partner.tenantId, record.id, record);
  return desk;
};

describe('a customer that was imported as existing', () => {
  it('is the start of a new draft with what is known of it', async () => {
    const desk = await deskWith(imported());
    await desk.press({ verb: 'asDraft', argument: 'imported1' });
    const [draft] = desk.person.drafts;
    assert.equal(draft?.from, 'imported1');
    assert.deepEqual(draft.typed['company'], {
      culture: 'en-US',
      qualification: 'none',
      gdap: 'true',
      companyName: 'Lucerne Publishing',
    });
    await desk.press({ verb: 'asDraft', argument: 'imported1' });
    assert.equal(desk.person.drafts.length, 1, 'pressed twice it is one');
  });

  it('is that with what its row said of the company, without the domain', async () => {
    const company = { companyName: 'Lucerne', city: 'Seattle', domainPrefix: 'lucernepublishing' };
    const contact = { firstName: 'Ana' };
    const desk = await deskWith(imported({ sections: { company, contact, reseller: { reseller: 'none' } } }));
    await desk.press({ verb: 'asDraft', argument: 'imported1' });
    const { typed = {} } = desk.person.drafts[0] ?? {};
    assert.equal(typed['company']?.['city'], 'Seattle');
    assert.equal(typed['company']['companyName'], 'Lucerne');
    assert.equal(typed['company']['domainPrefix'], undefined);
    assert.equal(typed['contact'], undefined);
    assert.deepEqual(typed['reseller'], { reseller: 'none' });
  });

  for (const { what, record, reason } of [
    { what: 'is only invited', record: imported({ relationship: 'invited' }), reason: t('reason.no-relationship') },
    { what: 'has no relationship', record: imported({ relationship: 'none' }), reason: t('reason.no-relationship') },
    { what: 'has no Microsoft ID yet', record: imported({ microsoftId: '' }), reason: t('reason.not-found') },
    { what: 'is unknown to Partner Center', record: imported(), reason: t('reason.no-relationship') },
  ]) {
    it(`gets nothing ordered while it ${what}, and that is said`, async () => {
      const desk = await deskWith(record);
      await desk.press({ verb: 'addSubscription', argument: 'imported1' });
      assert.ok(desk.said.includes(t('refusal.manage', { reason })), desk.said);
      if (what !== 'is unknown to Partner Center') assert.ok(desk.said.includes('Lucerne Publishing'), 'who that is');
      assert.deepEqual(desk.person.drafts, []);
    });
  }

  it('has its account info asked where nothing is recorded of it', async () => {
    const desk = await deskWith(imported());
    await desk.press({ verb: 'updateAccount', argument: 'imported1' });
    assert.ok(desk.said.includes(t('section.company')), desk.said);
    assert.equal(desk.person.drafts[0]?.typed['company']?.['companyName'], 'Lucerne Publishing');
  });
});
