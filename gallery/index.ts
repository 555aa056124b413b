import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch } from '../test/browser/browser.ts';
import { galleryPage } from './page.ts';
import { takePictures } from './pictures.ts';

const folder = path.join('screenshots', 'gallery');
const html = await galleryPage();
await mkdir(folder, { recursive: true });
await writeFile(path.join(folder, 'gallery.html'), html);
console.log(`Every card: ${path.join(folder, 'gallery.html')}`);
if (process.argv.includes('--screenshots')) {
  const browser = await launch();
  const count = await takePictures(browser, html, folder, process.argv.includes('--hostile') ? 'hostile' : 'realistic');
  await browser.close();
  console.log(`${String(count)} pictures beside it.`);
}
