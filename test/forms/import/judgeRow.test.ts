import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasSlashes, readDate, dateOrderOf } from '../../../forms/import/cellReaders.ts';
import { type ColumnName, readHeader } from '../../../forms/import/columns.ts';
import { judgeRow } from '../../../forms/import/judgeRow.ts';
import { cellsOf, type ImportFacts } from '../../../forms/import/row.ts';
import { en } from '../../../locales/en/index.ts';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import type { Draft } from '../../../model/draft.ts';
import { anyText } from '../../anyText.ts';
import { goodAccepted, goodCart } from '../answers.ts';
import { contextFor, provider, partnerNamed } from '../contexts.ts';
import { cellsFor, factsFor, writtenFrom, type Written } from './rows.ts';

const taken: Draft['accepted'] = {
  ...goodAccepted((known) => contextFor(provider, known), { country: { country: 'US' } }),
  subscriptions: goodCart(1),
};
const good = writtenFrom(taken, provider);

const judged = (row: Written, facts: ImportFacts = factsFor(provider)) => judgeRow(cellsFor(row), facts);

const faultsOf = (changes: Written, facts?: ImportFacts): Record<string, string> =>
  Object.fromEntries(judged({ ...good, ...changes }, facts).faults.map(({ column, fault }) => [column, fault.key]));

describe('a row of a new customer', () => {
  const adding = samplePartners.filter(({ type, cloud }) => type !== 'indirect-reseller' && cloud !== 'germany');
  for (const partner of adding) {
    it(`is taken as the cards of ${partner.name} take it, answer for answer`, () => {
      const answers = {
        ...goodAccepted((known) => contextFor(partner, known)),
        subscriptions: goodCart(1),
      };
      const { faults, row } = judged(writtenFrom(answers, partner), factsFor(partner));
      assert.deepEqual(faults, []);
      assert.deepEqual(row?.accepted, answers);
    });
  }

  it('may be for any country of the market, named in any language', () => {
    for (const name of ['DE', 'de', 'Germany', '德國', '德国', 'Германия']) {
      const answers = goodAccepted((known) => contextFor(partnerNamed('Wide World France'), known), {
        country: { country: 'DE' },
      });
      const row = { ...writtenFrom(answers, partnerNamed('Wide World France')), country: name };
      const { faults, row: taken } = judged(row, factsFor(partnerNamed('Wide World France')));
      assert.deepEqual(faults, [], name);
      assert.equal(taken?.accepted['country']?.['country'], 'DE');
    }
  });

  const wrong: readonly (readonly [changes: Written, column: ColumnName, key: string])[] = [
    [{ kind: '' }, 'kind', 'import.fault.askedKind'],
    [{ kind: 'maybe' }, 'kind', 'import.fault.oneOf'],
    [{ country: 'Atlantis' }, 'country', 'import.fault.countryUnknown'],
    [{ country: 'Untied States' }, 'country', 'import.fault.countryMeant'],
    [{ country: 'Germany' }, 'country', 'import.fault.countries'],
    [{ country: 'CN' }, 'country', 'import.fault.countries'],
    [{ companyName: '' }, 'companyName', 'fault.required'],
    [{ companyName: 'LLC' }, 'companyName', 'fault.nameAbbreviation'],
    [{ companyName: 'x'.repeat(256) }, 'companyName', 'fault.tooLong'],
    [{ domain: 'contoso.com' }, 'domain', 'fault.domainPrefixLike'],
    [{ domain: '' }, 'domain', 'fault.required'],
    [{ addressLine1: '' }, 'addressLine1', 'fault.required'],
    [{ state: 'ZZ' }, 'state', 'import.fault.oneOf'],
    [{ state: '' }, 'state', 'fault.required'],
    [{ postalCode: '1' }, 'postalCode', 'fault.postalCode.zip'],
    [{ culture: 'Klingon' }, 'culture', 'import.fault.oneOf'],
    [{ gdap: 'perhaps' }, 'gdap', 'import.fault.oneOf'],
    [{ gdap: 'x' }, 'gdap', 'import.fault.oneOf'],
    [{ qualification: 'nobility' }, 'qualification', 'import.fault.oneOf'],
    [{ qualification: 'Education' }, 'website', 'fault.required'],
    [{ firstName: '' }, 'firstName', 'fault.required'],
    [{ email: 'a@microsoft.com' }, 'email', 'fault.emailMicrosoft'],
    [{ email: `a@${provider.domains[0] ?? ''}` }, 'email', 'fault.emailOwn'],
    [{ phoneNumber: 'call me' }, 'phoneNumber', 'fault.phone'],
    [{ accepted: 'no' }, 'accepted', 'import.fault.notAccepted'],
    [{ accepted: '' }, 'accepted', 'import.fault.notAccepted'],
    [{ accepted: 'x' }, 'accepted', 'import.fault.accepted'],
    [{ accepted: '1' }, 'accepted', 'import.fault.accepted'],
    [{ dateAccepted: '' }, 'dateAccepted', 'fault.date'],
    [{ dateAccepted: 'yesterday' }, 'dateAccepted', 'import.fault.date'],
    [{ dateAccepted: '2025-02-29' }, 'dateAccepted', 'import.fault.noSuchDay'],
    [{ dateAccepted: '1999-01-01' }, 'dateAccepted', 'fault.tooEarly'],
    [{ dateAccepted: '2026-03-03' }, 'dateAccepted', 'fault.future'],
    [{ signerFirstName: 'Bruno' }, 'signerLastName', 'fault.required'],
    [{ reseller: '' }, 'reseller', 'import.fault.reseller'],
    [{ reseller: 'Nobody' }, 'reseller', 'import.fault.reseller'],
    [{ offer: 'Nothing' }, 'offer', 'import.fault.offer'],
    [{ offer: 'Office 365 E3' }, 'offer', 'import.fault.offerMeant'],
    [{ offer: '' }, 'offer', 'fault.required'],
    [{ billing: 'weekly' }, 'billing', 'import.fault.billing'],
    [{ quantity: '1.5' }, 'quantity', 'fault.cart.quantity-not-whole'],
    [{ quantity: '0' }, 'quantity', 'fault.cart.quantity-min'],
  ];

  for (const [changes, column, key] of wrong) {
    it(`is faulted at ${column} with ${key} for ${JSON.stringify(changes).slice(0, 60)}`, () => {
      assert.ok(key in en, key);
      const faults = faultsOf(changes);
      assert.equal(faults[column], key);
      assert.equal(judged({ ...good, ...changes }).row, undefined);
    });
  }

  it('is told all of its faults at once', () => {
    assert.deepEqual(faultsOf({ companyName: '', postalCode: 'x', email: 'x', accepted: '', quantity: '0' }), {
      companyName: 'fault.required',
      postalCode: 'fault.postalCode.zip',
      email: 'fault.email',
      accepted: 'import.fault.notAccepted',
      quantity: 'fault.cart.quantity-min',
    });
  });

  it('is told of its number beside an offer or a billing that is not known', () => {
    const least = { quantity: 'fault.cart.quantity-min' };
    assert.deepEqual(faultsOf({ offer: 'Nothing', quantity: '0' }), { offer: 'import.fault.offer', ...least });
    assert.deepEqual(faultsOf({ billing: 'weekly', quantity: '0' }), { billing: 'import.fault.billing', ...least });
    assert.deepEqual(faultsOf({ offer: 'Nothing', quantity: 'many' }), {
      offer: 'import.fault.offer',
      quantity: 'fault.cart.quantity-not-whole',
    });
    assert.deepEqual(faultsOf({ offer: 'Nothing', quantity: '5' }), { offer: 'import.fault.offer' });
    assert.deepEqual(faultsOf({ offer: 'Nothing', quantity: '' }), { offer: 'import.fault.offer' });
  });

  it('is for nobody where the partner cannot add customers', () => {
    assert.deepEqual(faultsOf({}, factsFor(provider, { noNewReason: 'refusal.reseller' })), {
      kind: 'refusal.reseller',
    });
  });

  it('orders a line for each offer, and names the line of a fault', () => {
    const [one, other] = [goodCart(2)['offer-0'] ?? '', goodCart(2)['offer-1'] ?? ''];
    const header = ['kind', ...Object.keys(good)] as ColumnName[];
    const row = { ...good, kind: 'new' };
    const base = header.slice(1).filter((name) => !['offer', 'billing', 'quantity'].includes(name));
    const columns = readHeader([...base, 'offer', 'billing', 'quantity', 'offer', 'billing', 'quantity']);
    const cells = [...base.map((name) => row[name] ?? ''), one, 'annual', '5', other, 'annual', 'many'];
    const { faults } = judgeRow(cellsOf(cells, columns), factsFor(provider));
    assert.deepEqual(faults, [
      {
        column: 'quantity',
        line: 1,
        fault: { key: 'fault.cart.quantity-not-whole', data: faults[0]?.fault.data },
      },
    ]);
    const fine = judgeRow(cellsOf([...cells.slice(0, -1), '7'], columns), factsFor(provider));
    assert.equal(fine.row?.accepted['subscriptions']?.['count-1'], '7');
  });

  it('may write what it says as people do', () => {
    const { faults, row } = judged({
      ...good,
      country: 'USA',
      state: 'Вашингтон',
      postalCode: 'WA 98052 6399',
      domain: 'https://tailspintoys.onmicrosoft.com/',
      email: 'Anna Lind <anna@tailspin.example>',
      phoneNumber: 'Tel.: 001 425 555 0100 ext. 7',
      dateAccepted: 'March 1, 2026 10:30 AM',
      quantity: '1 000',
    });
    assert.deepEqual(faults, []);
    const { company, contact, agreement, subscriptions } = row?.accepted ?? {};
    assert.deepEqual(
      [company?.['state'], company?.['postalCode'], company?.['domainPrefix']],
      ['WA', '98052-6399', 'tailspintoys'],
    );
    assert.deepEqual([contact?.['email'], contact?.['phoneNumber']], ['anna@tailspin.example', '+14255550100;ext=7']);
    assert.equal(agreement?.['dateAccepted'], '2026-03-01');
    assert.equal(subscriptions?.['count-0'], '1000');
  });

  it('takes what our own files keep from computing as it was', () => {
    const { row } = judged({ ...good, phoneNumber: "'+1 425 555 0100" });
    assert.equal(row?.accepted['contact']?.['phoneNumber'], taken['contact']?.['phoneNumber']);
  });

  it('raises nothing, whatever its cells hold, and every fault has words', () => {
    const names = Object.keys(good) as ColumnName[];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        anyText(20),
        fc.constantFrom(...names),
        anyText(20),
        (one, a, other, b) => {
          for (const { fault } of judged({ ...good, [one]: a, [other]: b }).faults)
            assert.ok(fault.key in en, fault.key);
        },
      ),
    );
  });
});

describe('a row of an existing customer', () => {
  const existing = { kind: 'existing', companyName: 'Contoso', domain: 'contoso.com' } as const;
  const keysOf = (row: Written, facts?: ImportFacts) =>
    Object.fromEntries(judged(row, facts).faults.map(({ column, fault }) => [column, fault.key]));

  it('needs a name, and a domain or a Microsoft ID', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    assert.deepEqual(keysOf(existing), {});
    assert.deepEqual(keysOf({ kind: 'existing', companyName: 'Contoso', microsoftId: `{${id.toUpperCase()}}` }), {});
    assert.deepEqual(keysOf({ kind: 'existing', companyName: 'Contoso' }), { domain: 'import.fault.unidentified' });
    assert.deepEqual(keysOf({ ...existing, companyName: '' }), { companyName: 'fault.required' });
    assert.deepEqual(keysOf({ ...existing, domain: 'not a domain' }), { domain: 'import.fault.domain' });
    assert.deepEqual(keysOf({ ...existing, microsoftId: '12' }), { microsoftId: 'import.fault.microsoftId' });
    assert.deepEqual(keysOf({ ...existing, relationship: 'friends' }), { relationship: 'import.fault.oneOf' });
    assert.deepEqual(keysOf({ ...existing, country: 'Atlantis' }), { country: 'import.fault.countryUnknown' });
    assert.deepEqual(keysOf({ ...existing, email: 'x' }), { email: 'fault.email' });
  });

  it('keeps what is said of the contact, each by itself', () => {
    const { row } = judged({ ...existing, email: 'Ana@Contoso.example' });
    assert.deepEqual(row?.accepted['contact'], { email: 'Ana@Contoso.example' });
    assert.deepEqual(judged({ ...existing, lastName: 'Lima' }).row?.accepted['contact'], { lastName: 'Lima' });
    assert.equal(judged(existing).row?.accepted['contact'], undefined);
  });

  it('is what every row is where the file does not say, as in the list of Partner Center', () => {
    const columns = readHeader(['microsoftId', 'companyName', 'domain', 'relationship']);
    const cells = ['11111111-2222-4333-8444-555555555555', 'Contoso', 'Contoso.onmicrosoft.com', 'Reseller'];
    const { kind, row } = judgeRow(cellsOf(cells, columns), factsFor(provider));
    assert.equal(kind, 'existing');
    assert.ok(row?.kind === 'existing');
    assert.deepEqual([row.domain, row.relationship], ['contoso.onmicrosoft.com', 'reseller']);
  });

  it('takes a prefix for a domain of the cloud, and has no relationship where the row says none', () => {
    const { row } = judged({ ...existing, domain: 'Contoso' });
    assert.ok(row?.kind === 'existing');
    assert.deepEqual([row.domain, row.relationship], ['contoso.onmicrosoft.com', 'none']);
    const invited = judged({ ...existing, relationship: 'invited' }).row;
    assert.equal(invited?.kind === 'existing' ? invited.relationship : '', 'invited');
  });
});

describe('what only says that it is left out', () => {
  it('is taken as the cards begin with, and the row tells so of billing and number', () => {
    const {
      culture: _culture,
      qualification: _none,
      gdap: _gdap,
      billing: _billing,
      quantity: _quantity,
      ...least
    } = good;
    const { faults, row, taken: left } = judged({ ...least, kind: 'new' });
    assert.deepEqual(faults, []);
    assert.ok(row?.kind === 'new');
    assert.equal(row.accepted['company']?.['culture'], 'en-US');
    assert.equal(row.accepted['company']?.['gdap'], 'true');
    const cart = row.accepted['subscriptions'] ?? {};
    assert.deepEqual([cart['plan-0'], cart['count-0']], ['0', '1']);
    assert.deepEqual(
      left?.map(({ column, value }) => [column, value]),
      [
        ['billing', 'P1Y annual'],
        ['quantity', '1'],
      ],
    );
  });

  it('names the columns with values that no card asks for such a customer', () => {
    const more = { website: 'www.school.example', registrationNumber: '123', organizationPhone: '+1 425 555 0100' };
    const { faults, ignored } = judged({ ...good, ...more });
    assert.deepEqual(faults, []);
    assert.deepEqual(ignored?.toSorted(), ['organizationPhone', 'registrationNumber', 'website']);
    assert.deepEqual(judged(good).ignored, []);
  });

  it('is no acceptance, whatever the cards begin with', () => {
    const { accepted: _accepted, ...others } = good;
    assert.deepEqual(Object.keys(faultsOf({ ...others, accepted: '' })), ['accepted']);
  });
});

describe('a date', () => {
  it('is read with the year first, with points, and with slashes in the order of the file', () => {
    for (const typed of [
      '2026-03-01',
      '2026/3/1',
      '2026.03.01',
      '1.3.2026',
      '01.03.2026',
      '2026年3月1日',
      '2026-03-01 00:00:00',
    ])
      assert.equal(readDate(typed, 'mdy'), '2026-03-01', typed);
    assert.equal(readDate('3/1/2026', 'mdy'), '2026-03-01');
    assert.equal(readDate('1/3/2026', 'dmy'), '2026-03-01');
    assert.equal(readDate('soon', 'dmy'), 'soon');
  });

  it('tells its order where one of the file can be read in one way only', () => {
    assert.equal(dateOrderOf(['1/2/2026', '3/13/2026']), 'mdy');
    assert.equal(dateOrderOf(['1/2/2026', '13/3/2026']), 'dmy');
    assert.equal(dateOrderOf(['1/2/2026', '2026-01-01']), undefined);
    assert.equal(dateOrderOf(['13/2/2026', '3/13/2026']), undefined);
    assert.ok(hasSlashes('1/2/2026') && !hasSlashes('2026-01-02'));
  });
});
