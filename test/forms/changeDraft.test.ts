import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toCartLine, newCartRow, cartRows, cartValues, type CartRow } from '../../forms/cartRows.ts';
import { changeRequestOf } from '../../forms/request.ts';
import type { Context } from '../../forms/context.ts';
import {
  accept,
  isDraftEmpty,
  keepInputs,
  newCustomerDraft,
  newDraft,
  bumpRevision,
  update,
} from '../../forms/draftFlow.ts';
import { profileAnswers, rebaseDraft, resetDraft } from '../../forms/changeDraft.ts';
import { section, sections } from '../../forms/sections.ts';
import { hasBack, nextOpen, stepOf } from '../../forms/steps.ts';
import { reopenRefusedLines } from '../../forms/rejectedDraft.ts';
import { words } from '../../locales/words.ts';
import { lineFault } from '../../partner-center/rules/cart.ts';
import { countryRules } from '../../partner-center/rules/countries.ts';
import type { PartnerCenter } from '../../partner-center/partnerCenter.ts';
import { draft as draftSchema, type Values } from '../../model/draft.ts';
import { parts } from '../cards/parts.ts';
import { goodCompany, goodPerson } from './answers.ts';
import { contextFor, offers, partnerNamed, provider } from './contexts.ts';
import { accountOf, begun, cartFor, contextAbout, tailspin } from './changeContexts.ts';

const subscriptions = section('subscriptions');
const company = section('company');

const idsOf = (context: Context): string[] => sections(context).map(({ id }) => id);

const addOn = offers.find(
  ({ addOnTo, segment }) => segment === 'commercial' && offers.some(({ id }) => addOnTo.includes(id)),
);
const base = offers.find(({ id }) => addOn?.addOnTo.includes(id));
const limited = offers.find(
  ({ limit, addOnTo, segment }) => limit === 1 && segment === 'commercial' && addOnTo.length === 0,
);
const plain = offers.find(
  ({ addOnTo, segment, unit, min }) =>
    segment === 'commercial' && addOnTo.length === 0 && unit === 'licenses' && min === 1,
);
if (addOn === undefined || base === undefined || limited === undefined || plain === undefined)
  throw new Error('the recorded offers lack a kind');

const keysOf = (rows: readonly CartRow[], context: Context): Record<string, string> => {
  const parsed = subscriptions.parse(cartValues(rows), context);
  return 'faults' in parsed
    ? Object.fromEntries(Object.entries(parsed.faults).map(([name, { key }]) => [name, key]))
    : {};
};

describe('what is asked about a customer that exists', () => {
  it('is its cart alone, where subscriptions are added', () => {
    for (const name of ['Fabrikam Distribution', 'Contoso Direct', 'Tailspin China Distribution'])
      assert.deepEqual(idsOf(contextAbout(cartFor(), {}, partnerNamed(name))), ['subscriptions']);
  });

  it('is its reseller too, where a provider’s customer has one that is not known', () => {
    const { reseller: _reseller, ...purpose } = { ...cartFor(), reseller: undefined };
    assert.deepEqual(idsOf(contextAbout(purpose)), ['reseller', 'subscriptions']);
    assert.deepEqual(idsOf(contextAbout(purpose, {}, partnerNamed('Contoso Direct'))), ['subscriptions']);
  });

  it('is the company and the primary contact, where the account info is updated', () =>
    assert.deepEqual(idsOf(contextAbout(accountOf())), ['company', 'contact']));

  it('is its country too, where that is not known and there are several', () => {
    const { country: _country, ...purpose } = accountOf();
    assert.deepEqual(idsOf(contextAbout(purpose, {}, partnerNamed('Wide World France'))), [
      'country',
      'company',
      'contact',
    ]);
  });

  it('goes by its country, not by the partner’s', () => {
    const context = contextAbout(accountOf({ country: 'DE' }), { country: { country: 'FR' } });
    assert.deepEqual([context.country, context.rules.country], ['DE', 'DE']);
  });
});

describe('the company of a customer that exists', () => {
  const context = contextAbout(accountOf());
  const names = (one: Context): string[] => {
    const body = company.body({ words: words('en'), context: one, token: 'd.1', values: {}, faults: {} }, 0);
    return parts(body).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  };

  it('has no input for its domain, which is shown', () => {
    assert.ok(!names(context).includes('domainPrefix'));
    assert.ok(names(contextFor(provider)).includes('domainPrefix'));
    const shown = JSON.stringify(
      company.body({ words: words('en'), context, token: 'd.1', values: {}, faults: {} }, 0),
    );
    assert.ok(shown.includes(tailspin.domain));
    assert.ok(!shown.includes('changeCountry'));
  });

  it('takes no domain, qualification or relationship, whatever a press sends', () => {
    const sent = { ...goodCompany.US, domainPrefix: 'stolen', registrationNumber: '1', organizationPhone: '2' };
    const taken = company.readInputs(sent, {}, context);
    const parsed = company.parse(sent, context);
    assert.ok('answers' in parsed);
    for (const values of [taken, parsed.answers])
      for (const name of ['domainPrefix', 'qualification', 'gdap', 'registrationNumber', 'organizationPhone'])
        assert.equal(values[name], undefined);
  });

  it('is judged by the rules of its country', () => {
    const bad = { ...goodCompany.DE, postalCode: '123' };
    const parsed = company.parse(bad, contextAbout(accountOf({ country: 'DE' })));
    assert.ok('faults' in parsed);
    assert.deepEqual(Object.keys(parsed.faults), ['postalCode']);
  });

  it('has its address checked when that changed, and never its domain', async () => {
    const asked: string[] = [];
    const partnerCenter = {
      isDomainFree: async () => assert.fail('its domain is its own'),
      checkAddress: async ({ addressLine1 }: { addressLine1: string }) => {
        asked.push(addressLine1);
        return { status: 'accepted' };
      },
      // The check calls nothing else.
    } as unknown as PartnerCenter;
    const before = { company: goodCompany.US };
    const at = contextAbout(accountOf({ before }));
    assert.equal(await company.check?.({ ...goodCompany.US, companyName: 'Tailspin' }, at, partnerCenter), undefined);
    assert.deepEqual(asked, []);
    await company.check?.({ ...goodCompany.US, addressLine1: '2 Harbour Road' }, at, partnerCenter);
    assert.deepEqual(asked, ['2 Harbour Road']);
  });
});

describe('the cart of a customer that exists', () => {
  it('needs a line at least', () => {
    const empty = subscriptions.parse({}, contextAbout(cartFor()));
    assert.ok('faults' in empty);
    assert.deepEqual(empty.faults, { find: { key: 'fault.cart.empty' } });
    assert.ok('answers' in subscriptions.parse({}, contextFor(provider)));
  });

  it('takes an add-on for what the customer has', () => {
    assert.deepEqual(keysOf([newCartRow(addOn)], contextAbout(cartFor())), { 'count-0': 'fault.cart.needsBaseOf' });
    assert.deepEqual(keysOf([newCartRow(addOn)], contextAbout(cartFor({ owned: [base.id] }))), {});
  });

  it('counts what the customer has against an offer’s limit', () => {
    assert.deepEqual(keysOf([newCartRow(limited)], contextAbout(cartFor())), {});
    const owned = contextAbout(cartFor({ owned: [limited.id] }));
    assert.deepEqual(keysOf([newCartRow(limited)], owned), { 'count-0': 'fault.cart.limit' });
  });

  it('lists the add-ons of one subscription only, where they are wanted for it', () => {
    const purpose = cartFor({
      owned: [base.id],
      base: { subscriptionId: 's1', offerId: base.id, name: base.name },
    });
    const context = contextAbout(purpose);
    const view = { words: words('en'), context, token: 'd.1', faults: {} };
    const offered = (values: Values) =>
      parts(subscriptions.body({ ...view, values }, 0)).flatMap(({ title, data }) =>
        title === 'Add' ? [(data as { argument: string }).argument] : [],
      );
    const fitting = offers.filter(({ addOnTo, segment }) => segment === 'commercial' && addOnTo.includes(base.id));
    assert.deepEqual(
      new Set(offered({})),
      new Set(offered({}).filter((id) => fitting.some((offer) => offer.id === id))),
    );
    assert.equal(offered({}).length, Math.min(10, fitting.length));
    assert.deepEqual(offered({ find: base.name }), []);
    assert.deepEqual(subscriptions.edits?.['add']?.({}, plain.id, context), {}, 'nor does it take another');
    assert.equal(cartRows(subscriptions.edits?.['add']?.({}, addOn.id, context) ?? {})[0]?.offerId, addOn.id);
  });

  it('judges every line as Partner Center’s own rules do, with what is owned', () => {
    const ids = offers.slice(0, 60).map(({ id }) => id);
    const row = fc.record(
      { offerId: fc.constantFrom(...ids), plan: fc.constantFrom('', '0', '1'), count: fc.constantFrom('', '1', '25') },
      { noNullPrototype: true },
    );
    const rows = fc.array(row, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.array(fc.constantFrom(...ids), { maxLength: 8 }), (cart, owned) => {
        const lines = cart.map((one) => toCartLine(one, offers));
        const expected = lines.flatMap((line, index) =>
          lineFault(line, lines, offers, ['commercial'], owned) === undefined ? [] : [`count-${String(index)}`],
        );
        assert.deepEqual(Object.keys(keysOf(cart, contextAbout(cartFor({ owned })))), expected);
      }),
    );
  });

  it('finds no fault in owning more, but for limits', () => {
    fc.assert(
      fc.property(fc.subarray([...offers], { minLength: 1, maxLength: 5 }), fc.subarray([...offers]), (cart, owned) => {
        const context = (ids: readonly string[]) => contextAbout(cartFor({ owned: [...ids] }));
        const rows = cart.map((offer) => newCartRow(offer));
        const poor = keysOf(rows, context([]));
        const rich = keysOf(rows, context(owned.map(({ id }) => id)));
        for (const [name, key] of Object.entries(rich))
          assert.ok(key === 'fault.cart.limit' || poor[name] === key, `${name}: ${key}`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a draft about a customer that exists', () => {
  const known = { company: { ...goodCompany.US }, contact: { ...goodPerson } };

  it('begins at the review where all is known, and is kept as it is stored', () => {
    const draft = begun(accountOf(), known);
    const context = contextAbout(draft.purpose ?? accountOf(), draft.accepted);
    assert.equal(nextOpen(draft, context), 'review');
    assert.deepEqual(stepOf(draft, context), { n: 3, m: 3 });
    assert.deepEqual(draftSchema.parse(structuredClone(draft)), draft);
  });

  it('asks what is not known, with the rest of it standing there', () => {
    const { firstName: _first, ...contact } = goodPerson;
    const draft = begun(accountOf(), { company: { companyName: 'Tailspin Toys' }, contact });
    const context = contextAbout(draft.purpose ?? accountOf(), draft.accepted);
    assert.equal(nextOpen(draft, context), 'company');
    assert.equal(draft.typed['company']?.['companyName'], 'Tailspin Toys');
    assert.equal(draft.typed['company']?.['culture'], 'en-US');
    assert.equal(draft.typed['contact']?.['lastName'], goodPerson['lastName']);
    assert.deepEqual(draft.faults['company'], {});
  });

  it('is untouched until something else is entered', () => {
    for (const draft of [begun(cartFor()), begun(accountOf(), known), begun(accountOf(), { company: {} })]) {
      assert.ok(isDraftEmpty(draft));
      assert.ok(isDraftEmpty(bumpRevision(update(draft, 'company'), '2026-03-02T11:00:00.000Z')));
      assert.ok(!isDraftEmpty(keepInputs(draft, 'contact', { firstName: 'Ann' })));
    }
    const draft = begun(accountOf(), known);
    assert.ok(!isDraftEmpty(accept(draft, 'contact', { ...goodPerson, firstName: 'Ann' })));
  });

  it('starts over with what it began with', () => {
    const draft = begun(accountOf(), known);
    const context = contextAbout(draft.purpose ?? accountOf());
    const changed = bumpRevision(
      accept(draft, 'contact', { ...goodPerson, firstName: 'Ann' }),
      '2026-03-02T11:00:00.000Z',
    );
    assert.deepEqual(resetDraft(changed, context), { ...draft, revision: changed.revision });
    const cart = { ...accept(begun(cartFor()), 'subscriptions', cartValues([newCartRow(plain)])), from: 'a record' };
    assert.deepEqual(resetDraft(cart, contextAbout(cartFor())).accepted, {});
    assert.deepEqual(resetDraft(cart, contextAbout(cartFor())).purpose, cartFor());
    assert.equal(resetDraft(cart, contextAbout(cartFor())).from, 'a record', 'it is erased with the record still');
    assert.deepEqual(
      resetDraft(newDraft('d', 'now'), contextFor(provider)),
      newCustomerDraft('d', 'now', provider),
      'the country is the partner’s own',
    );
  });

  it('of account info catches up with what was changed elsewhere, and keeps what was changed in it', () => {
    const names = ['companyName', 'addressLine1', 'addressLine2', 'city'];
    const change = fc.dictionary(fc.constantFrom(...names), fc.constantFrom('', 'Alpha House', 'Beta House'), {
      noNullPrototype: true,
    });
    const changedBy = (company: Values, changes: Values): Values =>
      Object.fromEntries(Object.entries({ ...company, ...changes }).filter(([, value]) => value !== ''));
    fc.assert(
      fc.property(change, change, (mine, theirs) => {
        fc.pre(
          [mine, theirs].every((one) => ['companyName', 'addressLine1', 'city'].every((name) => one[name] !== '')),
        );
        const draft = begun(accountOf(), known);
        const before = draft.accepted['company'] ?? {};
        const edited = accept(draft, 'company', changedBy(before, mine));
        const now = changedBy(before, theirs);
        const context = contextAbout(draft.purpose ?? accountOf());
        const after = rebaseDraft(edited, [{ ...known, company: now }], context);
        const own = edited.accepted['company'] ?? {};
        for (const name of names) {
          const expected = own[name] === before[name] ? now[name] : own[name];
          assert.equal(after.accepted['company']?.[name], expected, name);
        }
        assert.deepEqual(after.accepted['contact'], edited.accepted['contact']);
        assert.deepEqual(after.purpose?.kind === 'account' ? after.purpose.before['company'] : {}, now);
        assert.equal(rebaseDraft(edited, [known], context), edited, 'nothing was changed elsewhere');
      }),
      { numRuns: 60 },
    );
  });

  it('has no way back from its first card', () => {
    const draft = begun(cartFor());
    assert.ok(!hasBack(draft, contextAbout(cartFor())));
  });
});

describe('what Partner Center knows of a customer, as answers', () => {
  const rules = countryRules('US');
  const billing = {
    companyName: 'Tailspin Toys',
    culture: 'en-us',
    contact: { firstName: 'Anna', lastName: 'Lind', email: 'anna@tailspin.example', phone: '4255550100' },
    address: { country: 'US', addressLine1: '1 Harbour Road', city: 'Redmond', state: 'wa', postalCode: '98052' },
  };

  it('is good as it is, in the country’s own writing', () => {
    const answers = profileAnswers({ companyName: 'Tailspin', billing }, rules);
    assert.equal(answers['company']?.['culture'], 'en-US');
    assert.equal(answers['company']?.['state'], 'WA');
    const draft = begun(accountOf(), answers);
    assert.deepEqual(Object.keys(draft.accepted), ['company', 'contact']);
    assert.equal(draft.accepted['contact']?.['phoneNumber'], '+14255550100');
  });

  it('is the name alone, where there is no profile', () =>
    assert.deepEqual(profileAnswers({ companyName: 'Tailspin' }, rules), {
      company: { companyName: 'Tailspin' },
      contact: {},
    }));
});

describe('what a draft about a customer that exists changes', () => {
  it('is an order of its lines, for the customer’s reseller', () => {
    const [reseller] = provider.resellers ?? [];
    assert.ok(reseller);
    const purpose = cartFor({ reseller: reseller.tenantId });
    const accepted = { subscriptions: cartValues([{ ...newCartRow(plain), count: '7' }]) };
    const what = changeRequestOf(contextAbout(purpose, accepted), purpose, {});
    assert.ok(what.kind === 'order');
    assert.equal(what.partnerIdOnRecord, reseller.mpnId);
    assert.deepEqual(
      what.lines.map(({ offerId, quantity }) => [offerId, quantity]),
      [[plain.id, 7]],
    );
  });

  it('is the account info, and leaves what is recorded and was not asked', () => {
    const purpose = accountOf();
    const { domainPrefix: _domain, qualification: _qualification, gdap: _gdap, ...asked } = goodCompany.US;
    const contact = { ...goodPerson, phoneNumber: '+14255550100' };
    const accepted = { company: { ...asked, city: 'Seattle' }, contact };
    const recorded = {
      company: { ...goodCompany.US, addressLine2: 'Floor 3' },
      contact: { ...contact, firstName: 'Former' },
      agreement: { signer: 'contact' },
    };
    const what = changeRequestOf(contextAbout(purpose, accepted), purpose, recorded);
    assert.ok(what.kind === 'account');
    assert.deepEqual(
      what.sections['company'],
      { ...goodCompany.US, city: 'Seattle' },
      'a line that was emptied is gone',
    );
    assert.deepEqual(what.sections['contact'], contact);
    assert.deepEqual(what.sections['agreement'], { signer: 'other' }, 'who signed stays who signed');
    assert.deepEqual(what.sections['signer'], recorded.contact);
    assert.deepEqual([what.address.city, what.contact.email], ['Seattle', goodPerson['email']]);
    assert.equal(JSON.stringify(what).includes('tailspintoys.onmicrosoft'), false, 'the domain is not sent');
  });
});

describe('an order of which lines were refused', () => {
  const rows = [plain, base, limited].map((one, index) => ({ ...newCartRow(one), count: String(index + 5) }));
  const draft = accept(begun(cartFor()), 'subscriptions', cartValues(rows));

  it('is asked again for those lines alone, each with its fault', () => {
    const asked = reopenRefusedLines(draft, [{}, { fault: { reason: 'quantity' } }, { fault: { reason: 'credit' } }]);
    const context = contextAbout(cartFor(), asked.accepted);
    assert.equal(nextOpen(asked, context), 'subscriptions');
    assert.deepEqual(cartRows(asked.typed['subscriptions'] ?? {}), rows.slice(1));
    assert.deepEqual(asked.faults['subscriptions'], {
      'count-0': { key: 'fault.refused', data: { reason: '@reason.quantity' } },
      'count-1': { key: 'fault.refused', data: { reason: '@reason.credit' } },
    });
    assert.deepEqual(draftSchema.parse(structuredClone(asked)), asked);
  });
});
