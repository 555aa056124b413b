import assert from 'node:assert/strict';
import { qualificationGroup } from '../../cards/customers/qualificationCard.ts';
import { words } from '../../locales/words.ts';

describe('a customer with Education', () => {
  for (const [country, isAsked] of [
    ['US', true],
    ['RU', false],
  ] as const)
    it(`in ${country} is ${isAsked ? '' : 'not '}offered another qualification`, () => {
      const group = qualificationGroup({
        words: words('en'),
        ref: 'r1',
        record: { country },
        qualifications: [{ qualification: 'Education', state: 'approved' }],
        can: { add: true, manage: true, remove: true, invite: false, password: true },
      });
      assert.equal(JSON.stringify(group).includes('askQualification'), isAsked);
    });
});
