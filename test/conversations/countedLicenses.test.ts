import assert from 'node:assert/strict';
import { type Locale, locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { existing, offer } from './existing.ts';
import { answersIn, changed, partnerOf } from './walk.ts';

const bot = useTestBot();
const partner = partnerOf(2);
const person = (locale: Locale): Client => client(bot(), { manner: 'teams', partner, locale });

/** Sentences about the 40 licenses that Northwind has of E3, with `|` between them, by the number that is filled in. */
const counted: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    '43': 'three new starters at northwind, they each need an E3|northwind hired 3 people and they all need E3|northwind is growing by 3 people, E3 for all of them|top northwind’s E3 up by 3',
    '44': 'northwind is short 4 E3|northwind wants 4 more on top of the 40 E3 they have',
    '45': 'raise northwind’s E3 from 40 to 45|bump northwind E3 up to 45|northwind needs 45 E3 in total|get northwind up to a total of 45 E3',
    '35': 'northwind laid off five people so they won’t need those E3s|cut northwind E3 by 5|bring northwind’s E3 down by 5|northwind E3 down to 35 please|northwind only needs 35 E3 now|northwind cut a department, leave them 35 E3|northwind lost 5 employees, take their E3 away',
    '40': 'so northwind has 9 people now and everybody needs E3|change northwind’s E3 by 9',
  },
  ru: {
    '43': 'нортвинд вырос на 3 человека, всем E3|в нортвинд взяли троих, всем нужен E3|нортвинду E3 подними на 3|нортвинду ещё три E3 сверх имеющихся 40',
    '44': 'нортвинду не хватает 4 E3|в нортвинд пришли ещё 4 сотрудника, им нужны E3',
    '45': 'подними нортвинду E3 с 40 до 45|увеличь нортвинду E3 до 45|добавь нортвинду E3, чтобы стало 45|у нортвинда было 40 E3, стало 45',
    '35': 'у нортвинда сократили отдел, оставь им 35 E3|нортвинд уволил пятерых, их E3 больше не нужны|сократи лицензии E3 нортвинда на пять|нортвинду E3 снизить до 35|нортвинду хватит 35 E3|нортвинд потерял пятерых сотрудников, снимите их E3',
    '40': 'теперь в нортвинде 9 человек, всем E3',
  },
  'zh-TW': {
    '43': 'Northwind來了3個新人，每人要一個E3|Northwind招了三個人，都要E3|Northwind的E3再多3個|Northwind現有40個E3，再加3個',
    '44': 'Northwind還差4個E3|Northwind多了4個員工，都要E3',
    '45': 'Northwind的E3從40調到45|Northwind的E3補到45個|Northwind總共要45個E3|Northwind的E3原本40個，現在要45個',
    '35': 'Northwind裁了五個人，E3不用了|Northwind的E3砍5個|Northwind的E3降到35個|Northwind的E3只要35個就好|Northwind縮編，E3減為35|Northwind裁了一個部門，給他們留35個E3',
    '40': 'Northwind現在9個人，每個人都要E3',
  },
  'zh-CN': {
    '43': 'northwind来了3个新人，每人一个E3|northwind招了三个人，都要E3|northwind的E3再多3个|northwind现有40个E3，再加3个',
    '44': 'northwind还差4个E3|northwind多了4个员工，都要E3',
    '45': 'northwind的E3从40调到45|northwind的E3补到45个|northwind一共要45个E3|northwind的E3原来40个，现在要45个',
    '35': 'northwind裁了五个人，E3不用了|northwind的E3砍5个|northwind的E3降到35个|northwind的E3只要35个就行|northwind缩编，E3减为35|northwind裁了一个部门，给他们留35个E3',
    '40': 'northwind现在9个人，每人都要E3',
  },
};

describe('a number of licenses in a sentence', () => {
  let tenant = '';

  before(async () => {
    const user = person('en');
    const named = changed(answersIn(), { company: { companyName: 'Northwind Traders' } });
    tenant = (await existing(bot(), user, partner, [offer.e3], named)).microsoftId ?? '';
    await user.say('northwind: 40 e3');
    await user.press('setLicenses', { quantity: '40' });
    if (user.has('setLicenses ')) await user.press('setLicenses');
    await user.until(words('en').t('changed.title'));
  });

  for (const locale of locales)
    it(`is so many more or fewer, or the number there shall be, and none is filled in where that is open: ${locale}`, async () => {
      const user = person(locale);
      const { t } = words(locale);
      for (const [quantity, texts] of Object.entries(counted[locale]))
        for (const text of texts.split('|')) {
          await user.say(text);
          assert.equal(
            user.inputs()['quantity']?.value,
            quantity,
            `${text}: ${user.title()} ${user.lines().join(' ')}`,
          );
          const isSaid = user.lines().some((line) => line === t('sentence.unclearNumber', { n: 9 }));
          assert.equal(isSaid, quantity === '40', text);
        }
      assert.deepEqual(
        (await bot().subscriptionsOf(partner, tenant)).map(({ quantity }) => quantity),
        [40],
      );
    });
});
