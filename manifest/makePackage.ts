import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { appPackage } from './appPackage.ts';
import { readValues } from './values.ts';

const packageFile = z.object({ version: z.string() });

/**
 * Makes the Teams app package by command-line arguments and gives the path of the zip. `root` is the repository's folder.
 * Raises a PackageError, and writes nothing, when a value or a file of `manifest/` has a fault.
 */
export const makePackage = async (args: readonly string[], root: string): Promise<string> => {
  const { version } = packageFile.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const values = readValues(args, version);
  const zip = await appPackage(join(root, 'manifest'), values);
  const out = resolve(root, values.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, zip);
  return out;
};
