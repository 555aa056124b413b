import assert from 'node:assert/strict';
import { inputsOf, type ShownCard } from '../cardReading.ts';
import { client, type Typed } from '../client.ts';
import { answersIn, partnerOf, submit, toReview } from '../conversations/walk.ts';
import { sourcesOf } from '../locales/sources.ts';
import { unavailable, type SpiedCall } from '../partnerCenterSpy.ts';
import { useTestBot } from '../testBot.ts';
import { explore } from './explorer.ts';
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

/** Good answers to what a card asks; inputs nobody knows stay as they are. */
const fillFor =
  (country: string) =>
  (card: ShownCard): Typed => {
    const { offers: _offers, ...sections } = answersIn(country);
    const known = new Map(
      [...Object.values(sections), { find: 'plan' }, country === 'US' ? suggested : {}].flatMap(Object.entries<string>),
    );
    return Object.fromEntries([...known].filter(([id]) => inputsOf(card)[id] !== undefined));
  };

const typed: readonly Deed[] = ['cancel', 'start over', 'drafts', 'back'].map((text) => ({
  name: `“${text}”`,
  run: (user) => user.say(text),
}));

describe('every card', function () {
  this.timeout(240_000);
  const bot = useTestBot();
  const pressed = new Set<string>();

  const whileFailing = (call: SpiedCall, times: number, deed: Deed): Deed => ({
    ...deed,
    name: `${deed.name} while ${call} fails`,
    async run(user) {
      bot().partnerCenter.fail(call, ...Array.from({ length: times }, () => unavailable()));
      await deed.run(user);
    },
  });
  /** A domain somebody has, in the Global cloud. */
  let taken = '';
  before(async () => {
    const seller = client(bot(), { manner: 'teams', partner: partnerOf(1) });
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

  const besides = (place: Place): Deed[] => [
    ...typed,
    ...failing(place),
    ...place.deeds
      .filter(({ name }) => place.name.startsWith('section.company') && name === 'button.next next')
      .filter(() => inputsOf(place.card)['domainPrefix'] !== undefined)
      .map((deed) => withTakenDomain(deed, place)),
  ];
  const failing = ({ name, deeds }: Place): Deed[] =>
    deeds.flatMap((deed) => {
      if (deed.verb === 'submit') return [whileFailing('order', 3, deed), whileFailing('createCustomer', 3, deed)];
      const asks = name.startsWith('section.company') && deed.name === 'button.next next';
      return asks ? [whileFailing('isDomainFree', 1, deed)] : [];
    });

  const walk = async (number: number, people: number): Promise<void> => {
    const partner = partnerOf(number);
    const fill = fillFor(partner.country);
    const open = () => client(bot(), { manner: 'teams', partner });
    const { places, verbs, done, left, faults } = await explore({ bot: bot(), open, fill, besides, people });
    for (const verb of verbs) pressed.add(verb);
    assert.deepEqual(faults, []);
    assert.ok(left <= done / 4, `${String(left)} left of ${String(done + left)} on ${String(places.length)} cards`);
  };

  for (const { number, people } of [
    { number: 1, people: 6 },
    { number: 3, people: 1 },
    { number: 4, people: 3 },
    { number: 8, people: 1 },
  ]) {
    const { name, cloud, type } = partnerOf(number);
    it(`has a way on, and help, for ${name} (${cloud}, ${type})`, () => walk(number, people));
  }

  it('has a way on, and help, in China, where the customers fill more than one page', async () => {
    const seller = client(bot(), { manner: 'teams', partner: partnerOf(10) });
    for (let sold = 0; sold < 9; sold += 1) {
      await toReview(seller, answersIn('CN'));
      await submit(seller);
    }
    await walk(10, 3);
  });

  it('has been seen: there is no button that was not pressed', () => {
    assert.deepEqual(
      [...writtenVerbs()].filter((verb) => !pressed.has(verb)),
      [],
    );
  });
});
