import assert from 'node:assert/strict';
import { resellerTitles } from '../../cards/labels.ts';
import type { Element } from '../../cards/elements.ts';
import { resellerSection } from '../../forms/resellerSection.ts';
import { words } from '../../locales/words.ts';
import type { Values } from '../../model/draft.ts';
import { contextFor, provider } from './contexts.ts';

const resellers = Array.from({ length: 500 }, (_none, index) => ({
  tenantId: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  mpnId: String(4_000_000 + index),
  name: `Northwind ${String(index)} Ltd`,
}));
const context = contextFor(provider, {}, { resellers });

/** What the list on the card offers, with that typed. */
function listedFor(values: Values): string[] {
  const body = resellerSection.body({ words: words('en'), context, token: 't.1', faults: {}, values }, 0);
  const list = body.find((element: Element) => element.type === 'Input.ChoiceSet');
  assert.ok(list?.type === 'Input.ChoiceSet');
  return (list.choices ?? []).map(({ value }) => value ?? '');
}

describe('resellers of one name', () => {
  it('begin with their MPN ID in the list, which a phone cuts at its end', () => {
    const titleOf = resellerTitles(
      [
        { name: 'Northwind', mpnId: '4000101' },
        { name: 'Northwind', mpnId: '4000102' },
        { name: 'Fabrikam', mpnId: '4000103' },
      ].map((one) => ({ ...one, tenantId: one.mpnId })),
    );
    const [one] = resellers;
    assert.ok(one);
    assert.ok(titleOf({ ...one, name: 'Northwind', mpnId: '4000102' }, words('en')).startsWith('4000102'));
    assert.equal(titleOf({ ...one, name: 'Fabrikam', mpnId: '4000103' }, words('en')), 'Fabrikam');
  });
});

describe('one of five hundred resellers', () => {
  it('is found by letters of its name, in any case and width, and by its MPN ID', () => {
    assert.ok(listedFor({ findReseller: 'northwind 499' }).includes(resellers[499]?.tenantId ?? ''));
    assert.ok(listedFor({ findReseller: 'ＮＯＲＴＨＷＩＮＤ ４９９' }).includes(resellers[499]?.tenantId ?? ''));
    assert.deepEqual(listedFor({ findReseller: '4000499' }), [resellers[499]?.tenantId, 'none']);
  });

  it('stays in the list when it is chosen, whatever is looked for next', () => {
    const chosen = resellers[321]?.tenantId ?? '';
    assert.ok(listedFor({ findReseller: 'nothing like it', reseller: chosen }).includes(chosen));
  });

  it('is accepted though others were listed', () => {
    const chosen = resellers[321]?.tenantId ?? '';
    assert.deepEqual(resellerSection.parse({ reseller: chosen }, context), { answers: { reseller: chosen } });
  });

  it('keeps what was typed to find it, and nothing else it was not asked for', () => {
    assert.deepEqual(resellerSection.readInputs({ findReseller: 'nor', other: 'x' }, {}, context), {
      findReseller: 'nor',
    });
  });
});
