const values: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** Characters that Chinese numbers are written with, of the script that texts are folded to. */
export const chineseDigits = `${Object.keys(values).join('')}十百千万零`;

/** Words that stand behind a count of licenses, of the same script. */
export const chineseCounters = '个套份组位家';

/** Source of an expression for such a number in a text: 百度 and 万科 are names. */
export const chineseNumberSource = `(?![百千万零])[${chineseDigits}]{1,9}`;

const sectionOfNumber =
  /^(?:([^十百千万零])千)?(?:零?([^十百千万零])百)?(?:零?([^十百千万零]?)(十))?零?([^十百千万零])?$/u;

/** A number below ten thousand; undefined where it is none. */
function belowTenThousand(text: string): number | undefined {
  const found = sectionOfNumber.exec(text);
  if (found === null || text === '') return undefined;
  const [, thousands = '', hundreds = '', tens = '', ten, units = ''] = found;
  const upTo = (values[thousands] ?? 0) * 1000 + (values[hundreds] ?? 0) * 100;
  return upTo + (ten === undefined ? 0 : (values[tens] ?? 1) * 10) + (values[units] ?? 0);
}

/** A number by its Chinese characters: 二十五, 一百二十, 一千两百, 三万; undefined for another text. */
export function chineseNumber(text: string): number | undefined {
  if (Array.from(text).some((one) => !chineseDigits.includes(one))) return undefined;
  const [, above = '', below = ''] = /^(?:(.+)万)?(.*)$/u.exec(text) ?? [];
  // 一千二 is 1,200.
  const [, so = '', last = ''] = /^(.*[百千万])([^十百千万零])$/u.exec(text) ?? [];
  if (last !== '') return (chineseNumber(so) ?? 0) + ((values[last] ?? 0) * lastUnit(so)) / 10;
  const low = below === '' ? 0 : belowTenThousand(below.replace(/^零/u, ''));
  const high = above === '' ? 0 : belowTenThousand(above);
  return text === '' || low === undefined || high === undefined ? undefined : high * 10_000 + low;
}

const lastUnit = (text: string): number => ({ 百: 100, 千: 1000 })[text.at(-1) ?? ''] ?? 10_000;
