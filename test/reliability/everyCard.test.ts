import assert from 'node:assert/strict';
import { buttonsOf, inputsOf, textsOf, type ShownCard } from '../cardReading.ts';
import { client, type Typed } from '../client.ts';
import { csvOf, existingRow, newRow } from '../conversations/import/files.ts';
import { answersIn, partnerOf, submit, toReview, walkTo } from '../conversations/walk.ts';
import { sourcesOf } from '../locales/sources.ts';
import { unavailable, type SpiedCall } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { explore } from './explorer.ts';
import { partOf } from './moments.ts';
import type { Deed, Place } from './places.ts';

/** Every verb a button sends, as it is written in the code. */
const writtenVerbs = (): Set<string> =>
  new Set(
    ['cards', 'forms']
      .flatMap(sourcesOf)
      .flatMap(({ text }) => [...text.matchAll(/verb: '(\w+)'/g)].map(([, verb]) => verb ?? '')),
  );

/** Better known another way, so that it is asked about. */
const suggested: Typed = { addressLine1: '1 Microsoft Way', city: 'Redmond', postalCode: '98052' };

/** More rows than a card lists, one of them wrong. */
const rows = (): string =>
  csvOf([newRow(), newRow({ email: 'nobody' }), ...Array.from({ length: 8 }, () => existingRow())]);

/** Good answers to what a card asks; inputs nobody knows stay as they are. */
const fillFor =
  (country: string) =>
  (card: ShownCard): Typed => {
    const { offers: _offers, ...sections } = answersIn(country);
    const others = { find: 'plan', quantity: '30', csv: rows(), ...(country === 'US' ? suggested : {}) };
    const known = new Map([...Object.values(sections), others].flatMap(Object.entries<string>));
    // Where a name is typed to confirm, it is the one on the card.
    if (textsOf(card).includes('Coho Winery')) known.set('companyName', 'Coho Winery');
    return Object.fromEntries([...known].filter(([id]) => inputsOf(card)[id] !== undefined));
  };

const typing = (text: string): Deed => ({ name: `“${text}”`, run: (user) => user.say(text) });

/** What is typed where a draft is open, and elsewhere. */
const typed = {
  draft: ['cancel', 'start over', 'drafts', 'back'].map(typing),
  elsewhere: ['hello', 'cancel'].map(typing),
};

/** What a press asks of Partner Center, where that may fail. */
const asked: Readonly<Record<string, readonly SpiedCall[]>> = {
  submit: ['createCustomer', 'order', 'updateBilling'],
  setLicenses: ['changeQuantity'],
  setStatus: ['changeStatus'],
  chooseEnd: ['chooseEnd'],
  setNextTerm: ['scheduleNextTerm'],
  importSubmit: ['createCustomer'],
};

/** Verbs of buttons that a conversation of its own names, in a state that this walk may not come to. */
const pressedElsewhere = (): Set<string> =>
  new Set(
    sourcesOf('test/conversations').flatMap(({ text }) =>
      [...text.matchAll(/[`']([a-zA-Z]+)(?: [^`'\n]*)?[`']/g)].map(([, verb]) => verb ?? ''),
    ),
  );

describe('every card', () => {
  const bot = useTestBot();
  const pressed = new Set<string>();

  const whileFailing = (call: SpiedCall, times: number, deed: Deed): Deed => ({
    ...deed,
    name: `${deed.name} while ${call} fails`,
    async run(user) {
      bot().partnerCenter.heal();
      bot().partnerCenter.fail(call, ...Array.from({ length: times }, () => unavailable()));
      await deed.run(user);
    },
  });
  /** A domain that another partner's customer has, in the Global cloud. */
  let taken = '';
  before(async () => {
    const seller = client(bot(), { manner: 'teams', partner: partnerOf(2) });
    const answers = answersIn();
    await toReview(seller, answers);
    await submit(seller);
    taken = answers.company?.['domainPrefix'] ?? '';
  });

  const withTakenDomain = (deed: Deed, { card }: Place): Deed => ({
    ...deed,
    name: `${deed.name} with a domain that is taken`,
    run: (user) => user.press('next', { ...fillFor('US')(card), domainPrefix: taken }, card),
  });

  /** An import, stopped as soon as it runs. */
  const thenStopped = (deed: Deed): Deed => ({
    name: `${deed.name}, then stopped`,
    verb: 'importStop',
    async run(user) {
      await deed.run(user);
      await user.press('importStop');
    },
  });

  const besides = (place: Place): Deed[] => {
    const isDraft = place.deeds.some(({ verb }) => verb === 'next' || verb === 'submit');
    const failing = place.deeds.flatMap((deed) =>
      (asked[deed.verb ?? ''] ?? []).map((call) => whileFailing(call, 3, deed)),
    );
    const aboutDomains = place.deeds
      .filter(({ name }) => name === 'button.next next' && inputsOf(place.card)['domainPrefix'] !== undefined)
      .flatMap((deed) => [whileFailing('isDomainFree', 1, deed), withTakenDomain(deed, place)]);
    const stopped = place.deeds.filter(({ verb }) => verb === 'importSubmit').map(thenStopped);
    return [...stopped, ...(isDraft ? typed.draft : typed.elsewhere), ...failing, ...aboutDomains];
  };

  const walk = async (number: number, people: number): Promise<void> => {
    bot().partnerCenter.heal();
    const partner = partnerOf(number);
    const fill = fillFor(partner.country);
    const open = () => client(bot(), { manner: 'teams', partner });
    const { verbs, faults } = await explore({ bot: bot(), open, fill, besides, people });
    for (const verb of verbs) pressed.add(verb);
    assert.deepEqual(faults, []);
  };

  // The others differ from the first in little: by turns where a part of the moments is tried.
  const others = [
    { number: 3, people: 1 },
    { number: 4, people: 2 },
    { number: 8, people: 1 },
    // In China, where the customers fill more than one page.
    { number: 10, people: 3, customers: 9 },
  ];
  for (const { number, people, customers = 0 } of [{ number: 1, people: 6 }, ...partOf(others)]) {
    const { name, cloud, type, country } = partnerOf(number);
    it(`has a way on, and help, for ${name} (${cloud}, ${type})`, async () => {
      bot().partnerCenter.heal();
      const seller = client(bot(), { manner: 'teams', partner: partnerOf(number) });
      for (let sold = 0; sold < customers; sold += 1) {
        await toReview(seller, answersIn(country));
        await submit(seller);
      }
      await walk(number, people);
    });
  }

  it('has a way on from a cart whose offers cannot be read', async () => {
    bot().partnerCenter.heal();
    const user = client(bot(), { manner: 'teams', partner: partnerOf(1) });
    await user.say('add customer');
    bot().partnerCenter.loseOffers();
    await walkTo(user, 'subscriptions', answersIn());
    assert.ok(!buttonsOf(user.card()).some(({ data }) => data['verb'] === 'add'));
    await user.press('moreOffers');
    pressed.add('moreOffers');
    assert.ok(buttonsOf(user.card()).some(({ data }) => data['verb'] === 'add'));
  });

  it('has been seen: there is no button that nobody presses, here or in a conversation of its own', () => {
    const elsewhere = pressedElsewhere();
    assert.deepEqual(
      [...writtenVerbs()].filter((verb) => !pressed.has(verb) && !elsewhere.has(verb)),
      [],
    );
  });
});
