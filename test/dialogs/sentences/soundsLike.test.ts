import assert from 'node:assert/strict';
import { soundingLike } from '../../../dialogs/sentences/soundsLike.ts';

const companies = [
  'Contoso Ltd',
  'Tailspin Toys',
  'Wingtip',
  'Northwind Traders',
  'Blue Yonder Airlines',
  'Fourth Coffee',
  'ООО «Ромашка»',
  'Северный ветер',
  '海德電子股份有限公司',
  '山城咖啡',
];

/** Names typed in another script, with the company each sounds like. */
const typed: Readonly<Record<string, string | undefined>> = {
  контосо: 'Contoso Ltd',
  Кантосо: 'Contoso Ltd',
  тейлспин: 'Tailspin Toys',
  тэйлспин: 'Tailspin Toys',
  вингтип: 'Wingtip',
  нортвинд: 'Northwind Traders',
  нортвинда: 'Northwind Traders',
  нортвинду: 'Northwind Traders',
  'блу йондера': 'Blue Yonder Airlines',
  форткоффи: 'Fourth Coffee',
  romashka: 'ООО «Ромашка»',
  'severny veter': 'Северный ветер',
  haide: '海德電子股份有限公司',
  'hai de dian zi': '海德電子股份有限公司',
  shancheng: '山城咖啡',
  // The same script is for the search of typing errors; a few letters are nobody's name.
  contosa: undefined,
  ромашкин: undefined,
  ton: undefined,
  фабрикам: undefined,
};

describe('a name typed in another script', () => {
  for (const [name, company] of Object.entries(typed))
    it(`sounds like ${company ?? 'nobody'}: ${name}`, async () => {
      const found = await soundingLike(
        name,
        companies.map((companyName) => ({ companyName })),
      );
      assert.deepEqual(
        found.map((one) => one.companyName),
        company === undefined ? [] : [company],
      );
    });
});
