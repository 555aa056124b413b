import { refusalCard } from '../../cards/commandCards.ts';
import { countryName } from '../../partner-center/rules/countries.ts';
import { parseCountry } from '../../partner-center/rules/countryNames.ts';
import { nameToDraft, pasteToDraft, readerOf } from '../add/pasteToDraft.ts';
import { countryIn, detailsIn, nameAlone } from '../add/typedCompany.ts';
import type { Turn } from '../turn.ts';
import { inviteRefusal } from '../rights.ts';
import { asWritten } from './politeness.ts';
import { utteranceOf } from './utterance.ts';

/** A place at the end of a sentence, behind its preposition. */
const place = /(?:^|\s)(?:in|from|в|во|из)\s+(\p{L}[\p{L} ]{1,40})$/iu;

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
  const text = asWritten(turn.text);
  const at = text.indexOf(name);
  const pasted = detailsIn(at < 0 ? name : text.slice(at), readerOf(turn))?.pasted;
  if (pasted !== undefined)
    return pasted.elsewhere === undefined ? pasteToDraft(turn, pasted) : refuseCountry(turn, pasted.elsewhere);
  const { companyName, country } = splitCountry(turn.text, nameAlone(name));
  if (country === undefined || readerOf(turn).market.includes(country)) return nameToDraft(turn, companyName, country);
  refuseCountry(turn, country);
}

function refuseCountry({ replies, words, partner }: Turn, country: string): void {
  const reason = words.t('sentence.noMarket', { country: countryName(country, words.locale) });
  replies.show(refusalCard(words, reason, inviteRefusal(partner) === undefined));
}
