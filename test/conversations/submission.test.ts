import assert from 'node:assert/strict';
import { capitalize } from '../../lib/text.ts';
import { words } from '../../locales/words.ts';
import { passwordsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { refused, unavailable, type SpiedCall } from '../partnerCenterSpy.ts';
import { eventually } from '../eventually.ts';
import { startHold } from '../reliability/hold.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, asked, changed, openSection, partnerOf, submit, toReview } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);
const stages = ['createCustomer', 'recordAgreement', 'requestQualification', 'order'] as const;
const names = {
  createCustomer: t('stage.customer'),
  recordAgreement: t('stage.agreement'),
  requestQualification: t('stage.qualification'),
  order: t('stage.subscriptions'),
} as const;
const stateOf = (call: (typeof stages)[number], state: string): string => `${names[call]}: ${capitalize(state, 'en')}`;

/** A customer that takes all four steps. */
const everything = () =>
  changed(answersIn(), {
    company: { qualification: 'education' },
    offers: ['031C9E47-4802-4248-838E-778FB1D2CC05'], // Office 365 Business Premium
  });

describe('a submission', () => {
  const bot = useTestBot();
  const calls = (name: SpiedCall) => bot().partnerCenter.of(name);
  const requestIds = (name: SpiedCall): number => new Set(calls(name).map(({ requestId }) => requestId)).size;
  const atReview = async (): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner });
    await toReview(user, everything());
    bot().partnerCenter.calls.length = 0;
    return user;
  };
  const domains = async (): Promise<readonly string[]> =>
    (await bot().customersOf(partner)).map(({ domain }) => domain);
  /** Everything was done, each step under one request id, and the record says so. */
  const isWhole = async (user: Client): Promise<void> => {
    assert.equal(user.title(), t('confirmation.title'));
    for (const said of [stateOf('recordAgreement', t('stage.done')), stateOf('requestQualification', t('stage.asked'))])
      assert.ok(user.texts().includes(said), user.texts().join('\n'));
    assert.ok(user.texts().some((text) => text.endsWith(` ${capitalize(t('order.done'), 'en')}`)));
    for (const name of stages) assert.equal(requestIds(name), 1, name);
    const all = await domains();
    assert.equal(new Set(all).size, all.length);
    const [newest] = await bot().customersOf(partner);
    assert.ok(newest?.stages.subscriptions?.lines.every(({ subscriptionId }) => subscriptionId !== undefined));
  };

  for (const name of stages) {
    it(`goes on by itself when ${name} fails and then works`, async () => {
      const user = await atReview();
      bot().partnerCenter.fail(name, unavailable(), unavailable());
      await submit(user);
      assert.equal(calls(name).length, 3);
      assert.ok(!user.buttons().includes(t('button.finish')));
      await isWhole(user);
    });

    it(`does ${name} once when its answer is lost`, async () => {
      const user = await atReview();
      bot().partnerCenter.fail(name, unavailable(true));
      await submit(user);
      assert.equal(calls(name).length, 2);
      await isWhole(user);
    });

    it(`is finished by Finish when ${name} could not be done, and does nothing twice`, async () => {
      const user = await atReview();
      const before = (await domains()).length;
      bot().partnerCenter.fail(name, unavailable(), unavailable(), unavailable(true));
      await user.press('submit');
      await user.until(() => user.buttons().includes(t('button.finish')));
      const created = name !== 'createCustomer';
      assert.equal((await domains()).length, before + (created ? 1 : 0));
      assert.equal(user.title(), t(created ? 'confirmation.partTitle' : 'unfinished.title'));
      assert.equal(passwordsOf(user.card()).length, created ? 1 : 0);
      assert.ok(user.texts().includes(t('trouble.correlation', { id: 'correlation-1' })));
      const unfinished = user.card();
      await user.press('finish');
      await user.until(() => user.card().id !== unfinished.id && user.title() === t('confirmation.title'));
      await isWhole(user);
      for (const earlier of stages.slice(0, stages.indexOf(name))) assert.equal(calls(earlier).length, 1, earlier);
      assert.equal((await domains()).length, before + 1);
      assert.equal(passwordsOf(user.card()).length, created ? 0 : 1, 'the password was shown once');
      await user.press('done');
      await bot().restart();
      const [newest] = await bot().customersOf(partner);
      assert.ok(!(await bot().jobsOf(partner)).some(({ id }) => id === newest?.id), 'the submission is over');
    });
  }

  it('blanks the password out of the card that shows it when its time is over, also when Finish was pressed since', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('recordAgreement', unavailable(), unavailable(), unavailable());
    await user.press('submit');
    await user.until(() => user.buttons().includes(t('button.finish')));
    const first = user.card();
    await user.press('finish');
    await user.until(() => user.card().id !== first.id && user.title() === t('confirmation.title'));
    assert.equal(user.cards().flatMap(passwordsOf).length, 1);
    bot().clock.now = new Date(bot().clock.now.getTime() + 11 * 60_000);
    await bot().restart();
    await eventually('it is blanked', () => user.cards().flatMap(passwordsOf).length === 0, 2_000);
    const [newest] = await bot().customersOf(partner);
    await eventually('it is over', async () => !(await bot().jobsOf(partner)).some(({ id }) => id === newest?.id));
  });

  it('is finished by a colleague, who is told in whose chat the confirmation with the password stands', async () => {
    const user = await atReview();
    const colleague = client(bot(), { manner: 'teams', partner });
    bot().partnerCenter.fail('recordAgreement', unavailable(), unavailable(), unavailable());
    await user.press('submit');
    await user.until(() => user.buttons().includes(t('button.finish')));
    const first = user.card();
    // Until then it is on its way, and would be finished in the colleague's chat.
    await eventually('it is known where the card stands', async () =>
      (await bot().jobsOf(partner)).some(({ confirmationCard }) => confirmationCard !== undefined),
    );
    await colleague.say('drafts');
    await colleague.press('finish');
    assert.deepEqual(colleague.lines(), [t('unfinished.elsewhere')]);
    await user.until(() => user.card().id !== first.id && user.title() === t('confirmation.title'));
    assert.equal(colleague.cards().flatMap(passwordsOf).length, 0);
    await isWhole(user);
    const [record] = await bot().customersOf(partner);
    const lines = (await bot().auditOf(partner, record?.id ?? '')).filter(({ outcome }) => outcome === 'done');
    const pressed = (action: string) => lines.find((line) => line.action === action)?.userId;
    assert.deepEqual(
      [pressed('customer'), pressed('agreement'), pressed('subscriptions')],
      [user.user, colleague.user, colleague.user],
      'history names who pressed',
    );
  });

  it('is finished by a colleague while its confirmation is on its way, and the password is blanked all the same', async () => {
    const hold = await startHold(bot().connector.url);
    const user = client({ ...bot(), connector: { ...bot().connector, url: hold.url } }, { manner: 'teams', partner });
    const colleague = client(bot(), { manner: 'teams', partner });
    try {
      await toReview(user, everything());
      bot().partnerCenter.calls.length = 0;
      const last = {
        ...unavailable(),
        get error() {
          hold.hold();
          return unavailable().error;
        },
      };
      bot().partnerCenter.fail('recordAgreement', unavailable(), unavailable(), last);
      await user.press('submit');
      await hold.held(1);
      await colleague.say('drafts');
      await colleague.press('finish');
      hold.release();
      // Where the password is, there it goes on.
      const isFinished = (): boolean => user.title() === t('confirmation.title') && !user.has('finish');
      await eventually('it is told', () => user.cards().length > 0 && isFinished());
      await isWhole(user);
      const shown = [user, colleague].flatMap((one) => one.cards().flatMap(passwordsOf));
      assert.equal(shown.length, 1, 'the password is shown once');
      bot().clock.now = new Date(bot().clock.now.getTime() + 11 * 60_000);
      await bot().restart();
      await eventually('it is blanked', () => user.cards().flatMap(passwordsOf).length === 0, 2_000);
    } finally {
      hold.release();
      await hold.close();
    }
  });

  it('says why the agreement was refused, and that the customer has to accept it, and offers no Finish', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('recordAgreement', refused('invalid'));
    await submit(user);
    assert.equal(user.title(), t('confirmation.title'));
    assert.ok(user.texts().includes(t('trouble.correlation', { id: 'correlation-2' })));
    assert.ok(user.texts().includes(t('acceptance.text')));
    assert.ok(!user.buttons().includes(t('button.finish')));
    await user.press('checkAgreement');
    await user.until(t('changed.title'));
    assert.ok(user.texts().includes(t('acceptance.done')), user.texts().join('\n'));
  });

  it('comes back as an open draft when the domain was taken meanwhile, with the fault beside it', async () => {
    const user = await atReview();
    const before = (await domains()).length;
    bot().partnerCenter.fail('createCustomer', refused('domain-taken'));
    await user.press('submit');
    await user.until(t('section.company'));
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House');
    assert.ok(user.cards().some((card) => titleOf(card) === t('trouble.title')));
    assert.equal((await domains()).length, before);
    await user.press('next', { domainPrefix: answersIn().company?.['domainPrefix'] ?? '' });
    assert.equal(user.title(), t('review.title'));
    await submit(user);
    assert.equal((await domains()).length, before + 1);
  });

  for (const [about, reason, field] of [
    ['names no answer', 'not-allowed', undefined],
    ['names an answer that no card asks for', 'address', 'county'],
  ] as const)
    it(`comes back as an open draft when Partner Center refused the customer and ${about}, says why, and any part can be corrected`, async () => {
      const user = await atReview();
      // Stored faults may be those of another version, with fields this one does not have.
      bot().partnerCenter.fail('createCustomer', refused(reason, field as Parameters<typeof refused>[1]));
      await user.press('submit');
      await user.until(t('review.title'));
      const said = JSON.stringify(user.cards());
      assert.ok(said.includes(t(`reason.${reason}`)) && said.includes('correlation-2'));
      await user.press('update company');
      assert.equal(openSection(user), 'company');
      await user.press('next');
      await submit(user);
      await isWhole2(user);
    });
  // The first customer step was refused; the draft that came back is a submission of its own.
  const isWhole2 = async (user: Client): Promise<void> => {
    assert.equal(requestIds('createCustomer'), 2);
    assert.equal(calls('order').length, 1);
    assert.equal((await bot().customersOf(partner))[0]?.companyName, 'Alpine Ski House');
    assert.ok(user.buttons().includes(t('button.done')));
  };

  it('is created once although nobody could be asked about its domain at Submit: the creation says it, too', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('isDomainFree', unavailable());
    await submit(user);
    await isWhole(user);
  });

  it('tells what is safe when an administrator must put something right at Submit, and goes on by Try again', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('isDomainFree', refused('mfa'));
    await user.press('submit');
    assert.equal(user.title(), t('trouble.title'));
    assert.ok(user.texts().includes(t('trouble.safe')));
    await user.press('resume');
    assert.equal(user.title(), t('review.title'));
    await submit(user);
    await isWhole(user);
  });

  it('keeps what was typed when an administrator must put something right in the middle', async () => {
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await user.press('next');
    bot().partnerCenter.fail('isDomainFree', refused('token'));
    await user.press('next', asked(user, answersIn().company));
    assert.equal(user.title(), t('trouble.title'));
    await user.press('resume');
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['companyName']?.value, 'Alpine Ski House');
    await user.press('next');
    assert.equal(openSection(user), 'contact');
  });

  it('is listed for a colleague, who can finish it', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('createCustomer', unavailable(), unavailable(), unavailable());
    await user.press('submit');
    await user.until(t('unfinished.title'));
    const colleague = client(bot(), { manner: 'teams', partner });
    await colleague.say('drafts');
    await colleague.press('finish');
    assert.deepEqual(colleague.lines(), [t('unfinished.running')]);
    await colleague.until(t('confirmation.title'));
    assert.equal(passwordsOf(colleague.card()).length, 1);
    await isWhole(colleague);
  });

  it('goes on at the next start when the process ended while it was being finished', async () => {
    const user = await atReview();
    bot().partnerCenter.fail('order', unavailable(), unavailable(), unavailable());
    await submit(user);
    await bot().restart();
    await user.press('finish');
    await user.until(t('confirmation.title'));
    await isWhole(user);
  });
});
