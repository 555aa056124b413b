import assert from 'node:assert/strict';
import { languageNames } from '../../locales/languageNames.ts';
import { words } from '../../locales/words.ts';
import { locales } from '../../model/languages.ts';
import { client, type Client, type Typed } from '../client.ts';
import { useTestBot } from '../testBot.ts';
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
  filled,
} from './walk.ts';

const { t } = words('en');
const wrong = (n: number): string => t('form.faults', { n });

/** Good and bad things, as a person leaves them half-way. */
const halfDone: Typed = {
  companyName: 'Alpine Ski House',
  domainPrefix: 'Alpine Ski!',
  addressLine1: '  100 Main Street',
  city: '**Springfield**',
  state: 'WA',
  postalCode: '9810',
  culture: 'es-US',
  gdap: 'false',
};

describe('what is wrong, and what is kept', () => {
  const bot = useTestBot();
  const at = async (section: 'company' | 'contact' | 'agreement' | 'signer', answers: Answers = answersIn()) => {
    const user = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await user.say('add customer');
    await walkTo(user, section, answers);
    return user;
  };
  const held = (user: Client): Typed =>
    Object.fromEntries(Object.keys(halfDone).map((name) => [name, user.inputs()[name]?.value ?? '']));

  it('names every fault of an empty card at once, each beneath its input, and their number at the top', async () => {
    const user = await at('company');
    await user.press('next');
    // The domain is made from the name as soon as there is one.
    assert.deepEqual(user.faults(), {
      '': wrong(5),
      companyName: t('required.companyName'),
      addressLine1: t('required.addressLine1'),
      city: t('required.city'),
      state: t('choose.state'),
      postalCode: t('required.postalCode'),
    });
    assert.equal(openSection(user), 'company');
  });

  it('says what is wrong with a person, whoever it is', async () => {
    const bad = { firstName: 'x', lastName: '', email: 'ana@', phoneNumber: '12' };
    const user = await at('contact');
    await user.press('next', { ...filled(user, answersIn()), ...bad });
    const expected = {
      '': wrong(4),
      firstName: t('fault.firstName'),
      lastName: t('required.lastName'),
      email: t('fault.email'),
      phoneNumber: t('fault.phone'),
    };
    assert.deepEqual(user.faults(), expected);
    const signer = await at('signer', changed(answersIn(), { agreement: { signer: 'other' } }));
    await signer.press('next', bad);
    assert.deepEqual(signer.faults(), expected);
  });

  it('says nothing of a value that was put right, when Back and Next lead to it again', async () => {
    const user = await at('contact');
    await user.press('next', { ...filled(user, answersIn()), lastName: '', email: 'ana@', phoneNumber: '12' });
    await user.press('back', { email: 'ana@alpineskihouse.example', phoneNumber: '' });
    await user.press('next');
    assert.deepEqual(user.faults(), { '': wrong(1), lastName: t('required.lastName') });
  });

  it('goes on from the card that was shown before it was asked whether to stop', async () => {
    const user = await at('contact');
    const old = user.pressed('next');
    await user.say('cancel');
    assert.ok(user.has('keepDraft'));
    await user.send(old);
    assert.equal(openSection(user), 'contact');
    const reviewed = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    await toReview(reviewed);
    const submitted = reviewed.pressed('submit');
    await reviewed.say('cancel');
    await reviewed.send(submitted);
    assert.equal(openSection(reviewed), 'review');
  });

  it('takes a typed day as its input does, and leaves the input as it is for what is no day or must be ticked', async () => {
    const user = await at('contact');
    const day = (): string => user.inputs()['dateAccepted']?.value ?? '';
    const before = day();
    const label = t('field.dateAccepted');
    await user.say(`${label}: next week`);
    assert.ok(user.lines().includes(t('import.fault.date')));
    assert.equal(day(), before);
    const year = Number(before.slice(0, 4)) - 1;
    for (const typed of [
      `${year}-11-27`,
      `27.11.${year}`,
      `27 ноября ${year}`,
      '27 ноября',
      '11月27日',
      'November 27',
    ]) {
      await user.say(`${label}: ${typed}`);
      assert.equal(day(), `${year}-11-27`, typed);
    }
    await user.say('agreement accepted: yes');
    assert.ok(user.lines().includes(t('fault.agreement')), user.lines().join());
    assert.notEqual(user.inputs()['accepted']?.value, 'true');
  });

  it('offers the draft deleted last when Undo is asked for', async () => {
    const user = await at('contact');
    await user.say('cancel');
    await user.press('discard');
    await user.say('undo');
    await user.press('restoreDraft');
    assert.equal(openSection(user), 'contact');
  });

  for (const [email, fault] of [
    ['ana@microsoft.com', t('fault.emailMicrosoft')],
    ['ana@contoso-direct.example', t('fault.emailOwn')],
  ] as const) {
    it(`takes no contact at ${email}`, async () => {
      const user = await at('contact');
      await user.press('next', { ...filled(user, answersIn()), email });
      assert.deepEqual(user.faults(), { '': wrong(1), email: fault });
    });
  }

  it('takes an agreement only when it was accepted, and not tomorrow', async () => {
    const user = await at('agreement');
    await user.press('next', { ...filled(user, answersIn()), accepted: '', dateAccepted: '2026-03-12' });
    assert.deepEqual(user.faults(), {
      '': wrong(2),
      accepted: t('fault.agreement'),
      dateAccepted: t('fault.future'),
    });
  });

  it('keeps what was typed when it is at fault, as it was typed', async () => {
    const user = await at('company');
    await user.press('next', halfDone);
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix', 'postalCode']);
    assert.deepEqual(held(user), halfDone);
  });

  it('empties what the person emptied', async () => {
    const user = await at('company');
    await user.press('next', { ...halfDone, addressLine2: 'Floor 3' });
    await user.press('next', { addressLine2: '' });
    assert.equal(user.inputs()['addressLine2']?.value, '');
  });

  it('shows a required answer again that a client left out, beside its fault', async () => {
    const user = await at('company');
    await user.press('next', halfDone);
    await user.press('next', { city: '' });
    assert.equal(user.faults()['city'], t('required.city'));
    assert.equal(user.inputs()['city']?.value, halfDone.city);
  });

  it('counts faults of inputs that are on the card only', async () => {
    const user = await at('company');
    await walkTo(user, 'qualification', changed(answersIn(), { company: { qualification: 'education' } }));
    await user.press('next', { educationSegment: '', website: '' });
    assert.equal(user.faults()[''], t('form.faults', { n: 2 }));
    await user.press('back');
    await user.press('next', { qualification: 'governmentCommunityCloud' });
    assert.equal(openSection(user), 'qualification');
    assert.deepEqual(user.faults(), {});
  });

  it('says how many answers are at fault again above the buttons of a long card, and not of a short one', async () => {
    const user = await at('company');
    const said = (): number =>
      user.texts().filter((text) => text.startsWith('⚠') && text.endsWith(user.faults()[''] ?? '-')).length;
    await user.press('next', {});
    assert.equal(said(), 2);
    await walkTo(user, 'review', answersIn());
    await user.press('update agreement');
    await user.press('next', { accepted: 'false' });
    assert.equal(said(), 1);
  });

  it('keeps what was typed through Back', async () => {
    const user = await at('contact');
    await user.press('back', { firstName: 'Ana', dateAccepted: '2026-02-01' });
    assert.equal(openSection(user), 'company');
    await user.press('next');
    const { firstName, dateAccepted } = user.inputs();
    assert.deepEqual([firstName?.value, dateAccepted?.value], ['Ana', '2026-02-01']);
  });

  it('keeps what was typed through Change country and Back', async () => {
    const user = await at('company');
    await user.press('changeCountry', halfDone);
    await user.press('back', { country: 'CA' });
    assert.equal(openSection(user), 'company');
    assert.deepEqual(held(user), halfDone);
    assert.ok(user.texts().includes('United States'));
  });

  it('keeps what was typed through Change country', async () => {
    const user = await at('company');
    await user.press('changeCountry', halfDone);
    assert.equal(openSection(user), 'country');
    await user.press('next');
    assert.deepEqual(held(user), halfDone);
  });

  it('asks once at Cancel, and goes on with everything that was typed', async () => {
    const user = await at('company');
    await user.press('cancel', halfDone);
    assert.equal(user.title(), t('cancel.title'));
    assert.deepEqual(user.buttons(), [t('button.keepDraft'), t('button.goOn'), t('button.deleteDraft')]);
    await user.press('resume');
    assert.equal(openSection(user), 'company');
    assert.deepEqual(held(user), halfDone);
  });

  it('keeps the draft at Cancel, with everything that was typed', async () => {
    const user = await at('company');
    await user.press('cancel', halfDone);
    await user.press('keepDraft');
    assert.ok(user.texts().includes('Alpine Ski House') && user.has('continueDraft '), user.texts().join('\n'));
    await user.press('continueDraft');
    assert.deepEqual(held(user), halfDone);
  });

  it('deletes the draft at Cancel', async () => {
    const user = await at('company');
    await user.press('cancel', halfDone);
    await user.press('discard');
    await user.say('drafts');
    assert.ok(user.texts().includes(t('drafts.none')));
  });

  it('empties the draft at Start over, after asking', async () => {
    const user = await at('company');
    await user.press('next', halfDone);
    await user.say('start over');
    await user.press('resume');
    assert.deepEqual(held(user), halfDone);
    await user.say('start over');
    await user.press('empty');
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['companyName']?.value, '');
  });

  it('changes the language in the middle, with what was typed and what is wrong with it', async () => {
    const user = await at('company');
    await user.press('next', halfDone);
    // Cards of earlier versions have the button.
    await user.send(user.pressed('cancel', { city: 'Тверь' }, undefined, { verb: 'language' }));
    assert.deepEqual(user.buttons(), ['English', '繁體中文', '简体中文', 'Русский']);
    await user.press('setLanguage ru');
    assert.equal(openSection(user), 'company');
    assert.deepEqual(held(user), { ...halfDone, city: 'Тверь' });
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix', 'postalCode']);
    await user.press('next', filled(user, answersIn()));
    assert.equal(openSection(user), 'contact');
  });

  it('shows the open card again in the language whose name is typed, with what was typed', async () => {
    const user = await at('company');
    await user.press('next', halfDone);
    for (const locale of locales.toReversed()) {
      await user.say(languageNames[locale]);
      assert.equal(user.title(), words(locale).t('section.company'));
      assert.deepEqual(held(user), halfDone);
    }
  });

  it('shows what was typed as it is, and never reads it as Markdown', async () => {
    const user = await at('company');
    const named = changed(answersIn(), { company: { companyName: 'A & B *bold* {{DATE(2026-01-01)}} <b>' } });
    await walkTo(user, 'review', named);
    const runs = JSON.stringify(user.card().content);
    assert.ok(!runs.includes('{{'), 'a template would be filled in by the client');
    assert.ok(
      user.texts().some((text) => text.replaceAll('\u2060', '').includes('A & B *bold* {{DATE(2026-01-01)}} <b>')),
    );
    assert.ok(!/"type":"(?:TextBlock|FactSet)"[^}]*bold/.test(runs));
  });

  it('answers any other text with ways on, and the open card stays', async () => {
    const user = await at('company');
    const before = user.card();
    const typed = filled(user, answersIn());
    await user.say('what is the weather?');
    assert.equal(user.title(), t('form.notUnderstood'));
    await user.press('next', typed, before);
    assert.equal(openSection(user), 'contact');
  });

  it('leads back to the open card from what was not understood', async () => {
    const user = await at('company');
    await user.say('what is the weather?');
    await user.press('continueDraft');
    assert.equal(openSection(user), 'company');
  });

  it('takes the domain of an earlier customer for nobody else, and says so beside it', async () => {
    const answers = answersIn();
    const first = client(bot());
    await toReview(first, answers);
    await submit(first);
    const user = await at('company');
    await user.press('next', asked(user, answers.company));
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
    assert.equal(user.faults()['domainPrefix'], t('fault.domainTaken'));
    await user.press('next', { domainPrefix: answersIn().company?.['domainPrefix'] ?? '' });
    assert.equal(openSection(user), 'contact');
  });

  it('asks the domain again just before Submit, and submits when it is another', async () => {
    const answers = answersIn();
    const [first, user] = [client(bot()), client(bot())];
    await toReview(user, answers);
    await toReview(first, answers);
    await submit(first);
    await user.press('submit');
    assert.equal(openSection(user), 'company');
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
    await user.press('next', { domainPrefix: answersIn().company?.['domainPrefix'] ?? '' });
    await submit(user);
  });
});
