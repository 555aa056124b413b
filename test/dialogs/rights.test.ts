import assert from 'node:assert/strict';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { newDraft, cardTokenOf } from '../../forms/draftFlow.ts';
import { words } from '../../locales/words.ts';
import type { Partner, Right } from '../../partner-center/rules/partner.ts';
import type { Customer } from '../../model/customer.ts';
import { goodAccepted } from '../forms/answers.ts';
import { contextFor, provider } from '../forms/contexts.ts';
import { openDesk, userId, type Desk } from './desk.ts';

const { t } = words('en');
const start = '2026-03-02T09:00:00.000Z';

/** A desk with a recorded customer, and a draft at its review. */
async function busyDesk(rights: readonly Right[] | undefined, real: boolean): Promise<Desk> {
  const users = rights === undefined ? {} : { users: { [userId]: rights } };
  const desk = openDesk({ ...provider, ...users }, { real });
  const accepted = goodAccepted((known) => contextFor(provider, known));
  desk.person.drafts = [{ ...newDraft('d1', start), accepted }];
  desk.person.open = 'd1';
  await desk.customers.insert(provider.tenantId, 'r1', recorded);
  return desk;
}

const recorded: Customer = {
  id: 'r1',
  companyName: 'Proseware Bakery',
  domain: 'proseware.onmicrosoft.com',
  microsoftId: '22222222-0000-4000-8000-000000000001',
  country: 'US',
  cloud: 'global',
  sections: {},
  stages: { customer: { state: 'done', requestId: 'q1' } },
  addedBy: { userId },
  addedAt: start,
  practice: true,
};

const token = cardTokenOf({ ...newDraft('d1', start) });

/** What a user does, and whether it came to pass. */
const deeds: Readonly<Record<string, { readonly right: Right; readonly done: (desk: Desk) => Promise<boolean> }>> = {
  'see the customers': {
    right: 'view',
    done: async (desk) => {
      await desk.say('customers');
      return desk.said.includes('Proseware Bakery');
    },
  },
  'see one customer': {
    right: 'view',
    done: async (desk) => {
      await desk.press({ verb: 'customer', argument: 'r1' });
      return desk.said.includes('Proseware Bakery');
    },
  },
  'begin a customer': {
    right: 'add',
    done: async (desk) => {
      await desk.press({ verb: 'newDraft' });
      return desk.person.drafts.length === 2;
    },
  },
  'submit a draft that was begun before': {
    right: 'add',
    done: async (desk) => {
      await desk.press({ verb: 'submit', token });
      return desk.effects.some(({ kind }) => kind === 'submit');
    },
  },
  'delete a record': {
    right: 'remove',
    done: async (desk) => {
      await desk.press({ verb: 'deleteRecord', argument: 'r1' });
      await desk.press({ verb: 'eraseRecord', argument: 'r1' });
      return (await desk.customers.get(provider.tenantId, 'r1')) === undefined;
    },
  },
};

// Whose rights, the rights, whether Partner Center is the real one, and what they may.
const users: readonly [string, readonly Right[] | undefined, boolean, readonly Right[]][] = [
  ['anybody in practice', undefined, false, ['view', 'add', 'remove']],
  ['who is not listed, with the real Partner Center', undefined, true, []],
  ['who is listed with nothing, in practice too', [], false, []],
  ['who may look', ['view'], true, ['view']],
  ['who may add, and not look', ['add'], true, ['add']],
  ['who may look and add', ['view', 'add'], true, ['view', 'add']],
  ['who may do everything', ['view', 'add', 'manage', 'remove'], true, ['view', 'add', 'remove']],
];

describe('the rights of a user', () => {
  for (const [who, rights, real, allowed] of users) {
    for (const [what, { right, done }] of Object.entries(deeds)) {
      const may = allowed.includes(right);
      it(`${may ? 'let' : 'do not let'} somebody ${who} ${what}`, async () => {
        const desk = await busyDesk(rights, real);
        assert.equal(await done(desk), may);
        assert.equal(desk.said.includes(t('refusal.right')), !may);
        assert.ok(desk.person.drafts.length + desk.effects.length > 0, 'nothing is lost by being refused');
      });
    }
  }

  it('are asked of a recorded customer that is taken as a draft: to look and to add', async () => {
    for (const [rights, taken] of [
      [['view', 'add'], true],
      [['view'], false],
      [['add'], false],
    ] as const) {
      const desk = await busyDesk(rights, true);
      await desk.press({ verb: 'asDraft', argument: 'r1' });
      assert.equal(desk.person.drafts.length === 2, taken, rights.join());
    }
  });

  it('that were taken away leave the draft as it is', async () => {
    const desk = await busyDesk(['view'], true);
    const before = structuredClone(desk.person.drafts);
    await desk.press({ verb: 'submit', token });
    assert.deepEqual(desk.person.drafts, before);
    assert.deepEqual(await desk.jobs.get(provider.tenantId, 'd1'), undefined);
  });
});

describe('a partner', () => {
  const reason = ({ cloud, type }: Partner): string | undefined => {
    if (cloud === 'germany') return t('refusal.germany');
    if (type !== 'indirect-reseller') return undefined;
    return cloud === 'global' ? t('refusal.reseller') : t('refusal.resellerOnly');
  };

  for (const partner of samplePartners) {
    const refused = reason(partner);

    it(`that is ${partner.name} ${refused === undefined ? 'adds customers' : 'is told why it adds none, however it asks'}`, async () => {
      for (const ask of [
        (desk: Desk) => desk.say('add customer'),
        (desk: Desk) => desk.press({ verb: 'newDraft' }),
        (desk: Desk) => desk.press({ verb: 'command', argument: 'addCustomer' }),
      ]) {
        const desk = openDesk(partner);
        await ask(desk);
        assert.equal(desk.person.drafts.length, refused === undefined ? 1 : 0);
        assert.equal(desk.said.includes(refused ?? t('refusal.title')), refused !== undefined);
      }
    });

    it(`that is ${partner.name} ${partner.invitationLink === undefined ? 'is told why it cannot invite' : 'invites'}`, async () => {
      const desk = openDesk(partner);
      await desk.say('invite');
      assert.equal(desk.said.includes(t('refusal.title')), partner.invitationLink === undefined);
    });
  }
});
