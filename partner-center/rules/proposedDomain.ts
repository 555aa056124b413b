import { cleanText } from '../../lib/text.ts';

/** The longest prefix of a domain that the service takes. */
const longest = 27;

/** Legal forms that end a company's name, in Latin letters, without dots, blanks and accents. */
const formsAtEnd: ReadonlySet<string> = new Set(
  [
    'inc incorporated corp corporation co ltd limited llc llp lp plc pllc cic coltd privatelimited',
    'gmbh mbh ggmbh ug ag kg kgaa ohg gbr se sa sas sasu sarl eurl sci snc',
    'srl spa sapa sl slu bv nv vof bvba ab asa as aps oy oyj ltda lda eireli sadecv',
    'spzoo kft zrt nyrt sro doo ood eood ead jsc ojsc cjsc pjsc sia uab ou',
    'ooo oao zao pao tbk sdn bhd pte pty pvt kk gk wll fzco fze',
  ].flatMap((line) => line.split(' ')),
);

/** The most words that a legal form is written in, as in "S.A. de C.V." */
const wordsOfForm = 3;

// ООО «Ромашка», "PT Alpine"; registers write the Russian ones out.
const formsAtStart =
  /^(?:общество с ограниченной ответственностью|(?:\p{L}+ое )?акционерное общество|индивидуальный предприниматель|ооо|оао|зао|пао|нао|ао|ип|тоо|тов|чуп|ooo|oao|zao|pao|pt)(?!\p{L})/iu;

// They stand before or after a name without a blank.
const eastAsianForms = /(?:股份|责任|責任)?有限(?:责任|責任)?公司|株式会社|有限会社|合同会社|주식회사|㈜|\(주\)/gu;

// Where German is spoken Müller is mueller, and elsewhere muller.
const germanCountries: ReadonlySet<string> = new Set(['DE', 'AT', 'CH', 'LI']);
const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The text in lower-case Latin letters and digits, word by word; each Chinese or Korean character is a word. */
async function latinWords(text: string, country: string): Promise<readonly string[]> {
  // Its tables are read when the first name is spelled, not when the bot starts.
  const { default: anyAscii } = await import('any-ascii');
  const lower = text.toLowerCase();
  const spelled = germanCountries.has(country) ? lower.replace(/[äöü]/g, (letter) => umlauts[letter] ?? letter) : lower;
  return anyAscii(spelled)
    .replace(/['’.]/g, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** The words without the legal forms at their end; one word is always left. */
function withoutFormsAtEnd(words: readonly string[]): readonly string[] {
  const counts = Array.from({ length: wordsOfForm }, (_none, index) => wordsOfForm - index);
  const count = counts.find((n) => n < words.length && formsAtEnd.has(words.slice(-n).join('')));
  return count === undefined ? words : withoutFormsAtEnd(words.slice(0, -count));
}

/** As many of the words as fit into a prefix that ends in `ending`, joined; a first word that is too long is cut. */
function joined([first = '', ...others]: readonly string[], ending = ''): string {
  const room = longest - ending.length;
  let stem = first.slice(0, room);
  for (const word of others) {
    if (stem.length + word.length > room) break;
    stem += word;
  }
  return stem === '' ? '' : stem + ending;
}

/** The words of a company's name: those it is known by, and all of them with its legal form, where that is at the end. */
async function nameWords(companyName: string, country: string) {
  const name = cleanText(companyName);
  const bare = name.replace(eastAsianForms, ' ').replace(formsAtStart, ' ').trim();
  const all = await latinWords(bare === '' ? name : bare, country);
  return { all, known: withoutFormsAtEnd(all) };
}

/**
 * The domain prefix a company's name suggests, "Blue Wave GmbH" as "bluewave", without its legal form and in Latin letters
 * whatever its script; undefined for a name that has nothing to make one of.
 */
export async function proposedPrefix(companyName: string, country: string): Promise<string | undefined> {
  const prefix = joined((await nameWords(companyName, country)).known);
  return prefix === '' ? undefined : prefix;
}

/** Other prefixes for a company whose `taken` one is not free, the best first: none of them is checked. */
export async function otherPrefixes(taken: string, companyName: string, country: string): Promise<readonly string[]> {
  const { all, known } = await nameWords(companyName, country);
  const endings = [country.toLowerCase(), '2', '3'];
  const prefixes = [joined(known), joined(all), ...endings.map((ending) => joined([taken], ending))];
  return [...new Set(prefixes)].filter((prefix) => prefix !== '' && prefix !== taken).slice(0, 4);
}
