import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { AppManifestUtils } from '@microsoft/app-manifest';

type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

/** The version of the schemas. */
const schemaVersion = '1.29';

const { resolve } = createRequire(import.meta.url);

// Passed to the validator, which would otherwise fetch a missing schema. Invalid parts of its regular expressions are
// repaired: \a and \v, as the validator does, and the unopened bracket after \b.
const readSchema = async (name: string): Promise<Schema> => {
  const file = resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${schemaVersion}/${name}.schema.json`);
  const text = await readFile(file, 'utf8');
  const repaired = text.replaceAll('\\a', '\\u0007').replaceAll('\\v', '\\u000b').replaceAll('\\b]', '\\b\\\\]');
  return JSON.parse(repaired) as Schema;
};

const faultsAgainst = async (name: string, value: unknown): Promise<string[]> => {
  // The validator's types describe valid values only.
  const faults = await AppManifestUtils.validateAgainstSchema(value as Manifest, await readSchema(name));
  return faults.map((fault) => fault.trim());
};

/** Every fault of a manifest by Microsoft's schema, each with its place; nothing is fetched. */
export const manifestFaults = (manifest: unknown): Promise<string[]> => faultsAgainst('MicrosoftTeams', manifest);

/** Every fault of a file of strings by Microsoft's schema. */
export const stringsFaults = (strings: unknown): Promise<string[]> =>
  faultsAgainst('MicrosoftTeams.Localization', strings);

const pngSignature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Faults of an icon, which must be a PNG, `side` pixels wide and high. */
export const iconFaults = (icon: Uint8Array, side: number): string[] => {
  const bytes = Buffer.from(icon);
  if (bytes.length < 24 || !bytes.subarray(0, 8).equals(pngSignature)) return ['is not a PNG'];
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width === side && height === side ? [] : [`is ${width}×${height} pixels, and must be ${side}×${side}`];
};
