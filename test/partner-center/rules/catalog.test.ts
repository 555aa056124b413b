import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  type Offer,
  readCatalogFile,
  recordedOffers,
  searchOffers,
  usableOffers,
} from '../../../partner-center/rules/catalog.ts';
import { anyText } from '../../anyText.ts';

const offers = recordedOffers();
const count = (test: (offer: Offer) => boolean): number => offers.filter(test).length;
const all = { limit: 1000 };
const names = (found: readonly Offer[]): string[] => found.map(({ name }) => name);

describe('the recorded catalogue', () => {
  it('is the one that was recorded', () => {
    assert.equal(new Set(offers.map(({ id }) => id)).size, 274);
    const counts = {
      offers: offers.length,
      trials: count(({ trial }) => trial),
      addOns: count(({ addOnTo }) => addOnTo.length > 0),
      nonprofit: count(({ segment }) => segment === 'nonprofit'),
      fixed: count(({ trial, min, max }) => trial && min === 25 && max === 25),
      once: count(({ limit }) => limit === 1),
      twice: count(({ limit }) => limit === 2),
      usage: count(({ unit }) => unit === 'usage'),
    };
    const recorded = { offers: 274, trials: 17, addOns: 75, nonprofit: 87, fixed: 16, once: 17, twice: 15, usage: 1 };
    assert.deepEqual(counts, recorded);
    assert.deepEqual(
      [...new Set(offers.map(({ min }) => min))].sort((a, b) => a - b),
      [1, 2, 5, 10, 20, 25, 50, 100],
    );
    assert.deepEqual(
      offers.map(({ rank }) => rank),
      offers.map((_offer, index) => index),
    );
  });

  it('sells a year by the year or the month, trials for a month or 45 days, and Azure by the month', () => {
    const plans = new Set(
      offers.map((offer) => offer.plans.map(({ term, billing }) => `${term} ${billing}`).join(', ')),
    );
    assert.deepEqual([...plans].sort(), ['P1M monthly', 'P1M none', 'P1Y annual, P1Y monthly', 'P45D none']);
    assert.equal(offers.find(({ unit }) => unit === 'usage')?.plans[0]?.term, 'P1M');
  });

  it('offers no add-on that nothing in it can carry', () => {
    const usable = usableOffers(offers);
    const ids = new Set(usable.map(({ id }) => id));
    assert.equal(usable.length, 272);
    for (const { name, addOnTo } of usable) assert.ok(addOnTo.length === 0 || addOnTo.some((id) => ids.has(id)), name);
    assert.deepEqual(names(offers.filter(({ id }) => !ids.has(id))), [
      'Microsoft Dynamics CRM Online - Field Service User Add-On',
      'Microsoft Dynamics CRM Online - Project Service Automation User Add-On',
    ]);
  });
});

describe('searching offers', () => {
  it("finds every offer by the first letters of its name's words", () => {
    for (const offer of offers) {
      const letters = offer.name.match(/[\p{L}\p{N}]+/gu) ?? [];
      const query = letters.map((word) => word.slice(0, 1)).join(' ');
      assert.ok(searchOffers(offers, query, all).includes(offer), offer.name);
    }
  });

  it('finds an offer first by its whole name, in any case and width', () => {
    for (const offer of offers) {
      const found = searchOffers(offers, offer.name.toUpperCase(), { limit: 1 });
      assert.equal(found[0]?.name, offer.name);
    }
    assert.equal(searchOffers(offers, 'ｏｆｆｉｃｅ　３６５ Ëntérprise e3', all)[0]?.name, 'Office 365 Enterprise E3');
  });

  it('takes words in any order and answers the same whatever the order', () => {
    assert.equal(searchOffers(offers, 'e3 o365', all)[0]?.name, 'Office 365 Enterprise E3');
    fc.assert(
      fc.property(fc.constantFrom(...offers), fc.nat(), (offer, turn) => {
        const words = offer.name.split(' ');
        const at = turn % words.length;
        const turned = [...words.slice(at), ...words.slice(0, at)].join(' ');
        assert.ok(searchOffers(offers, turned, all).includes(offer));
        assert.deepEqual(searchOffers(offers, turned, all), searchOffers(offers, turned, all));
      }),
    );
  });

  it('puts beginnings of words before letters inside them', () => {
    const found = names(searchOffers(offers, 'line', all));
    const isBeginning = (name: string): boolean => /\bline/i.test(name);
    const inside = found.findIndex((name) => !isBeginning(name));
    assert.ok(inside > 0);
    assert.ok(found.length > inside);
    assert.ok(!found.slice(inside).some(isBeginning));
  });

  it('puts the suites that most customers start with first among equal hits', () => {
    const first = (query: string, n: number): string[] =>
      names(searchOffers(offers, query, { segments: [], limit: n }));
    assert.deepEqual(first('business', 3), [
      'Microsoft 365 Business',
      'Office 365 Business',
      'Office 365 Business Essentials',
    ]);
    assert.ok(first('365', 4).every((name) => name.startsWith('Microsoft 365 ')));
    assert.equal(first('premium', 1)[0], 'Office 365 Business Premium');
  });

  it("puts the partner's own sales before these, the most sold first, and never before a better hit", () => {
    const named = (name: string): string => offers.find((offer) => offer.name === name)?.id ?? name;
    const sold = new Map([
      [named('Office 365 Enterprise E1'), 2],
      [named('Exchange Online (Plan 1)'), 7],
    ]);
    const first = (query: string): string[] => names(searchOffers(offers, query, { sold, limit: 2 }));
    assert.deepEqual(first(''), ['Exchange Online (Plan 1)', 'Office 365 Enterprise E1']);
    assert.equal(first('office 365')[0], 'Office 365 Enterprise E1');
    assert.equal(first('office 365 enterprise e3')[0], 'Office 365 Enterprise E3');
  });

  it('needs every word', () => assert.deepEqual(searchOffers(offers, 'visio xyzzy', all), []));

  it('gives ten ordinary offers when nothing is typed', () => {
    assert.deepEqual(names(searchOffers(offers, ' - ', { limit: 10 })), [
      'Microsoft 365 Business',
      'Microsoft 365 E3',
      'Microsoft 365 E5',
      'Microsoft 365 F1',
      'Office 365 Business',
      'Office 365 Business Essentials',
      'Office 365 Business Premium',
      'Office 365 Cloud App Security',
      'Office 365 Enterprise E1',
      'Office 365 Enterprise E3',
    ]);
  });

  it('keeps to the segment, and to add-ons of what is there', () => {
    const commercial = searchOffers(offers, '', { segments: [], ...all });
    assert.ok(commercial.every(({ segment }) => segment === 'commercial'));
    assert.equal(commercial.length, 274 - 87);
    assert.equal(searchOffers(offers, '', { segments: ['nonprofit'], ...all }).length, 274);
    assert.equal(searchOffers(offers, '', { baseIds: [], ...all }).length, 274 - 75);
    const addOn = offers.find(({ addOnTo }) => addOnTo.length > 0);
    assert.ok(addOn !== undefined);
    const found = searchOffers(offers, addOn.name, { baseIds: addOn.addOnTo.slice(0, 1), ...all });
    assert.ok(found.includes(addOn));
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(anyText(300), (query) => {
        assert.ok(searchOffers(offers, query, { limit: 10 }).length <= 10);
      }),
    );
  });
});

describe("a partner's own catalogue", () => {
  const plan = { term: 'P1Y', billing: 'annual' };
  const read = (json: unknown): readonly Offer[] => readCatalogFile('own.json', () => JSON.stringify(json));

  it('needs only an id, a name, a maximum and a plan for each offer', () => {
    assert.deepEqual(read([{ id: 'a:1', name: 'Contoso Backup', max: 10, plans: [plan] }]), [
      {
        id: 'a:1',
        name: 'Contoso Backup',
        segment: 'commercial',
        unit: 'licenses',
        trial: false,
        min: 1,
        max: 10,
        plans: [plan],
        addOnTo: [],
        rank: 0,
      },
    ]);
  });

  it('that is at fault is told by file, entry and field', () => {
    const good = { id: 'a', name: 'A one', max: 10, plans: [plan] };
    assert.throws(() => read([good, { ...good, id: 'b', plans: [] }]), /own\.json, entry 2: plans: /);
    assert.throws(() => read([{ ...good, min: 11 }]), /own\.json, entry 1: min: must not be above max/);
    assert.throws(() => read([{ ...good, name: 'a\u202Eb' }]), /entry 1: name: /);
    assert.throws(() => read([good, good]), /own\.json, entry 2: id "a" is entry 1's/);
    assert.throws(() => read({}), /own\.json must be a JSON array/);
    assert.throws(() => readCatalogFile('own.json', () => '['), /own\.json is not JSON/);
    assert.throws(() => readCatalogFile('/nowhere/own.json'), /\/nowhere\/own\.json cannot be read: ENOENT/);
  });

  it('may begin with a byte-order mark', () =>
    assert.deepEqual(
      readCatalogFile('own.json', () => '\uFEFF[]'),
      [],
    ));
});
