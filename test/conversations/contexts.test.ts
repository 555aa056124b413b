import assert from 'node:assert/strict';
import { section } from '../../forms/sections.ts';
import { sectionIds, type Section } from '../../forms/section.ts';
import { client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { answersIn, isConfirmed, newDomain, openSection, partnerOf, walkTo, filled, asks } from './walk.ts';

const offer = '031C9E47-4802-4248-838E-778FB1D2CC05';

/** Most contexts that one press makes, and most questions to sections whether they are asked. */
// One press may accept two sections, and each is asked about again.
const limits = { contexts: 3, asked: 24 };

describe('a turn asks once', () => {
  const bot = useTestBot();
  const restores: (() => void)[] = [];
  let askedSections = 0;

  before(() => {
    for (const one of sectionIds.map(section)) {
      const applies = one.applies.bind(one);
      restores.push(() => Object.assign(one, { applies }));
      Object.assign(one, {
        applies(...context: Parameters<Section['applies']>) {
          askedSections += 1;
          return applies(...context);
        },
      });
    }
  });
  after(() => {
    for (const restore of restores) restore();
  });

  const counted = async (what: string, run: () => Promise<void>): Promise<void> => {
    const before = bot().partnerCenter.rulesAsked;
    askedSections = 0;
    await run();
    const contexts = bot().partnerCenter.rulesAsked - before;
    const seen = `${what}: ${String(contexts)} contexts, ${String(askedSections)} questions`;
    assert.ok(contexts <= limits.contexts && askedSections <= limits.asked, seen);
  };

  for (const number of [1, 2])
    it(`at every press from the first section to the review and Submit, as partner ${String(number)}`, async () => {
      const user = client(bot(), { manner: 'teams', partner: partnerOf(number) });
      const answers = answersIn();
      await user.say('add customer');
      for (let open = openSection(user); open !== 'review'; open = openSection(user)) {
        assert.ok(open !== undefined, user.title());
        const section = open;
        if (asks(user, 'subscriptions')) await counted('add', () => user.press(`add ${offer}`));
        await counted(`next on ${section}`, () => user.press('next', filled(user, answers)));
        assert.notEqual(openSection(user), section, JSON.stringify(user.faults()));
      }
      await counted('back', () => user.press('back'));
      await walkTo(user, 'review', answers);
      await counted('update', () => user.press('update company'));
      await counted('next with a fault', () => user.press('next', { companyName: '' }));
      await walkTo(user, 'review', { ...answers, company: { ...answers.company, domainPrefix: newDomain() } });
      await counted('submit', () => user.press('submit'));
      await user.until(() => isConfirmed(user));
    });
});
