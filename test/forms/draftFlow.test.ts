import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { contextOf } from '../../dialogs/drafts.ts';
import type { Context } from '../../forms/context.ts';
import {
  accept,
  dropAsking,
  ask,
  back,
  draftName,
  dropQuestion,
  stepAfter,
  hasBack,
  isDraftEmpty,
  keepInputs,
  newDraft,
  nextOpen,
  reopen,
  revalidate,
  inputValues,
  stepOf,
  bumpRevision,
  cardTokenOf,
  update,
} from '../../forms/draftFlow.ts';
import { section, sections } from '../../forms/sections.ts';
import { localPartnerCenter } from '../../partner-center/local/localPartnerCenter.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { draft as draftSchema, type Draft, type Values } from '../../model/draft.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { goodAccepted, goodCart, goodValues } from './answers.ts';
import { contextFor, offers, partnerNamed, provider, today } from './contexts.ts';

const start = '2026-03-02T10:00:00.000Z';

/** The rules, offers and resellers of a partner as its local Partner Center gives them, by country. */
async function contexts(partner: Partner): Promise<(accepted: Draft['accepted']) => Context> {
  const now = () => new Date(start);
  const partnerCenter = localPartnerCenter({ partner, documents: memoryDocuments(), now, randomId: randomUUID });
  const byCountry = new Map<string, Context>();
  const first = await contextOf({ partner, partnerCenter, today }, { accepted: {} });
  for (const country of first.market) {
    byCountry.set(country, await contextOf({ partner, partnerCenter, today }, { accepted: { country: { country } } }));
  }
  return (accepted) => {
    const found = byCountry.get(accepted['country']?.['country'] ?? partner.country) ?? first;
    return { ...found, accepted };
  };
}

/** What a partner does at a card; numbers choose among what is there. */
type Deed =
  | { readonly kind: 'next' | 'wrong' | 'back' | 'cancel' | 'startOver' | 'ask' | 'edit' }
  | { readonly kind: 'changeCountry' | 'update' | 'change'; readonly pick: number };

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: fc.constant<Deed>({ kind: 'next' }) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom<Deed['kind'][]>('wrong', 'back', 'cancel', 'ask', 'edit')
      .map((kind) => ({ kind }) as Deed),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ kind: 'startOver' }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('changeCountry', 'update', 'change'),
      pick: fc.nat(60),
    }) as fc.Arbitrary<Deed>,
  },
);

/** One draft in a partner's hands; keeps what must never be lost beside it. */
class Desk {
  draft = newDraft('d1', start);
  /** What was accepted last, and what stood typed last, by section. */
  accepted: Record<string, Values> = {};
  typed: Record<string, Values> = {};
  readonly contextOf: (accepted: Draft['accepted']) => Context;
  private pick = 0;

  constructor(contextFor: (accepted: Draft['accepted']) => Context) {
    this.contextOf = contextFor;
  }

  get context(): Context {
    return this.contextOf(this.draft.accepted);
  }

  do(deed: Deed): void {
    this.pick = 'pick' in deed ? deed.pick : 0;
    const before = this.draft;
    const open = nextOpen(before, this.context);
    if (open === 'review') this.atReview(deed.kind, before);
    else this.atSection(deed.kind, before, open);
    if (this.draft !== before) this.draft = bumpRevision(this.draft, start);
    if (deed.kind === 'startOver') {
      this.accepted = {};
      this.typed = {};
    }
  }

  private atReview(kind: Deed['kind'], draft: Draft): void {
    const asked = sections(this.context);
    const chosen = asked[this.pick % asked.length];
    if (kind === 'back') this.draft = back(draft, 'review', this.context);
    if (kind === 'update' && chosen !== undefined) this.draft = update(draft, chosen.id);
    if (kind === 'startOver') this.draft = { ...newDraft('d1', start), revision: draft.revision };
    if (kind === 'cancel') this.draft = dropAsking({ ...draft, asking: 'cancel' });
  }

  private atSection(kind: Deed['kind'], draft: Draft, id: ReturnType<typeof section>['id']): void {
    const one = section(id);
    const { context } = this;
    const shown = inputValues(draft, one, context);
    const type = (values: Values, faults = {}): Draft => {
      this.typed[id] = values;
      return keepInputs(draft, id, values, faults);
    };
    if (kind === 'next') return this.next(id, { ...goodValues(id, context), ...shown });
    if (kind === 'change') return this.next(id, this.changed(id));
    if (kind === 'startOver') this.draft = { ...newDraft('d1', start), revision: draft.revision };
    if (kind === 'cancel') this.draft = dropAsking({ ...type({ ...shown, find: 'x' }), asking: 'cancel' });
    if (kind === 'back') this.draft = back(type({ ...shown, addressLine2: 'Annex' }), id, context);
    if (kind === 'changeCountry' && context.market.length > 1)
      this.draft = reopen(type({ ...shown, city: 'Kiel' }), 'country');
    if (kind === 'edit') this.draft = type(one.edits?.['add']?.(shown, offers[0]?.id ?? '', context) ?? shown);
    if (kind === 'ask' && id === 'company') {
      const suggestion = { country: context.country, addressLine1: '2 Harbour Road', city: 'Redmond' };
      this.draft = ask(type(shown), { kind: 'address', section: 'company', suggestions: [suggestion] });
    }
    if (kind === 'wrong') {
      const parsed = one.parse({}, context);
      this.draft = type({}, 'faults' in parsed ? parsed.faults : {});
    }
  }

  private changed(id: string): Values {
    const { context, pick } = this;
    const { market } = context;
    if (id === 'country') return { country: market[pick % market.length] ?? context.country };
    const good = goodValues(id, context);
    if (id === 'company' && context.cloud.qualification) {
      const chosen = ['none', 'education', 'governmentCommunityCloud'][pick % 3] ?? 'none';
      return { ...good, qualification: chosen, companyName: `Tailspin Toys ${String(pick)}` };
    }
    if (id === 'agreement') return { ...good, signer: pick % 2 === 0 ? 'contact' : 'other' };
    return id === 'subscriptions' ? goodCart(pick % 16) : good;
  }

  private next(id: ReturnType<typeof section>['id'], values: Values): void {
    const { draft, context } = this;
    const one = section(id);
    const typed = one.readInputs(
      values,
      { ...inputValues(draft, one, context), ...(id === 'subscriptions' ? values : {}) },
      context,
    );
    const parsed = one.parse(typed, context);
    if ('faults' in parsed) {
      this.typed[id] = typed;
      this.draft = keepInputs(draft, id, typed, parsed.faults);
      return;
    }
    delete this.typed[id];
    this.accepted[id] = parsed.answers;
    const accepted = accept(draft, id, parsed.answers);
    this.draft = revalidate(accepted, this.contextOf(accepted.accepted), id);
  }
}

const partners = [
  'Fabrikam Distribution',
  'Contoso Direct',
  'Woodgrove Public',
  'Tailspin China Distribution',
  'Proseware Russia',
  'Wide World France',
];

describe('a draft, whatever is pressed', () => {
  const made: ((accepted: Draft['accepted']) => Context)[] = [];
  before(async () => {
    for (const name of partners) made.push(await contexts(partnerNamed(name)));
  });

  /** Holds after every press of any sequence, of a draft that is new or complete, for every partner. */
  const always = (check: (desk: Desk, before: Draft) => void): void => {
    for (const makeContext of made) {
      const run = fc.property(fc.boolean(), fc.array(deeds, { maxLength: 25, size: 'max' }), (complete, sequence) => {
        const desk = new Desk(makeContext);
        if (complete) for (let card = 0; card < 8; card++) desk.do({ kind: 'next' });
        for (const deed of sequence) {
          const { draft } = desk;
          desk.do(deed);
          check(desk, draft);
        }
      });
      fc.assert(run, { numRuns: 12 });
    }
  };

  it('keeps every accepted answer until another takes its place', () => {
    always(({ draft, accepted }) => assert.deepEqual({ ...draft.accepted }, accepted));
  });

  it('keeps every typed text until it is accepted', () => {
    always(({ draft, typed }) => {
      for (const [id, values] of Object.entries(typed)) assert.deepEqual(draft.typed[id], values, id);
    });
  });

  it('is at the review only when every section stands under the present rules', () => {
    always(({ draft, context }) => {
      if (nextOpen(draft, context) !== 'review') return;
      for (const one of sections(context)) {
        const answers = draft.accepted[one.id];
        assert.ok(answers !== undefined, one.id);
        assert.ok('answers' in one.parse(one.readInputs(answers, answers, context), context), one.id);
      }
    });
  });

  it('has nothing left to be asked again when what is behind a changed section was judged', () => {
    always(({ draft, context }) => assert.deepEqual(revalidate(draft, context), draft));
  });

  it('has another token after every press that is taken', () => {
    always(({ draft }, before) => {
      if (draft === before) return;
      assert.ok(draft.revision > before.revision);
      assert.notEqual(cardTokenOf(draft), cardTokenOf(before));
    });
  });

  it('goes to the card before at Back, to the review where Update came from there, and stays at the first', () => {
    always(({ draft, context }) => {
      const open = nextOpen(draft, context);
      const after = nextOpen(back(draft, open, context), context);
      const steps = stepOf(after, context).n - stepOf(open, context).n;
      if (!hasBack(draft, open, context)) assert.equal(after, open);
      else if (draft.updating === open) assert.equal(after, 'review');
      else assert.equal(steps, -1);
    });
  });

  it('is back at the review after Update and Back', () => {
    always(({ draft, context }) => {
      if (nextOpen(draft, context) !== 'review') return;
      for (const { id } of sections(context)) {
        const opened = update(draft, id);
        assert.equal(nextOpen(opened, context), id);
        assert.equal(hasBack(opened, id, context), true);
        const closed = back(keepInputs(opened, id, { find: 'typed' }), id, context);
        assert.equal(nextOpen(closed, context), 'review');
        assert.deepEqual(closed.accepted, draft.accepted);
      }
    });
  });

  it('is asked a question only at the card it is about', () => {
    always(({ draft, context }) => {
      if (draft.question !== undefined) assert.equal(nextOpen(draft, context), draft.question.section);
    });
  });

  it('can be stored', () => always(({ draft }) => assert.deepEqual(draftSchema.parse(draft), draft)));

  it('leads to the review by Next alone', () => {
    for (const makeContext of made) {
      const desk = new Desk(makeContext);
      for (let step = 0; step < 8; step++) desk.do({ kind: 'next' });
      assert.equal(nextOpen(desk.draft, desk.context), 'review');
    }
  });
});

describe('a draft', () => {
  const contextWith = (accepted: Draft['accepted']) => contextFor(provider, accepted);
  const accepted = goodAccepted(contextWith);
  const complete: Draft = { ...newDraft('d1', start), accepted };

  it('is empty until something is entered', () => {
    const fresh = newDraft('d1', start);
    assert.equal(isDraftEmpty(fresh), true);
    assert.equal(isDraftEmpty(keepInputs(fresh, 'country', {})), true);
    assert.equal(isDraftEmpty(keepInputs(fresh, 'country', { country: 'US' })), false);
    assert.equal(isDraftEmpty(complete), false);
  });

  it('goes by the company’s name, accepted or typed', () => {
    const fresh = newDraft('d1', start);
    assert.equal(draftName(fresh), '');
    assert.equal(draftName(keepInputs(fresh, 'company', { companyName: 'Tail' })), 'Tail');
    assert.equal(draftName(complete), 'Tailspin Toys');
  });

  it('asks again what another country refuses, with what was entered and what is wrong', () => {
    const partner = partnerNamed('Wide World France');
    const german = goodAccepted((before) => contextFor(partner, before), { country: { country: 'DE' } });
    const moved = { ...german, country: { country: 'HU' } };
    const judged = revalidate({ ...newDraft('d1', start), accepted: moved }, contextFor(partner, moved));
    assert.equal(nextOpen(judged, contextFor(partner, moved)), 'company');
    assert.deepEqual(judged.invalidated, ['company']);
    assert.equal(judged.typed['company']?.['companyName'], 'Tailspin Spielwaren');
    assert.deepEqual(Object.keys(judged.faults['company'] ?? {}).toSorted(), [
      'organizationPhone',
      'postalCode',
      'registrationNumber',
    ]);
    assert.equal(judged.typed['company']?.['culture'], 'hu-HU');
    assert.deepEqual(judged.accepted, moved);
  });

  it('keeps what was typed on a card that another answer opens again', () => {
    const partner = partnerNamed('Wide World France');
    const german = goodAccepted((before) => contextFor(partner, before), { country: { country: 'DE' } });
    const moved = { ...german, country: { country: 'HU' } };
    const typed = { companyName: 'Half a na' };
    const left = keepInputs({ ...newDraft('d1', start), accepted: moved }, 'company', typed);
    const judged = revalidate(left, contextFor(partner, moved));
    assert.deepEqual(judged.typed['company'], typed);
    assert.equal(judged.faults['company']?.['city']?.key, 'fault.required');
  });

  it('does not say twice what was invalidated', () => {
    const partner = partnerNamed('Wide World France');
    const moved = {
      ...goodAccepted((before) => contextFor(partner, before), { country: { country: 'DE' } }),
      country: { country: 'HU' },
    };
    const context = contextFor(partner, moved);
    const once = revalidate({ ...newDraft('d1', start), accepted: moved }, context);
    assert.deepEqual(revalidate(once, context), once);
  });

  it('asks again the qualification when another one is chosen', () => {
    const school = goodAccepted(contextWith, {
      ...accepted,
      company: { ...accepted['company'], qualification: 'education' },
    });
    const changed = { ...school, company: { ...school['company'], qualification: 'governmentCommunityCloud' } };
    const judged = revalidate({ ...complete, accepted: changed }, contextWith(changed));
    assert.equal(nextOpen(judged, contextWith(changed)), 'qualification');
  });

  it('says which card follows, so that its button can', () => {
    const fresh = newDraft('d1', start);
    assert.equal(stepAfter(fresh, 'country', contextWith({})), 'company');
    assert.equal(stepAfter(complete, 'company', contextWith(accepted)), 'review');
    assert.equal(stepAfter(reopen(complete, 'subscriptions'), 'company', contextWith(accepted)), 'subscriptions');
  });

  it('counts its cards, the review last', () => {
    assert.deepEqual(stepOf('country', contextWith({})), { n: 1, m: 7 });
    assert.deepEqual(stepOf('review', contextWith(accepted)), { n: 7, m: 7 });
  });

  it('shows the inputs again when its question is dropped', () => {
    const suggestion = { country: 'US', addressLine1: '2 Harbour Road', city: 'Redmond' };
    const asked = ask(update(complete, 'company'), { kind: 'address', section: 'company', suggestions: [suggestion] });
    const dropped = dropQuestion(asked);
    assert.equal(dropped.question, undefined);
    assert.equal(nextOpen(dropped, contextWith(accepted)), 'company');
  });
});
