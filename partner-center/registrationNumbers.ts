import { createRequire } from 'node:module';
import type { Validator } from 'stdnum/lib/cjs/types.js';
import { once } from './once.ts';

const require = createRequire(import.meta.url);

// Read when a country first asks for one: the whole library would be a noticeable part of each start.
const validator = (path: string): (() => Validator) => once(() => require(`stdnum/lib/cjs/${path}.js`) as Validator);

const validators = new Map(
  'az/tin br/cnpj by/unp hu/anum in/gstin in/pan md/idno pl/nip pl/pesel pl/regon ru/inn th/moa tr/tckimlik tr/vkn ua/edrpou ua/rntrc ve/rif vn/mst'
    .split(' ')
    .map((path) => [path, validator(path)] as const),
);

/** How a text stands to a number with check digits, named by country and kind such as `br/cnpj`. */
export function numberFault(kind: string, text: string): 'form' | 'check-digit' | undefined {
  const found = validators.get(kind)?.().validate(text);
  if (found === undefined) throw new Error(`no check digits are known for ${kind}`);
  if (found.isValid) return undefined;
  return found.error?.name === 'InvalidChecksum' ? 'check-digit' : 'form';
}
