import assert from 'node:assert/strict';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { passwordsOf, titleOf } from '../cardReading.ts';
import { client, type Client } from '../client.ts';
import { everythingIn, useTestBot } from '../testBot.ts';
import { answersIn, changed, partnerOf, submit, toReview, walkTo, openSection } from './walk.ts';
import { ways } from './ways.ts';

const english = words('en');

const premium = '031C9E47-4802-4248-838E-778FB1D2CC05'; // Office 365 Business Premium

/** What is typed in each language, by hand: a command that is missing from a catalogue is seen here. */
const typedCommands: readonly {
  readonly locale: Locale;
  readonly tag: string;
  readonly add: string;
  readonly list: string;
}[] = [
  { locale: 'en', tag: 'en-US', add: 'Add customer', list: 'customers' },
  { locale: 'zh-TW', tag: 'zh-TW', add: '新增客戶', list: '客戶' },
  { locale: 'zh-CN', tag: 'zh-CN', add: '添加客户', list: '客户' },
  { locale: 'ru', tag: 'ru-RU', add: 'Добавить клиента', list: 'клиенты' },
];

describe('a conversation from hello to Done', () => {
  const bot = useTestBot();
  const passwordOf = (user: Client): string => {
    const [password, ...more] = passwordsOf(user.card());
    assert.match(password ?? '', /^\w{14}$/);
    assert.deepEqual(more, []);
    return password ?? '';
  };
  const said = (text: string): number =>
    JSON.stringify(bot().connector.calls.map(({ body }) => body)).split(text).length - 1;

  for (const [manner, locale] of ways) {
    for (const { tag, add, list } of typedCommands.filter((typed) => typed.locale === locale)) {
      it(`adds a customer and lists it (${manner}, ${locale})`, async () => {
        const { t } = words(locale);
        const user = client(bot(), { manner, locale: tag });
        const answers = changed(answersIn(), { offers: [premium] });
        const domain = `${answers.company?.['domainPrefix'] ?? ''}.onmicrosoft.com`;
        await user.hello();
        assert.equal(user.title(), t('home.title'));
        assert.equal(user.cards().length, 1);

        await user.say(add);
        const steps = await walkTo(user, 'review', answers, locale);
        assert.equal(steps.length, 4);
        assert.equal(steps.at(-1), `${t('review.title')}, ${t('form.step', { n: 4, m: 4 })}`);
        await user.press('submit');
        await user.until(t('confirmation.title'));

        const password = passwordOf(user);
        const [recorded] = await bot().customersOf(partnerOf(1));
        assert.equal(recorded?.domain, domain, 'the newest is listed first');
        const texts = user.texts().join('\n');
        for (const shown of [
          `admin@${domain}`,
          recorded.microsoftId,
          'Office 365 Business Premium',
          'Alpine Ski House',
        ])
          assert.ok(texts.includes(shown), shown);
        for (const verb of ['welcomeText', 'done', 'customer', 'another'] as const)
          assert.equal(user.named(verb).length, 1, verb);
        assert.equal(said(password), 1);

        await user.press('done');
        assert.deepEqual(user.lines(), manner === 'teams' ? [] : [t('done.stored')]);
        const onScreen = JSON.stringify(user.cards()).includes(password);
        assert.equal(onScreen, manner === 'emulator', 'Teams replaces the card; the Emulator cannot');
        assert.equal(said(password), 1);
        assert.ok(!(await everythingIn(bot().folder)).includes(password));
        assert.ok(!bot().log.join('\n').includes(password));

        await user.say(list);
        assert.equal(user.title(), t('customers.title'));
        assert.ok(user.texts().join('\n').includes(domain));
        await user.press(`customer ${recorded.id}`);
        assert.equal(user.title(), t('customer.title'));
        await user.press('customerDetails');
        assert.equal(user.title(), t('details.title'));
        assert.ok(user.texts().join('\n').includes('ana.lima@alpineskihouse.example'));
      });
    }
  }

  it('says in the progress card what is done, and replaces it where the client can', async () => {
    const user = client(bot(), { manner: 'teams' });
    await toReview(user);
    await submit(user);
    const titles = user.cards().map(titleOf);
    assert.ok(titles.includes(english.t('progress.done')), titles.join());
    assert.ok(
      !titles.includes(english.t('progress.title')) && !titles.includes(english.t('review.title')),
      titles.join(),
    );
  });

  it('begins another customer from the confirmation, and blanks the password with it', async () => {
    const user = client(bot(), { manner: 'teams' });
    await toReview(user);
    await submit(user);
    const password = passwordOf(user);
    await user.press('another');
    assert.equal(openSection(user), 'company');
    assert.ok(!JSON.stringify(user.cards()).includes(password));
    await walkTo(user, 'review', answersIn());
    await submit(user);
    assert.notEqual(passwordOf(user), password);
  });

  it('writes nothing of a customer into the log', async () => {
    const user = client(bot());
    await toReview(user);
    await submit(user);
    const log = bot().log.join('\n');
    for (const personal of ['Alpine', 'alpine', 'Ana', 'Lima', 'Main Street', 'Springfield', '98101'])
      assert.ok(!log.includes(personal), personal);
  });
});

describe('a password nobody blanks', () => {
  const bot = useTestBot({ settings: { PASSWORD_SHOWN_MINUTES: '0.001' } });

  it('is blanked out of the confirmation when its time is over', async () => {
    const user = client(bot(), { manner: 'teams' });
    await toReview(user);
    await submit(user);
    await user.until(() => passwordsOf(user.card()).length === 0);
    assert.ok(user.texts().some((text) => text.endsWith(english.t('password.blanked'))));
  });
});
