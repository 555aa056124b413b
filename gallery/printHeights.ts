import { launch } from '../test/browser/browser.ts';
import { locales } from '../locales/translator.ts';
import { crowded, isOvercrowded, isTold, isTooHigh, measureCards, mostCrowded } from './heights.ts';
import { galleryPage } from './page.ts';

const browser = await launch();
const sizes = await measureCards(browser, await galleryPage('usual'));
await browser.close();
const columns = ['desk', 'phone', 'rows', 'bytes', 'limit'] as const;
console.log(`${'card'.padEnd(60)}${['', ...columns].join('\t')}`);
for (const size of sizes.filter(isTold)) {
  const cells = columns.map((name) => String(size[name] ?? ''));
  console.log(
    `${`${size.language} ${size.name}`.padEnd(60)}\t${cells.join('\t')}${isTooHigh(size) ? '\ttoo high' : ''}`,
  );
}
console.log('\ncards with three rows of buttons or more at 320 pixels');
for (const language of locales) {
  const found = crowded(sizes, language);
  console.log(`${language}\t${String(found.length)} of at most ${String(mostCrowded[language])}`);
  for (const { name, rows } of found) console.log(`\t${String(rows)} ${name}`);
}
const isCrowded = locales.some((language) => crowded(sizes, language).length > mostCrowded[language]);
if (isCrowded || sizes.some((size) => isTooHigh(size) || isOvercrowded(size))) process.exitCode = 1;
