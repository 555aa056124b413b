import {
  addressCard,
  orderAgainCard,
  cancelCard,
  deletedDraftCard,
  deleteDraftCard,
  companyNameCard,
  startOverCard,
  draftRefusalCard,
} from '../cards/questionCards.ts';
import { reopenedCard, sectionSummaryCard } from '../cards/sectionCards.ts';
import { currentCard } from '../dialogs/add/currentCard.ts';
import type { Context } from '../forms/context.ts';
import { addOnsOf, newCartRow, cartValues } from '../forms/cartRows.ts';
import { ask, keepInputs, newDraft, reopen } from '../forms/draftFlow.ts';
import { sections } from '../forms/sections.ts';
import { fillsFromPaste } from '../forms/paste/draftValues.ts';
import type { Section } from '../forms/section.ts';
import type { Words } from '../locales/words.ts';
import type { Address } from '../partner-center/rules/addressRules.ts';
import { countryRules } from '../partner-center/rules/countries.ts';
import type { Draft, Values } from '../model/draft.ts';
import { goodAccepted, goodValues } from '../test/forms/answers.ts';
import { rulesWithExtraInputs } from '../forms/rejectedDraft.ts';
import { contextFor, offers, partnerNamed, provider } from '../test/forms/contexts.ts';
import { accountOf, cartFor, contextAbout, tailspin } from '../test/forms/changeContexts.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

/** As many lines as a cart holds, of the offers with the longest names, the most choices and every unit. */
export const fullCart: Values = cartValues(
  offers
    .filter(({ segment }) => segment === 'commercial')
    .toSorted((a, b) => b.plans.length - a.plans.length || b.name.length - a.name.length)
    .slice(0, 15)
    .map((offer) => ({ ...newCartRow(offer), count: '9999999' })),
);

/** One that exists, with the longest names. */
const longNamed = { ...tailspin, companyName: planted(255), domain: `${'a'.repeat(27)}.partner.onmschina.cn` };
const aboutCart = (more: Parameters<typeof cartFor>[0] = {}) => contextAbout(cartFor({ customer: longNamed, ...more }));
const aboutAccount = (country: string) => contextAbout(accountOf({ customer: longNamed, country }));

/** The subscription that most add-ons fit; and one that none does. */
const baseOf = (offerId: string) => ({ base: { subscriptionId: 's1', offerId, name: planted(100) }, owned: [offerId] });
const mostAddOns = offers.toSorted((a, b) => addOnsOf(b.id, offers, []).length - addOnsOf(a.id, offers, []).length)[0];

const educated = { company: { qualification: 'education' } };
const governed = { company: { qualification: 'governmentCommunityCloud' } };

/** Rules of a country that does not ask for them, after Partner Center missed both. */
const askingBoth = (country: string) =>
  rulesWithExtraInputs(countryRules(country), {
    alsoAsked: { country, fields: ['registrationNumber', 'organizationPhone'] },
  });

/** The contexts whose sections differ: partner type, cloud, size of the market, country, qualification. */
const contexts: Readonly<Record<string, Context>> = {
  'US provider': contextFor(provider),
  'US provider, school': contextFor(provider, educated),
  'US provider, government community': contextFor(provider, governed),
  'US provider, other signer': contextFor(provider, { agreement: { signer: 'other' } }),
  'US direct': contextFor(partnerNamed('Contoso Direct')),
  'US government': contextFor(partnerNamed('Woodgrove Public')),
  China: contextFor(partnerNamed('Tailspin China Distribution')),
  Taiwan: contextFor(partnerNamed('Fabrikam Taiwan')),
  Russia: contextFor(partnerNamed('Proseware Russia')),
  France: contextFor(partnerNamed('Wide World France')),
  Hungary: contextFor(partnerNamed('Wide World France'), { country: { country: 'HU' } }),
  'Latin America': contextFor({ ...provider, country: 'MX' }),
  'Canada, both asked besides': contextFor({ ...provider, country: 'CA' }, {}, { rules: askingBoth('CA') }),
  Brazil: contextFor({ ...provider, country: 'BR' }),
  Japan: contextFor({ ...provider, country: 'JP' }),
  'own catalogue': contextFor(provider, {}, { offers: ownCatalogue() }),
  'many resellers': contextFor(provider, {}, { resellers: manyResellers() }),
  'existing customer': aboutCart(),
  'existing customer, add-ons': aboutCart(baseOf(mostAddOns?.id ?? '')),
  'existing customer, no add-ons': aboutCart(baseOf('none')),
  'existing customer, US': aboutAccount('US'),
  'existing customer, Hungary': aboutAccount('HU'),
};

// Terms the recorded offers have not, as new-commerce products do.
function ownCatalogue(): Context['offers'] {
  const plans = ['P1M', 'P6M', 'P1Y', 'P3Y', 'P90D'].map((term) => ({ term, billing: 'triennial' as const }));
  return offers.slice(0, 20).map((offer) => ({ ...offer, addOnTo: [], plans }));
}

function manyResellers() {
  return Array.from({ length: 500 }, (_none, index) => ({
    tenantId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    mpnId: String(4_000_000 + index),
    name: `Northwind Cloud Services and Networks ${'of the North '.repeat(4)}${String(index)}`,
  }));
}

/** A draft open at that section, everything before it answered. */
function draftAt(section: Section, context: Context, typed: Values | undefined, more: Partial<Draft> = {}): Draft {
  const before = Object.fromEntries(
    sections(context).flatMap(({ id }) => (id === section.id ? [] : [[id, context.accepted[id] ?? {}]])),
  );
  const draft = {
    ...newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'),
    accepted: before,
    ...aboutOf(context),
    ...more,
  };
  if (typed === undefined) return draft;
  const parsed = section.parse(typed, context);
  return keepInputs(draft, section.id, typed, 'faults' in parsed ? parsed.faults : {});
}

const aboutOf = ({ purpose }: Context) => (purpose === undefined ? {} : { purpose });

/** Every name a section has inputs for, each holding that text. */
const everyInput = (section: Section, context: Context, text: string): Values =>
  Object.fromEntries(Object.keys(goodValues(section.id, context)).map((name) => [name, text]));

function states(section: Section, context: Context): Record<string, Draft> {
  const at = (typed: Values | undefined, more?: Partial<Draft>) => draftAt(section, context, typed, more);
  return {
    untouched: at(undefined),
    'every answer missing': at({}),
    'well answered': at(goodValues(section.id, context)),
    'every answer wrong': at(everyInput(section, context, planted(4000))),
    'short texts': at(everyInput(section, context, planted(24))),
    'asked again': at(goodValues(section.id, context), { invalidated: [section.id] }),
    ...(fillsFromPaste(section.id) ? { pasted: at(goodValues(section.id, context), { pasted: [section.id] }) } : {}),
  };
}

const cart = (context: Context) => sections(context).find(({ id }) => id === 'subscriptions');

function cartStates(context: Context): Record<string, Draft> {
  const section = cart(context);
  if (section === undefined) return {};
  const at = (values: Values) => draftAt(section, context, values);
  const wrong = Object.fromEntries(
    Object.entries(fullCart).map(([name, value]) => [name, name.startsWith('count') ? planted(20) : value]),
  );
  return {
    'no hits': at({ find: planted(100) }),
    'add-ons that need a base': at({ find: 'add-on' }),
    'gone offer': at(cartValues([{ offerId: planted(60), plan: '0', count: '1' }])),
    'five lines of this catalogue': at(cartValues(context.offers.slice(0, 5).map(newCartRow))),
    'usage and fixed trial': at(
      cartValues(
        offers
          .filter(({ unit, trial }) => unit === 'usage' || trial)
          .slice(0, 9)
          .map(newCartRow),
      ),
    ),
    'nine lines': at({ ...rows(9), find: 'office 365' }),
    '14 lines and a search': at({ ...rows(14), find: 'e' }),
    full: at(fullCart),
    'full and all wrong': at(wrong),
    '14 lines, all wrong, and a search': at({ ...rows(14, wrong), find: 'e' }),
    'eight lines, all wrong, and a search': at({ ...rows(8, wrong), find: 'e' }),
  };
}

/** How far a catalogue may be. */
const catalogues: Readonly<Record<string, Pick<Context, 'offers' | 'catalog'>>> = {
  'offers on their way': { offers: [], catalog: { state: 'reading', leftOut: 0 } },
  'some offers on their way': { offers: offers.slice(0, 40), catalog: { state: 'reading', leftOut: 0 } },
  'offers that cannot be read': {
    offers: [],
    catalog: { state: 'failed', leftOut: 0, fault: plantedRefusal('unavailable') },
  },
  'some offers that cannot be read': {
    offers: offers.slice(0, 40),
    catalog: { state: 'failed', leftOut: 9, fault: plantedRefusal('throttled') },
  },
  'offers left out': { offers, catalog: { state: 'read', leftOut: 3 } },
};

/** The cart, empty and with one line, however far the catalogue is. */
function cartsOfCatalogues(words: Words): Shown[] {
  return Object.entries(catalogues).flatMap(([name, known]) => {
    const context = { ...contextFor(provider), ...known };
    const section = cart(context);
    const line = cartValues([{ offerId: offers.at(-1)?.id ?? '', plan: '0', count: '7' }]);
    return section === undefined
      ? []
      : [{}, line].map((values, at) => ({
          name: `subscriptions, US provider: ${name}${at === 0 ? '' : ', with a line'}`,
          card: currentCard(draftAt(section, context, values), context, words, true),
        }));
  });
}

const rows = (count: number, values = fullCart): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Number(name.split('-')[1]) < count));

const address: Address = {
  country: 'US',
  addressLine1: planted(200),
  addressLine2: planted(200),
  city: planted(100),
  state: 'WA',
  postalCode: '98052',
};

function reviews(words: Words): Shown[] {
  const contextOf = (accepted: Draft['accepted']) => contextFor(provider, accepted);
  const draft = newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z');
  const good = goodAccepted(contextOf);
  const person: Values = {
    firstName: planted(50),
    lastName: planted(50),
    email: `${planted(240)}@a.example`,
    phoneNumber: '+14255550100;ext=123456',
  };
  const full: Draft['accepted'] = {
    ...good,
    company: {
      ...good['company'],
      companyName: planted(255),
      addressLine1: planted(200),
      addressLine2: planted(200),
      city: planted(100),
      qualification: 'education',
    },
    qualification: { educationSegment: 'HigherEducation', website: planted(254) },
    contact: person,
    agreement: { ...good['agreement'], signer: 'other' },
    signer: person,
    subscriptions: fullCart,
  };
  const review = (name: string, accepted: Draft['accepted']): Shown => ({
    name,
    card: currentCard({ ...draft, accepted }, contextOf(accepted), words, true),
  });
  const byCustomer = (name: string, accepted: Draft['accepted']): Shown => {
    const context: Context = { ...contextOf(accepted), agreementWay: 'customer' };
    return { name, card: currentCard({ ...draft, accepted }, context, words, true) };
  };
  const about = (name: string, context: Context, known: Draft['accepted']): Shown => ({
    name,
    card: currentCard({ ...draft, accepted: known, ...aboutOf(context) }, { ...context, accepted: known }, words, true),
  });
  return [
    review('review', good),
    review('review without subscriptions', { ...good, subscriptions: {} }),
    about('review of an order', aboutCart(), { subscriptions: fullCart }),
    about('review of account info', aboutAccount('US'), { company: full['company'] ?? {}, contact: person }),
    about(
      'review of account info, nothing changed',
      contextAbout(
        accountOf({ customer: longNamed, country: 'US', before: { company: full['company'] ?? {}, contact: person } }),
      ),
      { company: full['company'] ?? {}, contact: person },
    ),
    review('review of everything', full),
    { name: 'summary of a section that is asked again', card: reopenedCard(words, words.t('section.company')) },
    byCustomer('review where the customer accepts', good),
    byCustomer('review where the customer accepts, without subscriptions', { ...good, subscriptions: {} }),
    ...sections(contextOf(full)).map((section) => ({
      name: `summary of ${section.id}`,
      card: sectionSummaryCard(
        words.t(`section.${section.id}`),
        section.facts(full[section.id] ?? {}, contextOf(full), words),
        words,
      ),
    })),
  ];
}

/** What is asked about the agreement where the customer accepts on a page. */
function onPage(words: Words): Shown[] {
  const context = contextFor(provider, {}, { agreementWay: 'enhanced' });
  return sections(context)
    .filter(({ id }) => id === 'agreement')
    .flatMap((section) =>
      Object.entries(states(section, context)).map(([state, draft]) => ({
        name: `${section.id}, US provider, on a page: ${state}`,
        card: currentCard(draft, context, words, true),
      })),
    );
}

function questions(words: Words): Shown[] {
  const asked = { words, token: '0moy6r6t4deadbeef.12' };
  const context = contextFor(provider);
  const typed = { companyName: planted(255), addressLine1: planted(200), city: planted(100), state: 'WA' };
  const { country: _country, ...base } = contextFor(provider).accepted;
  const draft = {
    ...newDraft('0moy6r6t4deadbeef', '2026-03-02T10:00:00.000Z'),
    accepted: { ...base, country: { country: 'US' } },
  };
  const open = (one: Draft) => currentCard(one, context, words, true);
  const atCompany = keepInputs(reopen(draft, 'company'), 'company', typed);
  return [
    { name: 'name with a web address, as long as can be', card: companyNameCard(asked, planted(255)) },
    {
      name: 'address, three suggestions',
      card: addressCard(asked, address, { suggestions: [address, address, address] }),
    },
    {
      name: 'address not confirmed, with all that can be said',
      card: addressCard(asked, address, { suggestions: [], said: planted(300) }),
    },
    {
      name: 'address in another country only',
      card: addressCard(asked, address, { suggestions: [], elsewhere: 'MX' }),
    },
    {
      name: 'address asked of a draft',
      card: open(ask(atCompany, { kind: 'address', section: 'company', suggestions: [{ ...address }] })),
    },
    {
      name: 'name with a web address in it',
      card: open(ask(atCompany, { kind: 'name', section: 'company', name: planted(255) })),
    },
    { name: 'order again, one offer', card: orderAgainCard(asked, [planted(30)]) },
    { name: 'order again, as much as can be', card: orderAgainCard(asked, Array<string>(15).fill(planted(255))) },
    { name: 'cancel', card: cancelCard(asked, '', false) },
    { name: 'cancel of a name', card: open({ ...atCompany, asking: 'cancel' }) },
    { name: 'start over', card: startOverCard(asked, '', false) },
    { name: 'start over of a name', card: open({ ...atCompany, asking: 'startOver' }) },
    {
      name: 'cancel of an order',
      card: open({ ...draft, purpose: cartFor({ customer: longNamed }), asking: 'cancel' }),
    },
    { name: 'start over of account info', card: open({ ...draft, purpose: accountOf(), asking: 'startOver' }) },
    { name: 'deleted draft', card: deletedDraftCard(words, 'd1') },
    { name: 'delete draft', card: deleteDraftCard(words, 'd1', '') },
    { name: 'delete draft of a name', card: deleteDraftCard(words, 'd1', planted(4000)) },
    { name: 'trouble', card: draftRefusalCard(asked, troubleOf('unavailable')) },
    { name: 'trouble with a reason', card: draftRefusalCard(asked, troubleOf('mfa')) },
  ];
}

/** Every section in every context and state, the questions between them, and the review. */
export const formCards = (words: Words): readonly Shown[] => [
  ...Object.entries(contexts).flatMap(([who, context]) =>
    sections(context).flatMap((section) =>
      Object.entries({
        ...states(section, context),
        ...(section.id === 'subscriptions' ? cartStates(context) : {}),
      }).map(([state, draft]) => ({
        name: `${section.id}, ${who}: ${state}`,
        card: currentCard(draft, context, words, true),
      })),
    ),
  ),
  ...cartsOfCatalogues(words),
  ...onPage(words),
  ...questions(words),
  ...reviews(words),
];

const troubleOf = (reason: string) => ({
  fault: plantedRefusal(reason),
  correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
});
