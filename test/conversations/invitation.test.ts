import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { linksOf } from '../cardReading.ts';
import { client, type Client, type Manner } from '../client.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { answersIn, partnerOf, submit, toReview, walkTo, openSection } from './walk.ts';
import { ways } from './ways.ts';

const { t } = words('en');
const link = partnerOf(1).invitationLink ?? '';
/** What stands below the title of the newest card, which lines it has none of left out. */
const plain = (user: Client): string => user.texts().slice(1).join('\n');
const withoutBlanks = (text: string): string => text.replaceAll(/\n+/g, '\n');
const mail = (user: Client): string => user.inputs()['invitation']?.value ?? '';

describe('inviting an existing customer', () => {
  const bot = useTestBot();
  const open = (number = 1, manner: Manner = 'teams', locale = 'en-US'): Client =>
    client(bot(), { manner, locale, partner: partnerOf(number) });

  for (const manner of ['emulator', 'teams'] as const)
    it(`gives the mail with the link as it is, to be copied, in ${manner}’s manner`, async () => {
      const user = open(1, manner);
      await user.say('help');
      await user.press('command invite');
      assert.equal(user.title(), t('invite.title'));
      assert.ok(mail(user).split('\n').includes(link));
      const text = mail(user);
      await user.press('invitePlain');
      assert.equal(plain(user), withoutBlanks(text));
      assert.equal(user.title(), t('invite.title'));
    });

  for (const [manner, mailLanguage] of ways)
    it(`writes in ${mailLanguage} while the chat stays as it is, in ${manner}’s manner`, async () => {
      const theirs = words(mailLanguage);
      const user = open(1, manner);
      await user.say('invite');
      const typed = { mailLanguage, mailCompany: 'Alpine *Ski* {partner} House', mailTo: 'ana@alpine.example' };
      await user.press('inviteText', typed);
      assert.equal(user.title(), t('invite.title'));
      const greeting = theirs.t('invite.greetingCompany', { company: typed.mailCompany });
      assert.ok(mail(user).startsWith(`${greeting}\n\n`), mail(user));
      assert.ok(mail(user).split('\n').includes(link));
      for (const name of Object.keys(typed) as (keyof typeof typed)[])
        assert.equal(user.inputs()[name]?.value, typed[name]);
      const url = linksOf(user.card())[t('button.openMail')] ?? '';
      assert.ok(url.startsWith('mailto:ana@alpine.example?'), url);
      assert.ok(url.includes(encodeURIComponent(link)));
      const text = mail(user);
      await user.press('invitePlain');
      assert.equal(plain(user), withoutBlanks(text));
    });

  for (const [locale, language] of [
    ['zh-TW', 'zh-TW'],
    ['zh-CN', 'zh-CN'],
    ['ru-RU', 'ru'],
  ] as const)
    it(`begins in the language of the chat, ${language}`, async () => {
      const user = open(1, 'teams', locale);
      await user.say(words(language).t('command.invite').split('|')[0] ?? '');
      assert.equal(user.title(), words(language).t('invite.title'));
      assert.equal(user.inputs()['mailLanguage']?.value, language);
      assert.ok(mail(user).startsWith(words(language).t('invite.greeting')));
    });

  it('says as plain text what was changed on the card, unless the link was', async () => {
    const user = open();
    await user.say('invite');
    const text = mail(user);
    const own = `Dear Ana,\n\n${link}\n\nRobin`;
    await user.press('invitePlain', { invitation: own });
    assert.equal(plain(user), withoutBlanks(own));
    await user.press('invitePlain', { invitation: own.replace('&', '&amp;') });
    assert.equal(plain(user), withoutBlanks(text));
    // More than a card can hold is said as it is.
    const long = `${own}${'\nAna'.repeat(400)}`;
    await user.press('invitePlain', { invitation: long });
    assert.deepEqual(user.lines(), [long]);
  });

  it('says beside the inputs what is wrong with them, and keeps what was typed', async () => {
    const user = open();
    await user.say('invite');
    await user.press('inviteText', { mailTo: 'ana@', mailCompany: 'Alpine \u0007' });
    assert.deepEqual(user.faults(), {
      '': t('form.faults', { n: 2 }),
      mailTo: t('fault.email'),
      mailCompany: t('fault.characters'),
    });
    assert.equal(user.inputs()['mailTo']?.value, 'ana@');
    assert.ok(mail(user).split('\n').includes(link));
  });

  it('keeps nothing of the customer', async () => {
    const user = open();
    await user.say('invite');
    await user.press('inviteText', { mailCompany: 'Nowhere To Be Found', mailTo: 'nobody@nowhere.example' });
    await user.press('invitePlain');
    assert.ok(!/nowhere/i.test([await everythingIn(bot().folder), ...bot().log].join('\n')));
  });

  for (const [number, says] of [
    [2, 'a direct-bill partner'],
    [3, 'an indirect reseller'],
    [10, 'a provider in China'],
    [11, 'a direct partner in China'],
  ] as const)
    it(`is worded for ${says}`, async () => {
      const { type, cloud, invitationLink = '' } = partnerOf(number);
      const user = open(number);
      await user.say('invite');
      assert.ok(mail(user).split('\n').includes(invitationLink));
      assert.equal(user.texts().includes(t('invite.noteReseller')), type === 'indirect-reseller');
      assert.equal(mail(user).includes('both relationships'), type === 'indirect-reseller');
      assert.equal(user.texts().includes(t('invite.noteRights')), cloud === 'global');
      assert.equal(mail(user).includes('operated by 21Vianet'), cloud === 'china');
    });

  for (const [number, reason] of [
    [4, 'refusal.inviteUsGovernment'],
    [6, 'refusal.inviteUsGovernment'],
    [7, 'refusal.inviteGermany'],
    [12, 'refusal.inviteReseller'],
  ] as const)
    it(`is refused with a reason to ${partnerOf(number).name}, however it is asked for`, async () => {
      const user = open(number);
      await user.hello();
      assert.ok(!user.buttons().includes(t('button.invite')));
      const forged = ['inviteText', 'invitePlain'].map((verb) => () => user.send({ value: { verb } }));
      for (const ask of [() => user.say('invite'), ...forged]) {
        await ask();
        assert.ok(user.texts().includes(t(reason)));
        assert.deepEqual(user.lines(), []);
      }
    });

  it('is offered where somebody else has the domain, and the draft goes on afterwards', async () => {
    const first = open(2);
    const answers = answersIn();
    await toReview(first, answers);
    await submit(first);
    const user = open();
    await user.say('add customer');
    await walkTo(user, 'company', answers);
    await user.press('next', answers.company);
    assert.deepEqual(Object.keys(user.faults()), ['', 'domainPrefix']);
    await user.press('invite', { city: 'Alphaville' });
    assert.equal(user.title(), t('invite.title'));
    await user.press('continueDraft');
    assert.equal(openSection(user), 'company');
    assert.equal(user.inputs()['city']?.value, 'Alphaville');
    assert.equal(user.inputs()['companyName']?.value, answers.company?.['companyName']);
  });

  it('is not offered beside a taken domain where nobody is invited', async () => {
    const first = open(4);
    const answers = answersIn();
    await toReview(first, answers);
    await submit(first);
    await first.say('add customer');
    await walkTo(first, 'company', answers);
    await first.press('next', answers.company);
    assert.deepEqual(Object.keys(first.faults()), ['', 'domainPrefix']);
    assert.ok(!first.buttons().includes(t('button.invite')));
  });
});
