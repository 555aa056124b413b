import assert from 'node:assert/strict';
import { commandWords } from '../commandWords.ts';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import { recordedOffers } from '../../partner-center/rules/catalog.ts';
import { skuName } from '../../simulator/productHandlers.ts';
import type { Customer } from '../../model/customer.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { recordsIn } from '../reliability/records.ts';
import { pressAny } from './existing.ts';
import { premium, sell, useRestBot } from './restBot.ts';
import { changesOf } from './simulated.ts';
import { answersIn, changed, partnerOf, walkTo, type Answers } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const school = { educationSegment: 'HigherEducation', website: 'www.school.example' };
const asks = 'POST customers/*/qualifications (app+user)';

describe('special qualifications, with Partner Center', () => {
  const bot = useRestBot();

  const person = (locale = 'en'): Client => bot().person({ partner, locale });
  const says = (user: Client, text: string): boolean => user.texts().some((line) => line.includes(text));
  const assertSays = (user: Client, text: string): void =>
    assert.ok(says(user, text), `${text}\n${user.texts().join('\n')}`);
  const asked = (): string[] => changesOf(bot().simulator.calls()).filter((call) => call.startsWith(asks));

  /** Adds a customer, and opens its card; gives its record. */
  async function customer(
    user: Client,
    answers: Answers = {},
    spoken = words('en'),
    title: 'confirmation.title' | 'confirmation.partTitle' = 'confirmation.title',
  ): Promise<Customer> {
    const all = changed(answersIn(), answers);
    await user.say(commandWords('addCustomer', spoken.locale));
    await walkTo(user, 'review', all, spoken.locale);
    await user.press('submit');
    await user.until(spoken.t(title));
    const found = (await recordsIn(bot().folder).customers()).find(({ domain }) =>
      domain.startsWith(`${all.company?.['domainPrefix'] ?? ''}.`),
    );
    assert.ok(found);
    return found;
  }

  const opened = async (user: Client, { id }: Pick<Customer, 'id'>): Promise<void> => pressAny(user, 'customer', id);

  /** Asks for a qualification on the customer's card. */
  async function ask(user: Client, kind: string, typed: Readonly<Record<string, string>>): Promise<void> {
    await user.press('customerDetails');
    await user.press('askQualification');
    const at = user.pressed(`requestQualification ${argumentOf(user, kind)}`, typed);
    await user.send(at);
  }

  /** The argument of the button that asks for that kind. */
  function argumentOf(user: Client, kind: string): string {
    const found = JSON.stringify(user.card()).match(new RegExp(`"argument":"([^"]+ ${kind})"`));
    assert.ok(found?.[1], user.texts().join('\n'));
    return found[1];
  }

  it('are asked for, reviewed, refused with Partner Center’s reason, asked for again and approved', async () => {
    const locale = 'zh-TW';
    const spoken = words(locale);
    const user = person(locale);
    const one = await customer(user, {}, spoken);
    await opened(user, one);
    assert.ok(!user.texts().includes(spoken.t('vetting.title')), 'nothing to say');
    const state = (key: 'vetting.in-review' | 'vetting.denied' | 'vetting.approved'): string =>
      spoken.t('vetting.requested', { state: spoken.t(key), day: spoken.day('2026-03-10') });
    await ask(user, 'education', school);
    await user.until(spoken.t('askQualification.done'));
    assertSays(user, spoken.t('askQualification.follows'));
    await user.press('customer');
    assertSays(user, state('vetting.in-review'));
    assertSays(user, spoken.t('vetting.inReviewText'));
    bot().simulator.setCustomer(one.microsoftId, {
      vettingStatus: 'Denied',
      vettingReason: 'Not an Education Customer',
    });
    await opened(user, one);
    assertSays(user, state('vetting.denied'));
    assertSays(user, spoken.t('refusal.says', { said: 'Not an Education Customer' }));
    await user.press('customerDetails');
    await user.press('askQualification');
    assert.equal(user.inputs()['website']?.value, school.website, 'what was asked for stands typed');
    assertSays(user, spoken.t('refusal.says', { said: 'Not an Education Customer' }));
    await user.send(
      user.pressed(`requestQualification ${argumentOf(user, 'education')}`, { ...school, website: 'other.example' }),
    );
    await user.until(spoken.t('askQualification.done'));
    bot().simulator.setCustomer(one.microsoftId, { vettingStatus: 'Approved' });
    await user.press('customer');
    assertSays(user, state('vetting.approved'));
    assertSays(user, spoken.t('vetting.approvedText'));
    assert.deepEqual(asked(), [`${asks} 201`, `${asks} 201`]);
    await user.press('history');
    assertSays(user, spoken.t('past.qualificationOf', { qualification: spoken.t('qualification.education') }));
  });

  it('are asked for on the way and not done: the confirmation says so, and the card how they stand', async () => {
    const user = person();
    const one = await customer(user, { company: { qualification: 'education' } });
    const label = t('form.fact', { label: t('stage.qualification') });
    assertSays(user, `${label} ${capitalize(t('stage.asked'), 'en')}`);
    assert.ok(!says(user, `${label} ${capitalize(t('stage.done'), 'en')}`));
    await opened(user, one);
    assertSays(user, t('vetting.in-review'));
  });

  it('refused when the customer was added say why, and are asked for again from the confirmation', async () => {
    const user = person();
    const path = '/v1/customers/*/qualifications';
    bot().simulator.fault({
      kind: 'answer',
      method: 'POST',
      path,
      status: 400,
      body: 'Customer tagging denied.',
      times: 9,
    });
    const answers = { company: { qualification: 'education' } };
    const one = await customer(user, answers, words('en'), 'confirmation.partTitle');
    assertSays(user, t('refusal.says', { said: 'Customer tagging denied.' }));
    bot().simulator.clearFaults();
    const confirmation = user.card();
    await user.press('askQualification');
    assert.equal(user.inputs()['website']?.value, 'www.school.example', 'what was asked for stands typed');
    await user.send(user.pressed(`requestQualification ${argumentOf(user, 'education')}`, school));
    await user.until(t('askQualification.done'));
    const from = asked().length;
    await user.press('finish', {}, confirmation);
    await user.until(t('confirmation.title'));
    assertSays(user, `${t('form.fact', { label: t('stage.qualification') })} ${capitalize(t('stage.asked'), 'en')}`);
    assert.equal(asked().length, from, 'what was asked for by then is not asked for again');
    const record = (await recordsIn(bot().folder).customers()).find(({ id }) => id === one.id);
    assert.equal(record?.stages.qualification?.state, 'done');
    assert.equal(record.sections['qualification']?.['educationSegment'], school.educationSegment);
    await opened(user, one);
    assert.ok(!says(user, 'Customer tagging denied.'), 'what was put right is no longer said');
  });

  for (const [how, body, said] of [
    ['a bare sentence', 'Customer tagging denied.', t('refusal.says', { said: 'Customer tagging denied.' })],
    ['nothing at all', undefined, t('refusal.status', { status: '400' })],
  ] as const)
    it(`refused with ${how} tell both sentences, keep what was typed, and take other answers`, async () => {
      const user = person();
      await opened(user, await customer(user));
      bot().simulator.fault({
        kind: 'answer',
        method: 'POST',
        path: '/v1/customers/*/qualifications',
        status: 400,
        ...(body === undefined ? {} : { body }),
      });
      await ask(user, 'governmentCommunityCloud', { validationCode: '999999' });
      await user.until(t('trouble.title'));
      assertSays(user, said);
      await user.press('askQualification');
      assert.equal(user.inputs()['validationCode']?.value, '999999');
      await user.send(
        user.pressed(`requestQualification ${argumentOf(user, 'governmentCommunityCloud')}`, {
          validationCode: '123456',
        }),
      );
      await user.until(t('askQualification.done'));
    });

  it('are asked for once whatever is pressed twice, and a card of before asks for nothing', async () => {
    const user = person();
    await opened(user, await customer(user));
    await user.press('customerDetails');
    await user.press('askQualification');
    const card = user.card();
    const press = user.pressed(`requestQualification ${argumentOf(user, 'education')}`, school);
    await Promise.all([1, 2, 3].map(() => user.send(press)));
    await user.until(t('askQualification.done'));
    const other = person();
    await eventually('it is over', async () => (await recordsIn(bot().folder).changes()).length === 0);
    await user.send({ ...press, replyToId: card.id });
    assert.equal(asked().length, 1);
    assert.ok(other !== user);
  });

  it('asked for by a colleague meanwhile are not asked for again, and wrong answers are told beside their inputs', async () => {
    const user = person();
    const one = await customer(user);
    await opened(user, one);
    await ask(user, 'education', { educationSegment: '', website: 'no website' });
    assert.deepEqual(Object.keys(user.faults()).toSorted(), ['educationSegment', 'website']);
    assert.deepEqual(asked(), []);
    bot().simulator.setCustomer(one.microsoftId, {
      qualifications: [{ qualification: 'Education', vettingStatus: 'InReview' }],
    });
    await user.send(user.pressed(`requestQualification ${argumentOf(user, 'education')}`, school));
    assert.ok(user.lines().includes(t('askQualification.meanwhile')));
    assertSays(user, t('vetting.in-review'));
    assert.deepEqual(asked(), []);
  });

  it('that cannot be read are said to be so, and neither break nor hold up the customer’s card', async () => {
    const user = person();
    const one = await customer(user);
    const path = '/v1/customers/*/qualifications';
    bot().simulator.fault({ kind: 'error', code: '20002', method: 'GET', path });
    await opened(user, one);
    assert.equal(user.title(), t('customer.title'));
    assertSays(user, t('vetting.unread'));
    bot().simulator.fault({ kind: 'timeout-before', method: 'GET', path, times: 9 });
    await opened(user, one);
    assert.equal(user.title(), t('customer.title'));
    assertSays(user, t('vetting.unread'));
    bot().simulator.clearFaults();
  });

  it('that cannot be read leave the commercial offers to be ordered, and the cart says so', async () => {
    const user = person();
    const one = await customer(user);
    bot().simulator.fault({ kind: 'error', code: '20002', method: 'GET', path: '/v1/customers/*/qualifications' });
    await pressAny(user, 'addSubscription', one.id);
    assertSays(user, t('cart.segmentsUnread'));
    await user.press(`add ${premium}`);
    await user.press('next');
    await user.press('submit');
    await user.until(t('changed.title'));
  });

  it('that cannot be read are not asked for blindly: why is said, and nothing was sent', async () => {
    const user = person();
    const one = await customer(user);
    await opened(user, one);
    await user.press('customerDetails');
    bot().simulator.fault({ kind: 'error', code: '900309', method: 'GET', path: '/v1/customers/*/qualifications' });
    await user.press('askQualification');
    assertSays(user, t('reason.mfa').slice(1));
    assert.ok(user.buttons().includes(t('button.tryAgain')));
    await user.press('askQualification');
    assert.equal(user.title(), t('button.askQualification'));
    assert.deepEqual(asked(), []);
  });

  describe('open the offers of their segment', () => {
    const nonprofit = recordedOffers().find(
      ({ name }) => name.startsWith('Office 365 Nonprofit E3') || /E3 \(Nonprofit Staff/.test(name),
    );
    assert.ok(nonprofit);
    const offerId = `${skuName(nonprofit.id) ?? ''}:nonprofit`;

    beforeEach(async () => {
      // What is sold is known for a day.
      await bot().restart();
      bot().simulator.clearFaults();
      sell(bot().simulator, [premium, offerId]);
    });

    async function find(user: Client, one: Customer): Promise<void> {
      await pressAny(user, 'addSubscription', one.id);
      await user.press('find', { find: nonprofit?.name ?? '' });
    }

    it('to a customer that is approved, and to nobody else, who is told why', async () => {
      const user = person();
      const one = await customer(user);
      await find(user, one);
      assertSays(user, t('cart.closed', { n: 1, segments: t('segment.nonprofit') }));
      assert.throws(() => user.pressed(`add ${offerId}`));
      bot().simulator.setCustomer(one.microsoftId, {
        qualifications: [{ qualification: 'Nonprofit', vettingStatus: 'Approved' }],
      });
      const other = person();
      await other.hello();
      await find(other, one);
      await other.press(`add ${offerId}`);
      await other.press('next');
      await other.press('submit');
      await other.until(t('changed.title'));
      assert.ok(says(other, capitalize(t('order.late'), 'en')) || says(other, capitalize(t('order.done'), 'en')));
    });
  });
});

describe('Microsoft’s review of a customer’s account', () => {
  const bot = useRestBot();
  const person = (locale = 'en'): Client => bot().person({ partner, locale });
  const says = (user: Client, text: string): boolean => user.texts().some((line) => line.includes(text));

  async function customer(user: Client, spoken = words('en'), offers: readonly string[] = []): Promise<Customer> {
    const all = changed(answersIn(), { offers });
    await user.say(commandWords('addCustomer', spoken.locale));
    await walkTo(user, 'review', all, spoken.locale);
    await user.press('submit');
    await user.until(spoken.t('confirmation.title'));
    const found = (await recordsIn(bot().folder).customers()).find(({ domain }) =>
      domain.startsWith(`${all.company?.['domainPrefix'] ?? ''}.`),
    );
    assert.ok(found);
    return found;
  }

  for (const [status, review] of [
    ['UnderReview', 'under-review'],
    ['Unknown', 'under-review'],
    ['NotAllowed', 'not-approved'],
  ] as const)
    it(`is on its card with what it blocks, and beside a refused order: ${status}`, async () => {
      const locale = 'ru';
      const spoken = words(locale);
      const user = person(locale);
      const one = await customer(user, spoken);
      bot().simulator.setCustomer(one.microsoftId, { validationStatus: status });
      await pressAny(user, 'customer', one.id);
      assert.ok(says(user, spoken.t(`accountReview.${review}`)), user.texts().join('\n'));
      assert.ok(says(user, spoken.t(`accountBlocks.${review}`)));
      await user.press('addSubscription');
      await user.press(`add ${premium}`);
      await user.press('next');
      await user.press('submit');
      await user.until(
        () => says(user, spoken.t(`accountBlocks.${review}`)) && user.title() !== spoken.t('customer.title'),
      );
    });

  it('that lets purchases pass is not spoken of, and one that cannot be read is not taken for that', async () => {
    const user = person();
    const one = await customer(user);
    for (const status of ['Allowed', 'Not Ready', 'none']) {
      bot().simulator.setCustomer(one.microsoftId, { validationStatus: status });
      await pressAny(user, 'customer', one.id);
      assert.ok(!user.texts().join('\n').includes(t('accountReview.unread')), status);
      assert.ok(!says(user, t('accountReview.under-review')));
    }
    const path = '/v1/customers/*/validationStatus';
    for (const fault of [
      { kind: 'error', code: '900309' },
      { kind: 'answer', status: 404, body: { code: 1000, description: 'Not found' } },
      { kind: 'answer', status: 200, body: { type: 'account', status: 'Unheard' } },
    ] as const) {
      bot().simulator.fault({ ...fault, method: 'GET', path });
      await pressAny(user, 'customer', one.id);
      assert.equal(user.title(), t('customer.title'));
      assert.ok(says(user, t('accountReview.unread')), JSON.stringify(fault));
    }
  });

  it('may begin anew with another name or address: that is said before it is submitted, and not of another contact', async () => {
    const user = person();
    const one = await customer(user);
    await pressAny(user, 'updateAccount', one.id);
    assert.equal(user.title(), t('review.title'));
    assert.ok(!says(user, t('accountReview.warning')));
    await user.press('update contact');
    await user.press('next', { firstName: 'Nora' });
    assert.ok(!says(user, t('accountReview.warning')));
    await user.press('update company');
    await user.press('next', { addressLine1: '200 Main Street' });
    assert.ok(says(user, t('accountReview.warning')), user.texts().join('\n'));
  });
});
