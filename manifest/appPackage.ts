import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { iconFaults, manifestFaults, stringsFaults } from './judge.ts';
import { PackageError } from './packageError.ts';
import type { Values } from './values.ts';

const icons = { 'color.png': 192, 'outline.png': 32 } as const;
const strings = ['en.json', 'zh-tw.json', 'zh-cn.json', 'ru.json'];

// A zip holds local time without a zone: made from local parts, it is the same everywhere.
const madeAt = (): Date => new Date(2026, 0, 1);

const read = async (folder: string, name: string): Promise<Buffer> => {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw new PackageError([`${name}: cannot be read (${String(error)}). Restore it from the repository.`]);
  }
};

const parse = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackageError([`${name}: is not JSON (${String(error)}). Correct it.`]);
  }
};

/** The template with its `{{names}}` filled in; the values are quoted as JSON wants them. */
const fill = (template: string, values: Values): string => {
  const texts: Readonly<Record<string, string>> = { ...values };
  return template.replace(/\{\{(\w+)\}\}/g, (found, name: string) => {
    const text = texts[name];
    return text === undefined ? found : JSON.stringify(text).slice(1, -1);
  });
};

const manifestOf = async (folder: string, values: Values): Promise<{ text: string; faults: string[] }> => {
  const text = fill((await read(folder, 'manifest.json')).toString('utf8'), values);
  const left = [...text.matchAll(/\{\{.*?\}\}/g)].map(([name]) => `${name} has no value`);
  return { text, faults: [...left, ...(await manifestFaults(parse('manifest.json', text)))] };
};

/**
 * The zip that Teams takes: the manifest of `folder` with those values, its strings and icons. The same input gives the
 * same bytes on any machine. Raises a PackageError with every fault by Microsoft's schemas.
 */
export const appPackage = async (folder: string, values: Values): Promise<Uint8Array> => {
  const manifest = await manifestOf(folder, values);
  const faults = manifest.faults.map((fault) => `manifest.json: ${fault}`);
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(manifest.text) };
  for (const [name, side] of Object.entries(icons)) {
    const icon = await read(folder, name);
    faults.push(...iconFaults(icon, side).map((fault) => `${name}: ${fault}`));
    files[name] = icon;
  }
  for (const name of strings) {
    const file = await read(folder, name);
    faults.push(...(await stringsFaults(parse(name, file.toString('utf8')))).map((fault) => `${name}: ${fault}`));
    files[name] = file;
  }
  if (faults.length > 0) throw new PackageError(faults);
  return zipSync(files, { mtime: madeAt(), level: 9 });
};
