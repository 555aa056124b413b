import assert from 'node:assert/strict';
import { locales, type Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, newest, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { cardSentences, type CardName } from './cardSentences.ts';
import { laterCardSentences } from './laterCardSentences.ts';
import { existing, offer, pressAny, storedOf } from './existing.ts';
import { answersIn, changed, partnerOf } from './walk.ts';

const bot = useTestBot();
const partner = partnerOf(2);
const called = (companyName: string) => changed(answersIn(), { company: { companyName } });

const kept = () => storedOf(bot(), partner);

/** Ways to each card. */
const ways: Readonly<Record<CardName, (user: Client, ids: readonly [string, string]) => Promise<void>>> = {
  async licenses(user) {
    // The number that stands is 12, whatever the card was filled in with.
    if (!user.has('setLicenses ')) await user.say('contoso: 12 e3');
  },
  async cart(user, [, empty]) {
    if (!user.has('find')) await pressAny(user, 'addSubscription', empty);
    if (user.named('continueDraft ').length > 0) await user.press(newest(user, 'continueDraft'));
    if (user.has('submit')) await user.press('update subscriptions');
    while (user.named('remove ').length > 0) await user.press(newest(user, 'remove'));
    for (const argument of [offer.e3, offer.business])
      await user.send(user.pressed('next', {}, undefined, { verb: 'add', argument, find: '' }));
  },
  async form(user) {
    if (user.inputs()['companyName'] !== undefined) return;
    await user.say('add customer');
    if (user.has('newDraft')) await user.press('newDraft');
  },
  customer: (user, [id]) => pressAny(user, 'customer', id),
  async deletion(user) {
    await user.say('add customer Alpine Draft');
    await user.say('drafts');
    await user.press(newest(user, 'deleteDraft'));
  },
  async review(user, ids) {
    await ways.cart(user, ids);
    await user.press('next');
  },
  async which(user) {
    await user.say('subscriptions of blue');
  },
};

const inCart = ['Office 365 Enterprise E3', 'Microsoft 365 Business', 'Visio Online Plan 2'];

/** The numbers of the cart's lines; `-` for an offer that is not in it. */
function counts(user: Client): string {
  const texts = user.texts();
  const lines = texts.slice(0, texts.indexOf(words(locale).t('cart.addOffer')));
  const there = inCart.filter((name) => lines.includes(name));
  const said = inCart.map((name) => user.inputs()[`count-${String(there.indexOf(name))}`]?.value ?? '-').join(' ');
  return said.replace(/ -$/, '');
}

let locale: Locale = 'en';

/** What the newest card holds, as the table writes it; `before` is what it was when the text was typed. */
function seen(user: Client, card: CardName, expected: string, before: readonly string[]): string {
  const { t } = words(locale);
  if (card === 'licenses') return user.title() === t('licenses.title') ? (user.inputs()['quantity']?.value ?? '') : '';
  if (card === 'cart') return counts(user);
  const [name = '', value] = expected.split('=');
  if (value !== undefined) return `${name}=${user.inputs()[name]?.value ?? ''}`;
  const verb = expected.replace('not ', '');
  const told = user.lines().some((line) => line.startsWith(t('typed.press', { title: '' }).slice(0, 20)));
  if (expected.startsWith('not ')) return told && user.named(verb as 'submit').length > 0 ? expected : 'not told';
  const title = before[0] ?? '';
  return title;
}

const titles: Readonly<Record<string, (user: Client) => boolean>> = {
  subscriptions: (user) => user.named('manage ').length > 0,
  history: (user) => user.title() === words(locale).t('history.title'),
  addSubscription: (user) => user.has('find'),
  drafts: (user) => user.title() === words(locale).t('drafts.title'),
  update: (user) => user.has('find'),
  review: (user) => user.has('submit'),
  '1': (user) => user.texts().includes('Blue Wave'),
  '2': (user) => user.texts().includes('Blue Yonder'),
};

describe('what is typed beside an open card', () => {
  let ids: readonly [string, string];

  before(async () => {
    const user = client(bot(), { manner: 'teams', partner });
    const held = await existing(bot(), user, partner, [offer.e3], called('Contoso Ltd'));
    await existing(bot(), user, partner, [offer.e3], called('Blue Yonder'));
    const empty = await existing(bot(), user, partner, [], called('Blue Wave'));
    ids = [held.id, empty.id];
    await pressAny(
      user,
      'licenses',
      `${held.id} ${(await bot().subscriptionsOf(partner, held.microsoftId ?? ''))[0]?.id ?? ''}`,
    );
    await user.press('setLicenses', { quantity: '12' });
    if (user.has('setLicenses')) await user.press('setLicenses');
    await user.until(words('en').t('changed.title'));
  });

  for (const one of locales)
    it(`is understood as meant for the card in ${one}, and does nothing that is pressed for`, async () => {
      locale = one;
      const user = client(bot(), { manner: 'teams', partner, locale });
      await user.hello();
      const stands = await kept();
      const wrong: string[] = [];
      let all = 0;
      const tables = [cardSentences[one], laterCardSentences[one] ?? {}].flatMap((every) => Object.entries(every));
      for (const [card, table] of tables as [CardName, Record<string, string>][])
        for (const [expected, texts] of Object.entries(table))
          for (const text of texts.split('|')) {
            all += 1;
            await ways[card](user, ids);
            await user.say(text);
            const check = titles[expected];
            const isRight = check === undefined ? seen(user, card, expected, []) === expected : check(user);
            if (!isRight)
              wrong.push(
                `${card}: ${text} → ${seen(user, card, expected, [user.title()])} (${user.title()}), not ${expected}`,
              );
          }
      assert.deepEqual(await kept(), stands);
      assert.ok(all >= 40, String(all));
      assert.ok(wrong.length <= all * 0.05, `${String(wrong.length)} of ${String(all)}\n${wrong.join('\n')}`);
    });
});
