import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { zipSync } from 'fflate';
import { PackageError, type PackageOptions, readPackageOptions } from './packageOptions.ts';
import { iconFaults, manifestFaults, stringsFaults } from './manifestSchema.ts';

const packageFile = z.object({ version: z.string() });

/**
 * Makes the Teams app package by command-line arguments and gives the path of the zip. `root` is the repository's folder.
 * Raises a PackageError, and writes nothing, when a value or a file of `manifest/` has a fault.
 */
export const makePackage = async (args: readonly string[], root: string): Promise<string> => {
  const { version } = packageFile.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const values = readPackageOptions(args, version);
  const zip = await appPackage(join(root, 'manifest'), values);
  const out = resolve(root, values.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, zip);
  return out;
};

const icons = { 'color.png': 192, 'outline.png': 32 } as const;
const strings = ['en.json', 'zh-tw.json', 'zh-cn.json', 'ru.json'];

// A zip stores local time without a zone: a date of local parts gives the same bytes everywhere.
const zipTime = (): Date => new Date(2026, 0, 1);

const readPart = async (folder: string, name: string): Promise<Buffer> => {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw new PackageError([`${name}: cannot be read (${String(error)}). Restore it from the repository.`]);
  }
};

const parseJson = (name: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackageError([`${name}: is not JSON (${String(error)}). Correct it.`]);
  }
};

/** The template with its `{{names}}` filled in; the values are quoted as JSON wants them. */
const fillTemplate = (template: string, values: PackageOptions): string => {
  const texts: Readonly<Record<string, string>> = { ...values };
  return template.replace(/\{\{(\w+)\}\}/g, (found, name: string) => {
    const text = texts[name];
    return text === undefined ? found : JSON.stringify(text).slice(1, -1);
  });
};

const manifestOf = async (folder: string, values: PackageOptions): Promise<{ text: string; faults: string[] }> => {
  const text = fillTemplate((await readPart(folder, 'manifest.json')).toString('utf8'), values);
  const left = [...text.matchAll(/\{\{.*?\}\}/g)].map(([name]) => `${name} has no value`);
  return { text, faults: [...left, ...(await manifestFaults(parseJson('manifest.json', text)))] };
};

/**
 * The zip that Teams takes: the manifest of `folder` with those values, its strings and icons. The same input gives the
 * same bytes on any machine. Raises a PackageError with every fault by Microsoft's schemas.
 */
export const appPackage = async (folder: string, values: PackageOptions): Promise<Uint8Array> => {
  const manifest = await manifestOf(folder, values);
  const faults = manifest.faults.map((fault) => `manifest.json: ${fault}`);
  const files: Record<string, Uint8Array> = { 'manifest.json': Buffer.from(manifest.text) };
  for (const [name, side] of Object.entries(icons)) {
    const icon = await readPart(folder, name);
    faults.push(...iconFaults(icon, side).map((fault) => `${name}: ${fault}`));
    files[name] = icon;
  }
  for (const name of strings) {
    const file = await readPart(folder, name);
    faults.push(...(await stringsFaults(parseJson(name, file.toString('utf8')))).map((fault) => `${name}: ${fault}`));
    files[name] = file;
  }
  if (faults.length > 0) throw new PackageError(faults);
  return zipSync(files, { mtime: zipTime(), level: 9 });
};
