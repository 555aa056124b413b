import { addingPartners, callsPerPress, countSteps } from '../test/conversations/countedSteps.ts';
import { startRestBot } from '../test/conversations/restBot.ts';

const heads = ['partner', 'cloud', 'country', 'presses', 'texts typed', 'chosen', 'messages a press', 'Partner Center'];

const bot = await startRestBot();
console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => ' --- |').join('')}`);
for (const partner of addingPartners) {
  const count = await countSteps(bot, partner);
  const { presses, typed, chosen, partnerCenterCalls } = count;
  const numbers = [presses, typed, chosen, callsPerPress(count).toFixed(2), partnerCenterCalls].map(String);
  console.log(`| ${[partner.type, partner.cloud, partner.country, ...numbers].join(' | ')} |`);
}
await bot.stop();
