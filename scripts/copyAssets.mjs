/// <reference types="node" />
// @ts-check
import { cpSync, existsSync } from 'node:fs';

// What the compiler leaves behind but dist/ needs: data, and the chat page's own files.
const folders = ['partner-center/data', 'chat-page/browser'];
// The tests' own only where they were compiled.
if (existsSync('dist/test')) folders.push('test/examples');

/** @param {string} path */
const isAsset = (path) => !/(?:\.ts|tsconfig\.json)$/.test(path);

for (const folder of folders.filter((path) => existsSync(path)))
  cpSync(folder, `dist/${folder}`, { recursive: true, filter: isAsset });
