import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { passwordsOf, linksOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo } from './walk.ts';

const { t } = words('en');
const mail = (user: Client): string => user.inputs()['invitation']?.value ?? '';

describe('the first steps for a new customer', () => {
  const bot = useTestBot();

  it('are a text with account and page, never the password, in the customer’s language', async () => {
    const user = client(bot(), { manner: 'teams' });
    const answers = changed(answersIn(), { company: { culture: 'es-US' } });
    await toReview(user, answers);
    await submit(user);
    const confirmation = user.card();
    const [password = ''] = passwordsOf(confirmation);
    assert.ok(password.length > 8);
    const account = `admin@${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
    await user.press('welcomeText');
    assert.equal(user.title(), t('button.welcomeText'));
    assert.ok(mail(user).includes(account), mail(user));
    // That holds for the link of an invitation only.
    assert.ok(!user.texts().includes(t('invite.unchanged')));
    assert.ok(mail(user).split('\n').includes('https://admin.microsoft.com/'));
    assert.ok(
      user.cards().some((card) => passwordsOf(card).includes(password)),
      'the confirmation stays',
    );
    for (const locale of ['ru', 'zh-TW', 'zh-CN'] as const) {
      await user.press('welcomeText', { mailLanguage: locale, mailCompany: 'Alpine', mailTo: 'ana@alpine.example' });
      const theirs = words(locale);
      assert.ok(mail(user).startsWith(theirs.t('invite.greetingCompany', { company: 'Alpine' })), mail(user));
      assert.ok(mail(user).includes(account));
      assert.ok(!JSON.stringify(user.card()).includes(password));
      const url = linksOf(user.card())[t('button.openMail')] ?? '';
      assert.ok(url.startsWith('mailto:ana@alpine.example?'), url);
      assert.ok(url.includes(encodeURIComponent(account)));
    }
    const text = mail(user);
    await user.press('welcomePlain', { mailLanguage: 'zh-CN', mailCompany: 'Alpine', invitation: text });
    for (const line of text.split('\n').filter((part) => part !== '')) assert.ok(user.texts().includes(line), line);
  });

  it('are at the customer later, begin in its language, and are not there for one that was only recorded', async () => {
    const partner = partnerOf(14);
    const user = client(bot(), { manner: 'teams', partner });
    await user.say('add customer');
    await walkTo(user, 'review', answersIn('RU'));
    await submit(user);
    await user.press('done');
    await user.say('customers');
    const [record] = await bot().customersOf(partner);
    assert.ok(record);
    await user.press(`customer ${record.id}`);
    await user.press('customerDetails');
    await user.press('welcomeText');
    assert.ok(
      mail(user).startsWith(words('ru').t('invite.greetingCompany', { company: record.companyName })),
      mail(user),
    );
    assert.equal(user.inputs()['mailTo']?.value, 'ana.lima@alpineskihouse.example');
  });
});
