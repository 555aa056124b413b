import assert from 'node:assert/strict';
import type { Locale } from '../../locales/translator.ts';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import type { FaultInput } from '../../simulator/faultInjection.ts';
import { describeError } from '../../simulator/apiError.ts';
import type { Client } from '../client.ts';
import { premium, useRestBot } from './restBot.ts';
import { changesOf, simulated } from './simulated.ts';
import {
  answersIn,
  asked,
  changed,
  openSection,
  partnerOf,
  submit,
  toReview,
  walkTo,
  type Answers,
  counted,
} from './walk.ts';

const { t } = words('en');
const orderRefused = capitalize(t('stage.refused'), 'en');
const direct = partnerOf(2);
const provider = partnerOf(1);

const customers = '/v1/customers';
const agreements = '/v1/customers/*/agreements';
const carts = '/v1/customers/*/carts';
const checkout = '/v1/customers/*/carts/*/checkout';

/** The reason of a step, as it stands on a card. */
const because = (
  stage: 'customer' | 'agreement' | 'subscriptions',
  reason: Parameters<typeof t>[0],
  locale: Locale = 'en',
) => {
  const said = words(locale);
  return `⚠ ${said.t('stage.fault', { stage: said.t(`stage.${stage}`), reason: said.say(reason) })}`;
};

/** The state of the agreement that waits for the customer, as it stands on a card. */

const domainOf = ({ company }: Answers): string => `${company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;

describe('what Partner Center refuses by HTTP', () => {
  const bot = useRestBot();
  const fault = (request: FaultInput) => bot().simulator.fault(request);
  const posts = (end: string): number =>
    changesOf(bot().simulator.calls()).filter((call) => call.startsWith(`POST ${end} (`)).length;

  const lastPost = (wanted: string) =>
    bot()
      .simulator.calls()
      .findLast(({ method, path }) => method === 'POST' && path === wanted);

  /** With one subscription, at the review. */
  async function atReview(answers: Answers = answersIn(), partner = direct): Promise<Client> {
    const user = bot().person({ partner });
    await toReview(user, changed(answers, { offers: [premium] }));
    return user;
  }

  /** Submitted with the customer created; the fault line of that step is on the confirmation. */
  async function expectSaid(user: Client, line: string): Promise<void> {
    await submit(user);
    assert.ok(user.texts().includes(line), user.texts().join('\n'));
  }

  async function expectWhole(user: Client, answers: Answers, partner = direct): Promise<void> {
    const there = await simulated(bot().simulator, partner, domainOf(answers));
    assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 1, 1]);
    assert.ok(!user.buttons().includes(t('button.finish')));
  }

  const finish = async (user: Client): Promise<void> => {
    await user.press('finish');
    await user.until(() => !user.buttons().includes(t('button.finish')) && user.title() === t('confirmation.title'));
  };

  describe('of the company', () => {
    it('says that a domain is taken, beside it', async () => {
      const user = bot().person({ partner: direct });
      await user.say('add customer');
      await walkTo(user, 'company', answersIn());
      await user.press('next', asked(user, { ...answersIn().company, domainPrefix: 'contoso' }));
      assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
      assert.equal(user.faults()['domainPrefix'], t('fault.domainTaken'));
    });

    it('opens the domain again when it was taken while Submit was pressed, and then adds the customer once', async () => {
      const answers = answersIn();
      const [first, second] = [await atReview(answers), await atReview(answers)];
      await submit(first);
      // As if somebody took it after it was found free.
      fault({ kind: 'answer', method: 'HEAD', path: '/v1/domains/*', status: 404 });
      await second.press('submit');
      await second.until(t('section.company'));
      assert.deepEqual(Object.keys(second.faults()), ['', 'domainPrefix']);
      assert.equal(second.faults()['domainPrefix'], t('fault.domainOwn'));
      const other = answersIn();
      await second.press('next', { domainPrefix: other.company?.['domainPrefix'] ?? '' });
      await submit(second);
      await expectWhole(second, other);
    });

    it('offers the address Partner Center knows, and sends the one that was chosen', async () => {
      const answers = changed(answersIn(), {
        company: { addressLine1: 'Microsoft Way', city: 'Redmond', state: 'WA', postalCode: '98052' },
      });
      const user = bot().person({ partner: direct });
      await user.say('add customer');
      await walkTo(user, 'company', answers);
      await user.press('next', asked(user, answers.company));
      assert.equal(user.title(), t('address.title'));
      assert.ok(user.texts().includes('1 Microsoft Way, Redmond, WA 98052-6399'));
      await user.press('use');
      await walkTo(user, 'review', answers);
      assert.ok(user.texts().join('\n').includes('1 Microsoft Way'));
      await submit(user);
      assert.equal(posts('customers'), 1);
    });

    it('keeps the address as it was typed when that is wanted', async () => {
      const answers = changed(answersIn(), { company: { addressLine1: 'Multiple Lane 5' } });
      const user = bot().person({ partner: direct });
      await user.say('add customer');
      await walkTo(user, 'company', answers);
      await user.press('next', asked(user, answers.company));
      assert.equal(user.buttons().filter((title) => title === t('button.useIt')).length, 3);
      await user.press('keep');
      await walkTo(user, 'review', answers);
      assert.ok(user.texts().join('\n').includes('Multiple Lane 5'));
    });

    for (const [code, input, value] of [
      ['600049', 'registrationNumber', '12-3456789'],
      ['600051', 'organizationPhone', '(425) 555-0100'],
    ] as const) {
      it(`opens the input that ${code} asks for, though the rules of the country do not, and sends it`, async () => {
        const user = await atReview();
        fault({ kind: 'error', code, method: 'POST', path: customers });
        await user.press('submit');
        await user.until(t('section.company'));
        assert.ok(user.inputs()[input] !== undefined, 'the input is there');
        assert.notEqual(user.faults()[input], undefined);
        await user.press('next', { [input]: value });
        await walkTo(user, 'review', answersIn());
        assert.ok(
          user
            .texts()
            .join('\n')
            .replaceAll('\u00A0', ' ')
            .includes(input === 'registrationNumber' ? value : '+1 425 555 0100'),
        );
        await user.press('update company');
        assert.ok(user.inputs()[input]?.value, 'it stays asked');
      });
    }

    for (const [code, input, said, data] of [
      [
        '27002',
        'state',
        t('fault.refused', { reason: t('reason.address') }),
        ['property_name: StateInvalid - Details'],
      ],
      ['27002', 'email', t('fault.notTaken'), ['property_name: NotificationEmailAddress']],
      ['2030', 'country', t('fault.refused', { reason: t('reason.market') }), []],
    ] as const) {
      it(`asks again for ${input}, which ${code} is about, says why in our words and in Partner Center’s, and adds the customer once it is right`, async () => {
        const answers = answersIn();
        const user = await atReview(answers);
        fault({ kind: 'error', code, data: [...data], method: 'POST', path: customers });
        await user.press('submit');
        await user.until(() => openSection(user) !== undefined);
        assert.equal(user.faults()[input], said);
        const { correlationId = '' } = lastPost(customers) ?? {};
        assert.ok(
          user.texts().some((text) => text.startsWith(t('refusal.says', { said: describeError(code) }).slice(0, -1))),
        );
        assert.ok(
          user.texts().includes(`${t('refusal.code', { code })} · ${t('trouble.correlation', { id: correlationId })}`),
        );
        await walkTo(user, 'review', answers);
        await submit(user);
        await expectWhole(user, answers);
      });
    }
  });

  describe('of the agreement', () => {
    it('takes an agreement that is there already for recorded', async () => {
      const user = await atReview();
      fault({ kind: 'error', code: '600061', method: 'POST', path: agreements });
      fault({ kind: 'answer', path: checkout, status: 201, body: { orders: [] } });
      await submit(user);
      assert.ok(user.texts().includes('Agreement: Done'));
    });

    for (const [status, code] of [
      [400, '3000'],
      [403, '600006'],
      [403, undefined],
      [404, undefined],
      [405, undefined],
      [410, undefined],
    ] as const) {
      it(`${String(status)} (${code ?? 'no code'}) leads to the customer’s own acceptance, and orders once it is there`, async () => {
        const answers = answersIn();
        const user = await atReview(answers);
        const body = code === undefined ? {} : { body: { code: Number(code) } };
        fault({ kind: 'answer', status, ...body, method: 'POST', path: agreements, times: 20 });
        await submit(user);
        const texts = user.texts();
        for (const said of [t('acceptance.title'), t('acceptance.text'), t('acceptance.waiting')])
          assert.ok(texts.includes(said), texts.join('\n'));
        assert.ok(!user.buttons().includes(t('button.finish')));
        const [id = ''] = (await simulated(bot().simulator, direct, domainOf(answers))).customers;
        bot().simulator.setCustomer(id, { directSigned: true });
        await user.press('checkAgreement');
        await user.until(t('changed.title'));
        const there = await simulated(bot().simulator, direct, domainOf(answers));
        assert.deepEqual([there.customers.length, there.signers.length, there.orders.length], [1, 0, 1]);
        bot().simulator.clearFaults();
      });
    }

    it('once a gateway’s, right after the creation, is tried again: nobody is asked anything', async () => {
      for (const status of [403, 404]) {
        const answers = answersIn();
        const user = await atReview(answers);
        fault({ kind: 'answer', status, method: 'POST', path: agreements });
        await submit(user);
        await expectWhole(user, answers);
      }
    });
  });

  describe('of the reseller', () => {
    const unsigned = (own: object = {}) => {
      const resellers = provider.resellers?.map((one, at) => ({ ...one, mpaSigned: at > 0 }));
      bot().simulator.setPartner({ ...provider, resellers, ...own });
    };
    const first = provider.resellers?.[0]?.tenantId ?? '';
    const second = provider.resellers?.[1]?.tenantId ?? '';

    it('takes none without the Microsoft Partner Agreement, and says so beside it', async () => {
      unsigned();
      const user = bot().person({ partner: provider });
      await user.say('add customer');
      await walkTo(user, 'reseller', answersIn());
      await user.press('next', { reseller: first });
      assert.equal(user.faults()['reseller'], t('fault.refused', { reason: t('reason.reseller-agreement') }));
      await user.press('next', { reseller: second });
      assert.equal(openSection(user), 'review');
    });

    it('opens it again when the agreement is missing at Submit', async () => {
      const answers = changed(answersIn(), { reseller: { reseller: first } });
      const user = await atReview(answers, provider);
      unsigned();
      await user.press('submit');
      await user.until(() => openSection(user) === 'reseller');
      assert.equal(user.faults()['reseller'], t('fault.refused', { reason: t('reason.reseller-agreement') }));
      await user.press('next', { reseller: second });
      await submit(user);
      await expectWhole(user, answers, provider);
    });

    it('says that the partner’s own agreement is missing, and finishes when it is there', async () => {
      const answers = changed(answersIn(), { reseller: { reseller: second } });
      const user = await atReview(answers, provider);
      unsigned({ mpaSigned: false });
      await user.press('submit');
      await user.until(t('unfinished.title'));
      assert.ok(user.texts().includes(because('customer', 'reason.own-agreement')));
      unsigned({ mpaSigned: true });
      await finish(user);
      await expectWhole(user, answers, provider);
    });
  });

  describe('of the orders', () => {
    it('says that Microsoft reviews the customer, and orders once when the review is over', async () => {
      bot().simulator.setPartner({ ...direct, newCustomerStatus: 'UnderReview' });
      const answers = answersIn();
      const user = await atReview(answers);
      await expectSaid(user, because('subscriptions', 'reason.under-review'));
      // A review takes days: no more carts are made in vain until somebody presses Finish.
      assert.equal(changesOf(bot().simulator.calls()).filter((call) => / \S*checkout /.test(call)).length, 1);
      const [id = ''] = (await simulated(bot().simulator, direct, domainOf(answers))).customers;
      bot().simulator.setCustomer(id, { validationStatus: 'Allowed' });
      await finish(user);
      await expectWhole(user, answers);
      assert.ok(changesOf(bot().simulator.calls()).at(-1)?.endsWith('checkout (app-only) 201'));
    });

    it('says that Microsoft did not approve the customer, and offers nothing in vain', async () => {
      bot().simulator.setPartner({ ...direct, newCustomerStatus: 'NotAllowed' });
      const user = await atReview();
      await expectSaid(user, because('subscriptions', 'reason.not-approved'));
      assert.ok(!user.buttons().includes(t('button.finish')));
    });

    const lookUp = {
      kind: 'answer',
      method: 'GET',
      path: '/v1/customers/*/products/**',
      status: 404,
      body: {},
    } as const;

    it('takes a 404 without a word for no “not sold”: once, right after the creation, nobody is asked anything', async () => {
      const answers = answersIn();
      const user = await atReview(answers);
      fault(lookUp);
      await submit(user);
      await expectWhole(user, answers);
      assert.ok(!user.texts().join('\n').includes('⚠'), user.texts().join('\n'));
    });

    it('says where what is sold cannot be looked up, with the status, keeps the order, and places it once later', async () => {
      const answers = answersIn();
      const user = await atReview(answers);
      fault({ ...lookUp, times: 3 });
      await expectSaid(user, because('subscriptions', 'reason.unexplained'));
      assert.ok(
        user.texts().some((text) => text.includes('404')),
        user.texts().join('\n'),
      );
      await finish(user);
      await expectWhole(user, answers);
    });

    for (const [kind, path, code, reason] of [
      ['line-error', carts, '10015', 'The quantity is outside the limits.'],
      ['line-error', carts, '10003', 'The offer cannot be ordered.'],
      ['order-error', checkout, '2091', 'The offer cannot be ordered.'],
      ['order-error', checkout, '800067', 'This would exceed a limit of Partner Center.'],
    ] as const) {
      it(`says of each subscription what a 201 hides (${kind} ${code})`, async () => {
        const user = await atReview();
        fault({ kind, code, method: 'POST', path });
        await submit(user);
        const [, why, theirs, ids] = user
          .texts()
          .slice(user.texts().indexOf(`${counted(1, 'Office 365 Business Premium')} ${orderRefused}`));
        assert.equal(why, `⚠ ${reason}`);
        assert.match(theirs ?? '', /^Partner Center says: “/);
        assert.ok(ids?.startsWith(t('refusal.code', { code })), ids);
        assert.equal(user.title(), t('confirmation.title'));
      });
    }
  });

  describe('of an order, alone or in part', () => {
    for (const [what, request] of [
      ['a line of it', { kind: 'line-error', code: '10009', method: 'POST', path: carts }],
      ['the order as a whole', { kind: 'error', code: '400039', method: 'POST', path: carts }],
      ['an order of the checkout', { kind: 'order-error', code: '2091', method: 'POST', path: checkout }],
    ] as const) {
      it(`says refused, never done, keeps the cart, and orders another offer in its place once (${what})`, async () => {
        const answers = answersIn();
        const user = await atReview(answers);
        fault(request);
        await submit(user);
        const { texts } = { texts: user.texts() };
        assert.ok(
          texts.some((text) => text.endsWith(orderRefused)),
          texts.join('\n'),
        );
        assert.ok(
          !texts.some((text) => [t('order.done'), t('order.late')].some((one) => text.endsWith(capitalize(one, 'en')))),
        );
        assert.ok(texts.includes(`⚠ ${t('order.noneOrdered')}`));
        assert.ok(user.has('chooseOffer'));
        const confirmation = user.card();
        await user.press('chooseOffer');
        assert.equal(openSection(user), 'subscriptions');
        assert.match(user.faults()['count-0'] ?? '', /Partner Center/);
        await user.press('next', { 'count-0': '3' });
        await user.press('submit');
        await user.until(t('changed.title'));
        const there = await simulated(bot().simulator, direct, domainOf(answers));
        assert.deepEqual([there.customers.length, there.orders.length], [1, 1]);
        // The same button on the old card has nothing left to offer.
        await user.press('chooseOffer', {}, confirmation);
        assert.ok(user.lines().includes(t('order.nothingRefused')));
      });
    }
  });

  describe('for reasons nobody has written down', () => {
    it('shows the description of an unknown code, and the id Microsoft can find it by', async () => {
      const user = await atReview();
      const body = { code: 987654, description: 'The moon is full.' };
      fault({ kind: 'answer', status: 400, body, method: 'POST', path: customers });
      await user.press('submit');
      await user.until(t('review.title'));
      const refused = user.cards().at(-2)?.content;
      const call = lastPost(customers);
      assert.ok(call?.correlationId);
      for (const said of [
        t('refusal.says', { said: body.description }),
        t('refusal.code', { code: '987654' }),
        call.correlationId,
        t('unfinished.returned'),
      ])
        assert.ok(JSON.stringify(refused).includes(said), said);
      await submit(user);
    });

    for (const description of ['Bad Request', 'Bad Request.', 'Forbidden', '']) {
      it(`does not show a mere “${description}”`, async () => {
        const user = await atReview();
        const body = { code: 987654, description };
        fault({ kind: 'answer', status: 403, body, path: checkout });
        await expectSaid(user, because('subscriptions', 'reason.other'));
        assert.ok(user.texts().includes(`${counted(1, 'Office 365 Business Premium')} ${orderRefused}`));
      });
    }
  });

  it('says all this in the language of the chat', async () => {
    const ru = words('ru');
    bot().simulator.setPartner({ ...direct, newCustomerStatus: 'UnderReview' });
    const user = bot().person({ partner: direct, locale: 'ru' });
    const answers = changed(answersIn(), { offers: [premium] });
    await user.say('добавить клиента');
    await walkTo(user, 'company', answers, 'ru');
    await user.press('next', asked(user, { ...answers.company, domainPrefix: 'contoso' }));
    assert.equal(user.faults()['domainPrefix'], ru.t('fault.domainTaken'));
    await walkTo(user, 'review', answers, 'ru');
    fault({ kind: 'error', code: '27002', data: ['property_name: CityInvalid'], method: 'POST', path: customers });
    await user.press('submit');
    await user.until(() => openSection(user) === 'company');
    assert.equal(user.faults()['city'], ru.t('fault.refused', { reason: ru.t('reason.address') }));
    await walkTo(user, 'review', answers, 'ru');
    await user.press('submit');
    await user.until(ru.t('confirmation.partTitle'));
    assert.ok(user.texts().includes(because('subscriptions', 'reason.under-review', 'ru')));
  });
});
