import type { Words } from '../locales/words.ts';
import type { Reseller } from '../partner-center/partner.ts';

/** A reseller as a record keeps it: its name, and its MPN ID in brackets. */
export const keptReseller = ({ name, mpnId }: Reseller): string => `${name} (${mpnId})`;

/** A kept reseller in the brackets of the reader's language, as every list of resellers has it. */
export const resellerWords = (kept: string, { t }: Words): string => {
  const [, label, hint] = /^(.+) \((\d+)\)$/.exec(kept) ?? [];
  return label === undefined || hint === undefined ? kept : t('form.pair', { label, hint });
};
