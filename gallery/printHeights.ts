import { launch } from '../test/browser/browser.ts';
import { isTooHigh, measureHeights } from './heights.ts';
import { galleryPage } from './page.ts';

const browser = await launch();
const sizes = await measureHeights(browser, await galleryPage('usual'));
await browser.close();
const columns = ['desk', 'phone', 'bytes', 'limit'] as const;
console.log(`${'card'.padEnd(60)}${['', ...columns].join('\t')}`);
for (const size of sizes) {
  const cells = columns.map((name) => String(size[name] ?? ''));
  console.log(
    `${`${size.language} ${size.name}`.padEnd(60)}\t${cells.join('\t')}${isTooHigh(size) ? '\ttoo high' : ''}`,
  );
}
if (sizes.some(isTooHigh)) process.exitCode = 1;
