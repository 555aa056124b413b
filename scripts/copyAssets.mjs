/// <reference types="node" />
// @ts-check
import { cpSync, existsSync } from 'node:fs';

// What the compiler leaves behind but dist/ needs: data, example sentences, and the chat page's own files, its icon.
const assets = ['partner-center/data', 'locales/examples', 'chat-page/browser', 'manifest/color.svg'];
// The tests' own only where they were compiled.
if (existsSync('dist/test')) assets.push('test/examples');

/** @param {string} path */
const isAsset = (path) => !/(?:\.ts|tsconfig\.json)$/.test(path);

for (const path of assets.filter((one) => existsSync(one)))
  cpSync(path, `dist/${path}`, { recursive: true, filter: isAsset });
