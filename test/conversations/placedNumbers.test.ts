import assert from 'node:assert/strict';
import { type Locale, locales } from '../../locales/translator.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer, pressAny } from './existing.ts';
import { answersIn, changed, openSection, partnerOf } from './walk.ts';

const bot = useTestBot();
const partner = partnerOf(2);
const person = (locale: Locale): Client => client(bot(), { manner: 'teams', partner, locale });

type Table = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** Sentences beside the list of two subscriptions of one license each, E3 and Business, by the offer's word and the number filled in. */
const placed: Table = {
  en: {
    'Business 6': 'bump the second one by 5|add 5 to the second one|add 5 to the last one',
    'E3 30': 'set the first to 30|the first one up to 30|change the first one to 30',
  },
  ru: {
    'Business 6': 'второй добавь 5|вторую увеличь на 5|последней добавь 5',
    'E3 30': 'первую до 30|первую увеличь до 30|первую сделай 30',
  },
  'zh-TW': { 'Business 6': '第二個加5個|第二個再加5個|最後一個加5個', 'E3 30': '第一個改成30|第一個加到30個' },
  'zh-CN': { 'Business 6': '第二个加5个|第二个再加5个|最后一个加5个', 'E3 30': '第一个改成30|第一个加到30个' },
};

/** Answers to the question which of the two is meant by “add 5 licenses”, with the offer that is chosen; `all` shows both. */
const chosen: Table = {
  en: {
    E3: 'the E3 one|I mean the e3|E3|e3 please|the first one',
    Business: 'the business one|business|business please|the second one',
    all: 'neither|none of them|none of these|something else',
  },
  ru: {
    E3: 'та что E3|E3|на E3|первая',
    Business: 'business|ту что business|вторая',
    all: 'ни та, ни другая|ни одна из них|другая|все не те',
  },
  'zh-TW': { E3: 'E3那個|E3|E3的|第一個', Business: 'business那個|business|第二個', all: '都不是|兩個都不是|別的' },
  'zh-CN': { E3: 'E3那个|E3|E3的|第一个', Business: 'business那个|business|第二个', all: '都不是|两个都不是|别的' },
};

/** Corrections beside the review of an order of one E3 and one Business, with the counts of the cart that they open. */
const reviewed: Table = {
  en: {
    '12 1': 'hang on the e3 should be 12|wait, make e3 12|stop, e3 should be 12|sorry, e3 has to be 12 not 1',
    '1 3': 'two more business please|business should be 3',
  },
  ru: {
    '12 1': 'стоп, e3 надо 12|погоди, e3 должно быть 12|e3 нужно 12, а не 1',
    '1 3': 'ещё два business|business нужно 3',
  },
  'zh-TW': { '12 1': '等等 e3應該是12個|不對，e3要12個', '1 3': 'business再加2個|business改成3個' },
  'zh-CN': { '12 1': '等一下，e3应该12个|不对，e3要12个', '1 3': 'business再加2个|business改成3个' },
};

/** Offers added to an open cart by a name that several have, with the number that the one chosen there comes with. */
const added: Readonly<Record<Locale, string>> = {
  en: 'also throw in 4 visio|and 4 visio too',
  ru: 'и ещё 4 visio|плюс 4 visio',
  'zh-TW': '再加四個visio|再來4個visio',
  'zh-CN': '再来四个visio|再加4个visio',
};

const rows = (table: Table, locale: Locale) =>
  Object.entries(table[locale]).flatMap(([wanted, texts]) => texts.split('|').map((text) => [text, wanted] as const));

describe('a number or an answer beside a card with two offers', () => {
  let ref = '';
  let other = '';

  before(async () => {
    const user = person('en');
    const called = (companyName: string) => changed(answersIn(), { company: { companyName } });
    ref = (await existing(bot(), user, partner, [offer.e3, offer.business], called('Contoso Ltd'))).id;
    other = (await existing(bot(), user, partner, [], called('Fabrikam Inc'))).id;
  });

  const cart = async (user: Client): Promise<void> => {
    await user.hello();
    await pressAny(user, 'addSubscription', other);
    for (const argument of [offer.e3, offer.business])
      await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument }));
  };

  for (const locale of locales) {
    it(`is of the entry whose place is named, in ${locale}`, async () => {
      for (const [text, wanted] of rows(placed, locale)) {
        const user = person(locale);
        await user.hello();
        await pressAny(user, 'subscriptions', ref);
        await user.say(text);
        const [word = '', quantity] = wanted.split(' ');
        assert.equal(user.inputs()['quantity']?.value, quantity, `${text}: ${user.title()}`);
        assert.ok(
          user.texts().some((line) => line.includes(word)),
          text,
        );
      }
    });

    it(`answers which subscription is meant, with its number kept, in ${locale}`, async () => {
      for (const [text, wanted] of rows(chosen, locale)) {
        const user = person(locale);
        await user.hello();
        await user.say('add 5 licenses to contoso');
        await user.say(text);
        if (wanted === 'all') assert.equal(user.named('manage ').length, 2, `${text}: ${user.title()}`);
        else {
          assert.equal(user.inputs()['quantity']?.value, '6', `${text}: ${user.title()}`);
          assert.ok(
            user.texts().some((line) => line.includes(wanted)),
            text,
          );
        }
      }
    });

    it(`opens the cart from its review with the line corrected, in ${locale}`, async () => {
      for (const [text, wanted] of rows(reviewed, locale)) {
        const user = person(locale);
        await cart(user);
        await user.press('next');
        assert.ok(user.has('submit'), text);
        await user.say(text);
        assert.equal(openSection(user), 'subscriptions', `${text}: ${user.title()}`);
        assert.deepEqual(
          ['count-0', 'count-1'].map((name) => user.inputs()[name]?.value),
          wanted.split(' '),
          text,
        );
      }
    });

    it(`is kept with the offer that is looked for in a cart, in ${locale}`, async () => {
      for (const text of added[locale].split('|')) {
        const user = person(locale);
        await cart(user);
        await user.say(text);
        const [button] = user.named('add ');
        assert.ok(button !== undefined, `${text}: ${user.title()}`);
        await user.press(button);
        assert.equal(user.inputs()['count-2']?.value, '4', text);
      }
    });
  }
});
