import assert from 'node:assert/strict';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { addingPartners, callsPerPress, countSteps } from './countedSteps.ts';
import { useRestBot } from './restBot.ts';

/** The most texts a usual customer takes: in Russia one more, as its law wants the INN and the company's telephone. */
const mostTyped = ({ country }: Partner): number => (country === 'RU' ? 9 : 8);

describe('a usual customer, from Add customer to the confirmation', () => {
  const bot = useRestBot();

  it('is counted for every type of partner that adds customers, in every cloud that takes them', () => {
    const kinds = new Set(addingPartners.map(({ type, cloud }) => `${cloud} ${type}`));
    assert.deepEqual([...kinds].sort(), [
      'china direct-bill',
      'china indirect-provider',
      'global direct-bill',
      'global indirect-provider',
      'usGovernment direct-bill',
      'usGovernment indirect-provider',
    ]);
  });

  for (const partner of addingPartners) {
    const { name, type, cloud, country } = partner;
    it(`takes ${name} (${cloud}, ${type}, ${country}) 6 presses, ${String(mostTyped(partner))} texts and 1.3 messages a press at most`, async () => {
      const count = await countSteps(bot(), partner);
      assert.ok(count.presses <= 6, JSON.stringify(count));
      assert.ok(count.typed <= mostTyped(partner), JSON.stringify(count));
      assert.ok(callsPerPress(count) <= 1.3, JSON.stringify(count));
    });
  }
});
