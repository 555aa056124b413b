import { isLegalForm, legalFormCountries } from '../../partner-center/rules/letterheads.ts';
import { hasJobWord } from './labels.ts';
import { foldKey } from '../../lib/foldCase.ts';
import { suggestPrefix } from '../../partner-center/rules/companyIdentity.ts';

/**
 * A company's name and its address or department behind it on one line, as two parts: “Muster GmbH, Hafenstraße 12, 24103
 * Kiel”, “Contoso, Inc., Sales Department”.
 */
export function splitBehindForm(part: string): string[] {
  if (/^\d/.test(part)) return [part];
  for (const { index, 0: gap } of part.matchAll(/\s*[,，]\s*|\s+[–—-]\s+|(?<=公司|集[团團])\s+/gu)) {
    const [before, behind] = [part.slice(0, index), part.slice(index + gap.length)];
    const isApart = isAddressLike(behind) || (hasJobWord(behind) && legalFormCountries(behind) === undefined);
    if (endsWithForm(before) && !beginsWithForm(behind) && isApart) return [before, behind];
  }
  return [part];
}

// Chinese names have other words behind their form too.
const endsWithForm = (text: string): boolean =>
  legalFormCountries(text) !== undefined && (!/公司|集[团團]/u.test(text) || /(?:公司|集[团團])$/u.test(text));

/** True for the rest of a name that was cut before its legal form: “LLC, 5 Lake Road”. */
const beginsWithForm = (text: string): boolean => isLegalForm(text.split(/,|\s[–—-]\s/u)[0] ?? '');

const isAddressLike = (text: string): boolean =>
  !text.includes('@') &&
  /\d/.test(text) &&
  (/\p{Script=Han}/u.test(text) ? /[省市区區县縣]/u.test(text) : text.includes(',') && /\p{L}{2}/u.test(text));

/** “Ana Lima, IT Manager” and “Ana Lima – IT Manager” as two parts; “COO, Nordlicht GmbH” and “COO at Nordlicht GmbH” too. */
export function splitJob(parts: readonly string[]): string[] {
  return parts.flatMap((part) => {
    const [before = '', after = ''] = splitBeforeJob(part) ?? splitBehindJob(part) ?? [];
    if (before !== '') return [before, ...splitJob([after])];
    const [, job = '', name = ''] = /^(\S{2,12})\s+(\p{Script=Han}{1,4}\s?\p{Script=Han}{0,4})$/u.exec(part) ?? [];
    return name !== '' && hasJobWord(job) && !hasJobWord(name) ? [job, name] : [part];
  });
}

function splitBeforeJob(part: string): string[] | undefined {
  const [, before = '', after = ''] =
    /^([^,–—]{3,50}?)(?:,|\s[–—-])\s+([^\d]{2,80})$/u.exec(part) ??
    /^(\p{Script=Han}{2,4})\s+([^\d]{2,40})$/u.exec(part) ??
    [];
  return before !== '' && hasJobWord(after) && !hasJobWord(before) && !beginsWithForm(after)
    ? [before, after]
    : undefined;
}

/** A job and the company behind it; a job alone is no company. */
function splitBehindJob(part: string): string[] | undefined {
  const [, before = '', after = ''] = /^(.{2,50}?)(?:,|\s[–—-]|\s(?:at|@|bei|chez))\s+(.{3,100})$/iu.exec(part) ?? [];
  return hasJobWord(before) && legalFormCountries(before) === undefined && legalFormCountries(after) !== undefined
    ? [before, after]
    : undefined;
}

/** True for a name that is called like the domain “contoso”. */
export const isLikeDomain = (text: string, prefix: string): boolean => {
  const name = foldKey(text).toLowerCase();
  const ascii = suggestPrefix(text.replace(/[\s.&-]+/g, '')) ?? name;
  if (/[\d@]/.test(text) || hasJobWord(text) || text.length > 60) return false;
  return [name, ascii].some(
    (one) => one.length >= 4 && (one === prefix || (one.startsWith(prefix) && prefix.length >= 6)),
  );
};
