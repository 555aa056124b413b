import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { buttonsOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import {
  answersIn,
  asked,
  changed,
  openSection,
  openSections,
  partnerOf,
  submit,
  toReview,
  walkTo,
  type Answers,
  counted,
  holds,
} from './walk.ts';

const { t } = words('en');
const invalidated = t('form.invalidated');

describe('going back and changing', () => {
  const bot = useTestBot();
  const open = (number: number): Client => client(bot(), { manner: 'teams', partner: partnerOf(number) });
  const atReview = async (number = 1, answers: Answers = answersIn()): Promise<Client> => {
    const user = open(number);
    await toReview(user, answers);
    return user;
  };

  it('goes back card by card to the first, and forward again with everything kept', async () => {
    const user = await atReview();
    const before = user.texts();
    for (const step of [['reseller', 'subscriptions'], ['contact', 'agreement'], ['company']]) {
      await user.press('back');
      assert.deepEqual(openSections(user), step);
    }
    assert.ok(!user.has('back'));
    for (let cards = 0; cards < 3; cards += 1) await user.press('next');
    assert.equal(user.title(), t('review.title'));
    assert.deepEqual(user.texts(), before);
  });

  it('says in a line what is answered, and no more of it once that is asked again', async () => {
    const user = await atReview();
    const ids = ['contact', 'agreement', 'reseller'] as const;
    const done = (): string[] => {
      const lines = user.texts().filter((text) => text.startsWith('✓'));
      assert.ok(lines.length === 1 && lines[0]?.includes('Alpine Ski House'), 'one line, with the company');
      return ids.filter((id) => lines[0]?.includes(t(`section.${id}`)));
    };
    await user.press('update subscriptions');
    assert.deepEqual(done(), ids);
    await user.press('back');
    await user.press('update contact');
    assert.deepEqual(done(), []);
    assert.equal(user.cards().filter((card) => buttonsOf(card).length > 0).length, 1, 'one card to press');
  });

  it('goes back when “back” is typed', async () => {
    const user = await atReview();
    await user.say('back');
    assert.equal(openSection(user), 'reseller');
  });

  const changes: readonly {
    readonly part: keyof Answers;
    readonly typed: Record<string, string>;
    readonly shown: string;
  }[] = [
    { part: 'company', typed: { city: 'Tacoma' }, shown: 'Tacoma' },
    { part: 'contact', typed: { firstName: 'Eva' }, shown: 'Eva' },
    {
      part: 'agreement',
      typed: { dateAccepted: '2026-02-01' },
      shown: words('en').day('2026-02-01'),
    },
    {
      part: 'reseller',
      typed: { reseller: partnerOf(1).resellers?.[1]?.tenantId ?? '' },
      shown: 'Coho Networks (4000102)',
    },
  ];
  for (const { part, typed, shown } of changes) {
    it(`updates ${part} from the review and comes straight back, the rest kept`, async () => {
      const user = await atReview();
      const before = user.texts();
      await user.press(`update ${part}`);
      assert.equal(openSection(user), part);
      assert.deepEqual(user.faults(), {});
      await user.press('next', typed);
      assert.equal(user.title(), t('review.title'));
      const different = user.texts().filter((text) => !before.includes(text));
      assert.ok(different.length === 1 && different[0]?.includes(shown), different.join('\n'));
    });
  }

  it('updates the subscriptions from the review and comes straight back', async () => {
    const user = await atReview();
    assert.ok(user.texts().includes(t('review.noSubscriptions')));
    await user.press('update subscriptions');
    await user.press('add 031C9E47-4802-4248-838E-778FB1D2CC05');
    await user.press('next', { 'count-0': '7' });
    assert.equal(user.title(), t('review.title'));
    assert.ok(holds(user, counted(7, 'Office 365 Business Premium')));
  });

  it('comes back to the review unchanged when Update is left by Back', async () => {
    const user = await atReview();
    const before = user.texts();
    await user.press('update contact');
    await user.press('back', { firstName: 'Eva' });
    assert.equal(user.title(), t('review.title'));
    assert.deepEqual(user.texts(), before);
  });

  it('asks again what another country makes wrong, says so, and keeps the rest', async () => {
    const answers = answersIn('FR');
    const user = await atReview(15, answers);
    // Reviews of earlier versions have the button.
    await user.send(user.pressed('update company', {}, undefined, { argument: 'country' }));
    await user.press('next', { country: 'GB' });
    assert.equal(openSection(user), 'company');
    assert.ok(user.texts().includes(invalidated));
    assert.deepEqual(Object.keys(user.faults()), ['', 'postalCode']);
    assert.equal(user.inputs()['companyName']?.value, 'Maison Alpine');
    assert.equal(user.inputs()['postalCode']?.value, '75002');
    await user.press('next', { postalCode: 'sw1a1aa' });
    assert.equal(user.title(), t('review.title'));
    assert.ok(!user.texts().includes(invalidated));
    for (const kept of ['Ana', 'United Kingdom', 'SW1A 1AA']) assert.ok(holds(user, kept), user.texts().join('\n'));
    await submit(user);
  });

  it('leads from the company to the country that was chosen there, and from there where Update leads', async () => {
    const user = await atReview(15, answersIn('FR'));
    await user.press('update company');
    await user.press('changeCountry', { city: 'Lyon' });
    assert.equal(openSection(user), 'country');
    await user.press('back');
    assert.equal(user.inputs()['city']?.value, 'Lyon');
    await user.press('back');
    assert.equal(user.title(), t('review.title'));
    await user.press('update company');
    await user.press('changeCountry');
    await user.press('next', { country: 'GB' });
    assert.equal(openSection(user), 'company');
    await user.press('back', { city: 'Leeds' });
    assert.equal(openSection(user), 'country');
    assert.equal(user.inputs()['country']?.value, 'GB');
    await user.press('next', { country: 'FR' });
    assert.equal(user.inputs()['city']?.value, 'Leeds');
    await user.press('next');
    assert.equal(user.title(), t('review.title'));
  });

  it('shows Change country as a part of the company’s step, and judges by the chosen country what was faulty before', async () => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(15) });
    await user.say('add customer');
    const ofFour = t('form.step', { n: 1, m: 4 });
    await user.press('next', { ...asked(user, answersIn('FR').company), postalCode: 'SW1A 1AA' });
    assert.deepEqual(Object.keys(user.faults()), ['', 'postalCode']);
    await user.press('changeCountry');
    assert.ok(user.texts().includes(ofFour), user.texts().join('\n'));
    await user.press('next', { country: 'DE' });
    const inGermany = user.faults()['postalCode'];
    assert.ok(user.texts().includes(ofFour), user.texts().join('\n'));
    await user.press('changeCountry');
    await user.press('next', { country: 'GB' });
    assert.notEqual(inGermany, undefined);
    assert.deepEqual(user.faults(), {});
    assert.equal(user.inputs()['postalCode']?.value, 'SW1A 1AA');
  });

  it('asks again what another qualification needs, and drops the step when there is none', async () => {
    const user = await atReview(2, changed(answersIn(), { company: { qualification: 'education' } }));
    await user.press('update company');
    await user.press('next', { qualification: 'governmentCommunityCloud' });
    assert.equal(openSection(user), 'qualification');
    assert.deepEqual(Object.keys(user.inputs()), ['validationCode']);
    assert.ok(user.texts().includes(invalidated));
    await user.press('next', { validationCode: 'GCC-9' });
    assert.equal(user.title(), t('review.title'));
    await user.press('update company');
    await user.press('next', { qualification: 'none' });
    assert.equal(user.title(), t('review.title'));
    assert.ok(!user.texts().some((text) => text.includes('GCC-9')));
  });

  it('asks for the signer when somebody else signed, and forgets them when it was the contact after all', async () => {
    const user = await atReview(2);
    await user.press('update agreement');
    await user.press('next', { signer: 'other' });
    assert.equal(openSection(user), 'signer');
    await user.press('next', asked(user, answersIn().signer));
    assert.ok(holds(user, 'Bruno'));
    assert.ok(!holds(user, t('agreement.signerOther')), 'the signer is named once');
    await user.press('update agreement');
    await user.press('next', { signer: 'contact' });
    assert.equal(user.title(), t('review.title'));
    assert.ok(!holds(user, 'Bruno'));
  });

  it('lets the contact who signed follow later edits of the contact', async () => {
    bot().partnerCenter.calls.length = 0;
    const user = await atReview(2);
    await user.press('update contact');
    await user.press('next', { firstName: 'Eva' });
    await submit(user);
    const [made] = bot().partnerCenter.of('recordAgreement');
    assert.match(JSON.stringify(made?.request), /"firstName":"Eva"/);
  });
});

describe('a better address', () => {
  const bot = useTestBot();
  const asking = async (): Promise<Client> => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, 'company', answersIn());
    const address = {
      addressLine1: '1 Microsoft Way',
      addressLine2: 'Building 9',
      city: 'Redmond',
      state: 'WA',
      postalCode: '98052',
    };
    await user.press('next', { ...asked(user, answersIn().company), ...address });
    assert.equal(user.title(), t('address.title'));
    assert.ok(user.texts().includes('1 Microsoft Way, Building 9, Redmond, WA 98052-8300'));
    return user;
  };

  it('is taken by Use it', async () => {
    const user = await asking();
    await user.press('use');
    assert.equal(openSection(user), 'contact');
    await walkTo(user, 'review', answersIn());
    assert.ok(holds(user, '98052-8300'));
    assert.ok(holds(user, 'Building 9'));
  });

  it('is left by Keep mine', async () => {
    const user = await asking();
    await user.press('keep');
    await walkTo(user, 'review', answersIn());
    assert.ok(holds(user, '98052') && !holds(user, '98052-'));
  });

  it('leads by Back to the inputs, as they were typed', async () => {
    const user = await asking();
    await user.press('back');
    assert.equal(openSection(user), 'company');
    assert.deepEqual(
      [user.inputs()['addressLine2']?.value, user.inputs()['postalCode']?.value],
      ['Building 9', '98052'],
    );
    assert.deepEqual(user.faults(), {});
  });

  it('is asked again after a restart, and by hello', async () => {
    const user = await asking();
    await bot().restart();
    await user.say('hello');
    await user.press('continueDraft');
    assert.equal(user.title(), t('address.title'));
    await user.press('use');
    assert.equal(openSection(user), 'contact');
  });
});
