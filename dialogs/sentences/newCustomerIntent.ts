import { refusalCard } from '../../cards/commandCards.ts';
import { readDetailLine } from '../../forms/paste/detailLine.ts';
import { labelKind } from '../../forms/paste/labels.ts';
import { countryCodes, countryName } from '../../partner-center/rules/countries.ts';
import { parseCountry, similarCountries } from '../../partner-center/rules/countryNames.ts';
import { nameToDraft, pasteToDraft, readerOf } from '../add/pasteToDraft.ts';
import type { Turn } from '../turn.ts';
import { inviteRefusal } from '../rights.ts';
import { utteranceOf } from './utterance.ts';

/** A place at the end of a sentence, behind its preposition. */
const place = /(?:^|\s)(?:in|from|в|во|из)\s+(\p{L}[\p{L} ]{1,40})$/iu;

/** Details behind a name: a comma, and then a digit or a mail address. */
const isDetailed = (name: string): boolean => /[,，;；].*[\d@]/u.test(name);

/** A label and the number behind it, without a mark before them: “ООО «Ромашка» ИНН 7707083893”. */
const labelled = /(?<![,，;；])\s+(?=(\p{L}+)[\s:：№]*\d{5,})/gu;

/** The name with what is typed behind it under labels: “Lark LLC, VAT 7707083893, jane@lark.example”. */
function withDetails(typed: string, name: string): string {
  const at = typed.indexOf(name);
  const whole = at < 0 ? name : typed.slice(at).trim();
  const marked = whole.replaceAll(labelled, (blank, word: string) => (labelKind(word) === undefined ? blank : ', '));
  const [, ...others] = marked.split(/\s*[,，;；]\s*/u);
  const isLabelled = others.some((part) => labelKind(/^\p{L}+/u.exec(part)?.[0] ?? '') !== undefined);
  return isLabelled ? marked : name;
}

/** The country that a word in a sentence names: as it is called, or as Russian declines it. */
const countryIn = (word: string): string | undefined =>
  parseCountry(word) ?? (/\p{Script=Cyrillic}/u.test(word) ? similarCountries(word, countryCodes())[0] : undefined);

/** The country of a new customer and its name without it; the name alone where no country is named. */
function splitCountry(typed: string, name: string): { companyName: string; country?: string } {
  const text = typed.trim().replace(/[\s.!?。！？]+$/u, '');
  const said = place.exec(text)?.[1] ?? '';
  const country = said === '' ? undefined : countryIn(said);
  if (country !== undefined) {
    const at = name.toLowerCase().lastIndexOf(said.toLowerCase());
    const before = at < 0 ? name : name.slice(0, at).replace(/\s*(?:in|from|в|во|из)\s*$/iu, '');
    return { companyName: before.trim(), country };
  }
  // 加 is the beginning of 加拿大, and a word for adding.
  const { folded } = utteranceOf(typed);
  const at = /\p{Script=Han}/u.test(name) ? folded.indexOf(utteranceOf(name).folded) : -1;
  const known = at < 0 ? undefined : (parseCountry(name) ?? parseCountry(folded.slice(at - 1, at + name.length)));
  return known === undefined ? { companyName: name } : { companyName: '', country: known };
}

/**
 * Opens the form of a new customer with its name, and with the country and the details that stand behind it. For a country
 * that the partner cannot add customers in, it says so alone: a form would be for another country.
 */
export async function addNamed(turn: Turn, name: string): Promise<void> {
  const reader = readerOf(turn);
  const detailed = isDetailed(name) ? name : withDetails(turn.text, name);
  if (isDetailed(detailed)) {
    const details = readDetailLine(detailed, reader);
    return details.elsewhere === undefined ? pasteToDraft(turn, details) : refuseCountry(turn, details.elsewhere);
  }
  const { companyName, country } = splitCountry(turn.text, name);
  if (country === undefined || reader.market.includes(country)) return nameToDraft(turn, companyName, country);
  refuseCountry(turn, country);
}

function refuseCountry({ replies, words, partner }: Turn, country: string): void {
  const reason = words.t('sentence.noMarket', { country: countryName(country, words.locale) });
  replies.show(refusalCard(words, reason, inviteRefusal(partner) === undefined));
}
