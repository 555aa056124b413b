import assert from 'node:assert/strict';
import { learn, likenessOf } from '../../../dialogs/sentences/likeness.ts';
import { likelyWishes } from '../../../dialogs/sentences/likelyWish.ts';
import { placesOf } from '../../../dialogs/sentences/mentionedCustomers.ts';
import { utteranceOf } from '../../../dialogs/sentences/utterance.ts';
import { examplesOf } from '../../../locales/examples/exampleFile.ts';
import { locales } from '../../../locales/translator.ts';
import { wishKinds } from '../../../locales/wishes.ts';
import { strangersSentences } from './strangers.ts';
import { pairsOf } from './written.ts';

/** The customers of whom strangers write. */
const customers = [
  'Contoso',
  'Contoso Retail',
  'Fourth Coffee',
  'Northwind Traders',
  'Blue Yonder Airlines',
  '蓝色远航',
];

/** The kinds of wishes that open the card of an intent, by its first word as the tables have it; none for a name alone. */
const kindsOf = (intent: string): readonly string[] => {
  const [kind = '', of = ''] = intent.split(' ');
  const others: Readonly<Partial<Record<string, readonly string[]>>> = {
    new: ['newCustomer'],
    addCustomer: ['newCustomer'],
    find: ['customer'],
    customers: ['customers', 'narrowed'],
    subscriptions: ['subscriptions', 'suspend', 'reactivate', 'cancelSubscription', 'renewalChoice', 'addOns'],
    licenses: ['moreLicenses', 'fewerLicenses', 'setLicenses', 'order'],
    order: ['order', 'moreLicenses'],
    chart: ['licenseChart'],
    explain: [`topic:${of}`],
    talk: [`talk:${of}`],
    unknown: ['other', 'decline'],
    back: ['goBack'],
    cancel: ['cancelCard'],
    hello: ['home'],
    name: [],
  };
  return others[kind] ?? [kind];
};

describe('the likeness to example sentences', () => {
  for (const locale of locales) {
    const examples = examplesOf(locale);

    it(`has examples of every kind in ${locale}, each sentence once`, () => {
      for (const kind of wishKinds)
        assert.ok(examples.filter(([own]) => own === kind).length >= 40, `${locale}: too few examples of ${kind}`);
      const texts = examples.map(([, text]) => text.toLowerCase());
      assert.equal(new Set(texts).size, texts.length);
    });

    it(`tells a fifth of the examples in ${locale} by the other four, most among the first three`, () => {
      const parts = examples.map(([kind, text]) => [kind, utteranceOf(text)] as const);
      const likeness = likenessOf(learn(parts.filter((_one, index) => index % 5 !== 0)));
      const asked = parts.filter((_one, index) => index % 5 === 0);
      const right = asked.filter(([kind, sentence]) =>
        likeness
          .rank(sentence)
          .slice(0, 3)
          .some(([one]) => one === kind),
      );
      assert.ok(right.length >= asked.length * 0.85, `${String(right.length)} of ${String(asked.length)}`);
    });

    it(`has the wish of what strangers wrote in ${locale} among the first four, nine times of ten`, () => {
      const all = pairsOf(strangersSentences[locale]).filter(([, intent]) => kindsOf(intent).length > 0);
      const wrong = all.filter(([text, intent]) => {
        const { wishes } = likelyWishes(text, placesOf(utteranceOf(text), customers));
        return !wishes.slice(0, 4).some(([kind]) => kindsOf(intent).includes(kind));
      });
      assert.ok(
        wrong.length <= all.length * 0.1,
        `${String(wrong.length)} of ${String(all.length)}\n${wrong.join('\n')}`,
      );
    });
  }

  it('says nothing of a text whose parts no example has', () => {
    assert.deepEqual(likelyWishes('zzqx vvkw pltr mnbv', []).wishes, []);
  });
});
