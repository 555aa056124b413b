import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Context } from '../../forms/context.ts';
import { section, sections } from '../../forms/sections.ts';
import type { Field } from '../../forms/field.ts';
import type { Section } from '../../forms/section.ts';
import { en } from '../../locales/en/index.ts';
import { words } from '../../locales/words.ts';
import type { Values } from '../../model/draft.ts';
import { anyText } from '../anyText.ts';
import { goodAccepted, goodValues } from './answers.ts';
import { contextFor, offers, partnerNamed, provider } from './contexts.ts';

const contexts: Readonly<Record<string, Context>> = {
  'US provider': contextFor(provider),
  'US provider, school': contextFor(provider, { company: { qualification: 'education' } }),
  'US provider, government community': contextFor(provider, { company: { qualification: 'governmentCommunityCloud' } }),
  'US provider, other signer': contextFor(provider, { agreement: { signer: 'other' } }),
  'US direct': contextFor(partnerNamed('Contoso Direct')),
  'US government': contextFor(partnerNamed('Woodgrove Public Distribution')),
  China: contextFor(partnerNamed('Tailspin China Distribution')),
  Taiwan: contextFor(partnerNamed('Fabrikam Taiwan')),
  Russia: contextFor(partnerNamed('Proseware Russia')),
  Hungary: contextFor(partnerNamed('Wide World France'), { country: { country: 'HU' } }),
};

const each = (run: (one: Section, context: Context, who: string) => void): void => {
  for (const [who, context] of Object.entries(contexts)) for (const one of sections(context)) run(one, context, who);
};

/** Answers that go without saying: the date says that the agreement was accepted, most customers are of no special kind. */
const unsaid: Values = { accepted: 'true', qualification: 'none' };

/** A section as a form of fields. */
const formOf = (one: Section) =>
  'fields' in one ? (one as Section & { fields(context: Context): Readonly<Record<string, Field>> }) : undefined;

const names = (context: Context): string[] => sections(context).map(({ id }) => id);

const textValue = fc.oneof(anyText(30), fc.constantFrom('a'.repeat(4000), '\uD800', 'true', '2026-03-01', '7', '０'));
const known = Object.keys({
  ...goodValues('company', contextFor(provider)),
  ...goodValues('contact', contextFor(provider)),
});
const name = fc.oneof(
  fc.constantFrom(
    ...known,
    'website',
    'signer',
    'accepted',
    'reseller',
    'country',
    'find',
    'offer-0',
    'plan-0',
    'count-0',
  ),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'offer-1', 'count-15', 'plan--1'),
  anyText(10),
);
const offerId = fc.constantFrom(...offers.slice(0, 40).map(({ id }) => id));
const anyValues: fc.Arbitrary<Values> = fc
  .tuple(fc.array(fc.tuple(name, textValue), { maxLength: 12 }), fc.array(offerId, { maxLength: 20 }))
  .map(([entries, ids]) => {
    // As JSON gives it: `__proto__` is an own key here.
    const made = Object.fromEntries(entries);
    ids.forEach((id, index) => (made[`offer-${String(index)}`] = id));
    return made;
  });

describe('the sections that are asked', () => {
  it('are all of them of a provider in the Global cloud, when they are needed', () => {
    const all = { company: { qualification: 'education' }, agreement: { signer: 'other' } };
    assert.deepEqual(names(contextFor(provider, all)), [
      'country',
      'company',
      'qualification',
      'contact',
      'agreement',
      'signer',
      'reseller',
      'subscriptions',
    ]);
  });

  it('are not more than a partner, a cloud and a market call for', () => {
    assert.deepEqual(names(contextFor(partnerNamed('Contoso Direct'))), [
      'country',
      'company',
      'contact',
      'agreement',
      'subscriptions',
    ]);
    assert.deepEqual(names(contextFor(partnerNamed('Woodgrove Public Distribution'))), [
      'country',
      'company',
      'contact',
      'subscriptions',
    ]);
    assert.deepEqual(names(contextFor(partnerNamed('Tailspin China Distribution'))), [
      'company',
      'contact',
      'reseller',
      'subscriptions',
    ]);
    assert.deepEqual(names(contextFor(partnerNamed('Tailspin China'))), ['company', 'contact', 'subscriptions']);
  });

  it('ask a registration ID and a phone where the country does', () => {
    const asked = (who: string): string[] => {
      const parsed = section('company').parse({}, contexts[who] ?? contextFor(provider));
      return 'faults' in parsed ? Object.keys(parsed.faults) : [];
    };
    assert.ok(asked('Russia').includes('registrationNumber') && asked('Russia').includes('organizationPhone'));
    assert.ok(!asked('US provider').includes('registrationNumber'));
  });
});

describe('every section', () => {
  it('takes good answers', () => {
    each((one, context, who) => {
      const parsed = one.parse(goodValues(one.id, context), context);
      assert.ok('answers' in parsed, `${one.id}, ${who}: ${JSON.stringify(parsed)}`);
    });
  });

  it('takes its defaults and what it accepted without a change', () => {
    each((one, context, who) => {
      const parsed = one.parse(goodValues(one.id, context), context);
      if (!('answers' in parsed)) assert.fail();
      const again = one.parse(one.readInputs(parsed.answers, parsed.answers, context), context);
      assert.deepEqual(again, parsed, `${one.id}, ${who}`);
    });
  });

  it('shows every answer on the review', () => {
    each((one, context, who) => {
      const parsed = one.parse(goodValues(one.id, context), context);
      if (!('answers' in parsed)) assert.fail();
      const shown = one.facts(parsed.answers, context, words('en'));
      for (const { name = '', value } of shown) assert.notEqual(name + value, '', `${one.id}, ${who}`);
      const said = shown.map(({ name = '', value }) => `${name} ${value}`).join('\n');
      for (const [name, answer] of Object.entries(parsed.answers)) {
        const inWords = formOf(one)?.fields(context)[name]?.format?.(answer, words('en')) ?? answer;
        const isSaid = unsaid[name] === answer || said.includes(answer) || said.includes(inWords);
        assert.ok(isSaid || one.id === 'subscriptions', `${one.id}, ${who}: ${name} in ${said}`);
      }
      const lines = Object.keys(parsed.answers).filter((key) => key.startsWith('offer-')).length;
      // Several lines have a total.
      if (one.id === 'subscriptions') assert.equal(shown.length, lines > 1 ? lines + 1 : lines, who);
    });
  });

  it('says all of its faults at once, in words of the catalogue', () => {
    each((one, context, who) => {
      const parsed = one.parse({}, context);
      if (one.id === 'subscriptions') return assert.deepEqual(parsed, { answers: {} });
      assert.ok('faults' in parsed, `${one.id}, ${who}`);
      const optional = ['phoneNumber', 'gdap', ...(context.rules.postalCodeRequired ? [] : ['postalCode'])];
      const required = Object.keys(goodValues(one.id, context)).filter((key) => !optional.includes(key));
      assert.deepEqual(Object.keys(parsed.faults).toSorted(), required.toSorted(), `${one.id}, ${who}`);
      for (const { key } of Object.values(parsed.faults)) assert.ok(Object.hasOwn(en, key), key);
    });
  });

  it('never fails, whatever is sent, and keeps nothing it did not ask', () => {
    fc.assert(
      fc.property(anyValues, anyValues, (sent, held) => {
        each((one, context) => {
          const taken = one.readInputs(sent, held, context);
          const parsed = one.parse(taken, context);
          const faults = 'faults' in parsed ? parsed.faults : {};
          one.body({ words: words('en'), context, token: 'd.1', values: taken, faults }, 0);
          if ('answers' in parsed) one.facts(parsed.answers, context, words('en'));
          const asked = new Set([
            ...Object.keys(goodValues(one.id, context)),
            'addressLine2',
            'state',
            'find',
            'findReseller',
          ]);
          for (const key of Object.keys(taken)) {
            assert.ok(asked.has(key) || /^(?:offer|plan|count)-(?:\d|1[0-4])$/.test(key), `${one.id} kept ${key}`);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('answers what it accepted with the same answers', () => {
    const nearlyGood = (one: Section, context: Context) =>
      fc
        .tuple(
          fc.subarray(Object.entries(goodValues(one.id, context))),
          fc.array(fc.tuple(name, textValue), { maxLength: 2 }),
        )
        .map(([good, other]): Values => ({
          ...goodValues(one.id, context),
          ...Object.fromEntries(other),
          ...Object.fromEntries(good),
        }));
    each((one, context) => {
      fc.assert(
        fc.property(nearlyGood(one, context), (values) => {
          const parsed = one.parse(values, context);
          if ('answers' in parsed) assert.deepEqual(one.parse(parsed.answers, context), parsed);
          else for (const { key } of Object.values(parsed.faults)) assert.ok(Object.hasOwn(en, key), key);
        }),
        { numRuns: 20 },
      );
    });
  });

  it('can be answered from beginning to end', () => {
    for (const { partner } of Object.values(contexts)) {
      const accepted = goodAccepted((before) => contextFor(partner, before));
      assert.ok(accepted['subscriptions'] !== undefined);
    }
  });
});

describe('a company', () => {
  const context = contextFor(provider);
  const good = goodValues('company', context);
  const answers = (more: Values): Values => {
    const parsed = section('company').parse({ ...good, ...more }, context);
    return 'answers' in parsed ? parsed.answers : {};
  };

  it('may have its full domain name pasted', () => {
    assert.equal(answers({ domainPrefix: ' Tailspin.onmicrosoft.com ' })['domainPrefix'], 'tailspin');
  });

  it('is shown with its full domain name', () => {
    const facts = section('company').facts(answers({}), context, words('en'));
    assert.ok(facts.some(({ value }) => value === 'tailspintoys.onmicrosoft.com'));
  });

  it('refuses the default admin relationship by saying no, never by leaving it out', () => {
    const { gdap: _gdap, ...without } = good;
    const parsed = section('company').parse(without, context);
    assert.ok('answers' in parsed && parsed.answers['gdap'] === 'false');
  });
});

describe('a school', () => {
  const context = contexts['US provider, school'] ?? contextFor(provider);
  const fault = (website: string): string | undefined => {
    const parsed = section('qualification').parse({ educationSegment: 'K12', website }, context);
    return 'faults' in parsed ? parsed.faults['website']?.key : undefined;
  };

  it('has a website', () => {
    for (const website of ['www.school.example', 'https://school.example/about', 'HTTP://school.example']) {
      assert.equal(fault(website), undefined, website);
    }
    for (const website of ['school', 'www school.example', 'javascript:alert(1)', 'ftp://school.example', 'http://']) {
      assert.equal(fault(website), 'fault.website', website);
    }
  });
});
