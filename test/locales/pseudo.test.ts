import assert from 'node:assert/strict';
import { type Card, fitsSizeLimit } from '../../cards/elements.ts';
import { defined } from '../../lib/optional.ts';
import { languageNames } from '../../locales/languageNames.ts';
import { countryName, countryRules, languageName, market } from '../../partner-center/rules/countries.ts';
import { addressLine } from '../../partner-center/rules/addressRules.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { stateName } from '../../partner-center/rules/states.ts';
import { gallery } from '../../gallery/cards.ts';
import { labels, runs } from '../cards/parts.ts';
import { bundleNames } from '../../gallery/bundleStates.ts';
import { soldNames } from '../../gallery/chartStates.ts';
import { manyResellers } from '../../gallery/formContexts.ts';
import { mark } from '../../gallery/hostileText.ts';
import { goodCompany, goodPerson } from '../forms/answers.ts';
import { offers } from '../forms/contexts.ts';
import { outside, pseudoWords } from './pseudo.ts';

const countries = ['US', 'FR', 'TW', 'RU', 'CN', 'MX', 'CA', 'BR', 'JP'].flatMap(market);

/** What is shown as it is: names of offers, countries, states and languages, and what an invented customer entered. */
const names = new Set([
  ...offers.map(({ name }) => name),
  ...countries.map((country) => countryName(country, 'en')),
  ...countries.flatMap((country) => countryRules(country).postalSamples ?? []),
  ...countries.flatMap((country) => countryRules(country).states.map((state) => stateName(country, state, 'en'))),
  ...countries.flatMap((country) => countryRules(country).cultures.map((culture) => languageName(culture, 'en'))),
  ...Object.values(languageNames),
  ...[...samplePartners.flatMap(({ resellers = [] }) => resellers), ...manyResellers()].map(({ name }) => name),
  ...bundleNames,
  ...soldNames,
  ...[...Object.values(goodCompany), goodPerson].flatMap((values) => Object.values(values)),
  // In the form people say them.
  ...Object.entries(goodCompany).map(([country, { addressLine1 = '', city = '', state, postalCode }]) =>
    addressLine({ country, addressLine1, city, ...defined({ state, postalCode }) }),
  ),
  `${goodPerson['firstName']} ${goodPerson['lastName']}`,
]);

/** An id, a number, a domain, an address, a password: one word with a digit, an @ or a dot inside. */
const isCode = (text: string): boolean => /^\S*(?:\d|@|\.\p{L})\S*$/u.test(text);

/** What a card says that is neither of the catalogue nor data. */
const foreign = (card: Card): string[] =>
  [...runs(card), ...labels(card), card.speak ?? '']
    .flatMap((text) => outside(text).split(/\s· /))
    .map((text) => text.replace(/^\s*·/, '').trim())
    .filter((text) => /\p{L}/u.test(text) && !text.includes(mark) && !names.has(text) && !isCode(text));

describe('in a language that is 40 % longer than English, the cards', () => {
  const shown = gallery(pseudoWords);
  const each = (found: (card: Card) => unknown[]) =>
    assert.deepEqual(
      shown.flatMap(({ name, card }) => found(card).map((wrong) => `${name}: ${String(wrong)}`)).slice(0, 20),
      [],
    );

  it('say nothing but the catalogue and data', () => each(foreign));

  it('are still small enough for Teams', () =>
    each((card) => (fitsSizeLimit(card) ? [] : [JSON.stringify(card).length * 2])));
});

describe('the look for words in the code', () => {
  const card = (text: string): Card => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] });

  it('finds one, alone, beside a sentence or beside a name', () => {
    for (const text of ['Done', 'Done.', `${pseudoWords.t('progress.done')} today`, 'Contoso: refused']) {
      assert.notDeepEqual(foreign(card(text)), [], text);
    }
  });

  it('lets the catalogue speak, with data in it', () => {
    const said = pseudoWords.t('drafts.continue', { name: 'Contoso', n: 1, m: 2 });
    assert.ok(said.length >= 1.4 * 'Continue “Contoso” (step 1 of 2)?'.length - 10);
    assert.deepEqual(foreign(card(pseudoWords.t('form.fact', { label: said }))), []);
  });
});
