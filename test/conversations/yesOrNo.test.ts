import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { locales, type Locale } from '../../locales/translator.ts';
import { buttonsOf } from '../cardReading.ts';
import { type ButtonName, client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';
import { answersIn, changed, partnerOf, walkTo } from './walk.ts';

const partner = partnerOf(2);

/** A yes alone, and one with the verb behind it. */
const yes: Readonly<Record<Locale, readonly string[]>> = {
  en: ['yes', 'ok', 'Yes, please', 'yes, do it', 'sure'],
  ru: ['да', 'ок', 'да, приостанавливай', 'Да, заказывай!', 'конечно'],
  'zh-CN': ['好', '是', '好的', '是的，暂停吧', 'ok'],
  'zh-TW': ['好', '是', '好的', '是的，就這樣', 'OK'],
};

/** A yes with a word for stopping behind it, which leaves the question where it stands alone. */
const stopping: Readonly<Record<Locale, string>> = {
  en: 'ok, stop',
  ru: 'хорошо, останови',
  'zh-CN': '好，停吧',
  'zh-TW': '好，停吧',
};

const no: Readonly<Record<Locale, readonly string[]>> = {
  en: ['no', 'no, thanks'],
  ru: ['нет', 'нет, не надо', 'не надо'],
  'zh-CN': ['不', '不用了', '算了'],
  'zh-TW': ['不', '不用了', '算了'],
};

/** Texts that put an answer off, and those by which a shown customer is not the one that is meant: {c} is its name. */
const later: Readonly<Record<Locale, readonly string[]>> = {
  en: ['wait', 'hold on a sec', 'not yet', 'yes, but not today', 'not yet, I need to check with the customer first'],
  ru: ['подожди', 'пока нет', 'потом сделаю', 'да, но не сегодня', 'пока не надо, спрошу у клиента'],
  'zh-CN': ['等一下', '先等等', '回头再说', '可以，但今天先不弄', '还没，我先问一下客户'],
  'zh-TW': ['等一下', '先等等', '晚點再說', '好，但今天先不要', '還沒，我先問一下客戶'],
};

const other: Readonly<Record<Locale, readonly string[]>> = {
  en: ['wrong company, I meant {c}', 'oops wrong customer, this was meant for {c}', 'not this one, {c}'],
  ru: ['не тот клиент, мне нужен {c}', 'ошиблась клиентом, хотела для {c}'],
  'zh-CN': ['不是这家，我说的是{c}', '选错了，要的是{c}'],
  'zh-TW': ['不是這家，我說的是{c}', '選錯了，應該是{c}'],
};

/** The customer who was meant, of each language its own: all are of one partner. */
const otherNames: Readonly<Record<Locale, string>> = {
  en: 'Tailspin Toys',
  ru: 'Proseware',
  'zh-CN': 'Wingtip Books',
  'zh-TW': 'Lucerne Publishing',
};

describe('a yes or a no that is typed beside a question', () => {
  const bot = useTestBot();
  const made = (): number => bot().partnerCenter.calls.filter(({ requestId }) => requestId !== undefined).length;
  const titleOf = (user: Client, verb: ButtonName): string =>
    buttonsOf(user.card()).find(({ data }) => data['verb'] === verb)?.title ?? '';

  for (const locale of locales) {
    const { t } = words(locale);

    it(`names the button that must be pressed, which stays pressable, or leaves the question: ${locale}`, async () => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      const record = await withCustomer(bot(), user, { partner, spoken: words(locale) });
      const questions: readonly (readonly [ButtonName, () => Promise<unknown>])[] = [
        ['setLicenses', () => user.press('licenses').then(() => user.press('setLicenses', { quantity: '50' }))],
        ['setStatus', () => user.press('suspend')],
      ];
      for (const [button, ask] of questions) {
        const open = async (): Promise<void> => {
          await openCustomer(user, record);
          await user.press('subscriptions');
          if (button === 'setStatus') await user.press('manage');
          await ask();
        };
        await open();
        assert.ok(titleOf(user, button) !== '', user.texts().join());
        const [from, title] = [made(), user.title()];
        for (const text of yes[locale]) {
          const before = user.cards().length;
          await user.say(text);
          assert.equal(user.lines().at(-1), t('typed.press', { title: titleOf(user, button) }), text);
          assert.deepEqual([user.cards().length, user.title()], [before, title], text);
        }
        if (button === 'setStatus') {
          await user.say(stopping[locale]);
          assert.equal(user.lines().at(-1), t('typed.press', { title: titleOf(user, button) }), stopping[locale]);
          assert.equal(user.title(), title);
        }
        // The button's own title, typed, draws no form in the question's place.
        await user.say(titleOf(user, button));
        assert.equal(user.lines().at(-1), t('typed.press', { title: titleOf(user, button) }));
        assert.equal(user.title(), title);
        for (const text of no[locale]) {
          await user.say(text);
          assert.notEqual(user.lines().at(-1), t('smallTalk.ok'), text);
          assert.ok(!user.has('setStatus') && user.title() !== t('smallTalk.ok'), `${text}: ${user.title()}`);
          await open();
        }
        assert.equal(made(), from);
        await user.press(button);
        await user.until(() => made() > from);
        await user.until(t('changed.title'));
      }
    });

    it(`leaves the question as it is where it is put off, and asks it of the customer who was meant: ${locale}`, async () => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      const name = otherNames[locale];
      await user.say('add customer');
      const meant = changed(answersIn(), { company: { companyName: name }, offers: [premium.id] });
      await walkTo(user, 'review', meant, locale);
      await user.press('submit');
      await user.until(t('confirmation.title'));
      const record = await withCustomer(bot(), user, { partner, spoken: words(locale) });
      const from = made();
      const open = async (): Promise<void> => {
        await openCustomer(user, record);
        await user.press('subscriptions');
        await user.press('licenses');
        await user.press('setLicenses', { quantity: '50' });
      };
      await open();
      const [before, title] = [user.cards().length, user.texts()];
      for (const text of later[locale]) {
        await user.say(text);
        assert.equal(user.lines().at(-1), t('typed.waits'), text);
        assert.deepEqual([user.cards().length, user.texts()], [before, title], text);
      }
      for (const text of other[locale]) {
        await open();
        await user.say(text.replace('{c}', name));
        assert.ok(user.texts().includes(name), `${text}: ${user.texts().join()}`);
        assert.equal(user.inputs()['quantity']?.value, '50', text);
      }
      assert.equal(made(), from);
    });

    it(`names Submit on a review, and does not submit: ${locale}`, async () => {
      const user = client(bot(), { manner: 'teams', partner, locale });
      await user.say('add customer');
      await walkTo(user, 'review', answersIn(), locale);
      const from = made();
      await user.say(yes[locale][0] ?? '');
      assert.equal(user.lines().at(-1), t('typed.press', { title: titleOf(user, 'submit') }));
      assert.ok(user.has('submit'));
      assert.equal(made(), from);
    });
  }
});
