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

/** Characters that Chinese numbers below a thousand are written with, of the script that texts are folded to. */
export const chineseDigits = `${Object.keys(values).join('')}十百`;

/** Words that stand behind a count of licenses, of the same script. */
export const chineseCounters = '个套份组位家';

/** A number below a thousand by its Chinese characters: 二十五, 一百二十; undefined for another text. */
export function chineseNumber(text: string): number | undefined {
  const [, hundreds, tensSign, units] = /^(?:(.)百)?(?:零?((?:.?)十))?零?(.)?$/u.exec(text) ?? [];
  if (text === '' || Array.from(text).some((one) => !`${chineseDigits}零`.includes(one))) return undefined;
  const tens = tensSign === undefined ? 0 : (values[tensSign.slice(0, -1)] ?? 1);
  return (values[hundreds ?? ''] ?? 0) * 100 + tens * 10 + (values[units ?? ''] ?? 0);
}
