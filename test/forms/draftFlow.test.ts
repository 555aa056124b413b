import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { contextOf } from '../../dialogs/drafts.ts';
import type { Context } from '../../forms/context.ts';
import {
  accept,
  dropAsking,
  ask,
  draftName,
  dropQuestion,
  isDraftEmpty,
  keepInputs,
  newCustomerDraft,
  newDraft,
  reopen,
  revalidate,
  inputValues,
  bumpRevision,
  cardTokenOf,
  update,
} from '../../forms/draftFlow.ts';
import { sections } from '../../forms/sections.ts';
import { back, hasBack, nextOpen, openSections, sectionsAfter, stepOf } from '../../forms/steps.ts';
import type { Section, SectionId } from '../../forms/section.ts';
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
  draft: Draft;
  /** What was accepted last, and what stood typed last, by section. */
  accepted: Record<string, Values>;
  typed: Record<string, Values> = {};
  readonly contextOf: (accepted: Draft['accepted']) => Context;
  private pick = 0;

  constructor(contextFor: (accepted: Draft['accepted']) => Context) {
    this.contextOf = contextFor;
    this.draft = newCustomerDraft('d1', start, contextFor({}).partner);
    this.accepted = { ...this.draft.accepted };
  }

  get context(): Context {
    return this.contextOf(this.draft.accepted);
  }

  do(deed: Deed): void {
    this.pick = 'pick' in deed ? deed.pick : 0;
    const before = this.draft;
    const open = openSections(before, this.context);
    if (deed.kind === 'startOver') this.startOver();
    else if (open.length === 0) this.atReview(deed.kind, before);
    else this.atStep(deed.kind, before, open);
    if (this.draft !== before) this.draft = bumpRevision(this.draft, start);
  }

  private startOver(): void {
    this.draft = { ...newCustomerDraft('d1', start, this.context.partner), revision: this.draft.revision };
    this.accepted = { ...this.draft.accepted };
    this.typed = {};
  }

  private atReview(kind: Deed['kind'], draft: Draft): void {
    const asked = sections(this.context);
    const chosen = asked[this.pick % asked.length];
    if (kind === 'back') this.draft = back(draft, this.context);
    if (kind === 'update' && chosen !== undefined) this.draft = update(draft, chosen.id);
    if (kind === 'cancel') this.draft = dropAsking({ ...draft, asking: 'cancel' });
  }

  private atStep(kind: Deed['kind'], draft: Draft, open: readonly Section[]): void {
    const { context } = this;
    const shown = (one: Section): Values => inputValues(draft, one, context);
    /** Something typed into every section of the card. */
    const typing = (into: (one: Section) => Values): Draft =>
      open.reduce((so, one) => this.type(so, one.id, into(one)), draft);
    if (kind === 'next') return this.next(open, (one) => ({ ...goodValues(one.id, context), ...shown(one) }));
    if (kind === 'change') return this.next(open, ({ id }) => this.changed(id));
    if (kind === 'cancel')
      this.draft = dropAsking({ ...typing((one) => ({ ...shown(one), find: 'x' })), asking: 'cancel' });
    if (kind === 'back')
      this.draft = back(
        typing((one) => ({ ...shown(one), addressLine2: 'Annex' })),
        context,
      );
    if (kind === 'changeCountry' && context.market.length > 1)
      this.draft = update(
        typing((one) => ({ ...shown(one), city: 'Kiel' })),
        'country',
      );
    if (kind === 'edit')
      this.draft = typing((one) => one.edits?.['add']?.(shown(one), offers[0]?.id ?? '', context) ?? shown(one));
    if (kind === 'ask' && open.some(({ id }) => id === 'company')) {
      const suggestion = { country: context.country, addressLine1: '2 Harbour Road', city: 'Redmond' };
      this.draft = ask(typing(shown), { kind: 'address', section: 'company', suggestions: [suggestion] });
    }
    if (kind === 'wrong')
      this.draft = open.reduce((so, one) => {
        const parsed = one.parse({}, context);
        return this.type(so, one.id, {}, 'faults' in parsed ? parsed.faults : {});
      }, draft);
  }

  private type(draft: Draft, id: SectionId, values: Values, faults = {}): Draft {
    this.typed[id] = values;
    return keepInputs(draft, id, values, faults);
  }

  private changed(id: string): Values {
    const { context, pick } = this;
    const { market } = context;
    if (id === 'country') return { country: market[pick % market.length] ?? context.country };
    const good = goodValues(id, context);
    if (id === 'company' && context.cloud.qualification) {
      const chosen =
        (context.country === 'US' ? ['none', 'education', 'governmentCommunityCloud'] : ['none', 'education'])[
          pick % 3
        ] ?? 'none';
      return { ...good, qualification: chosen, companyName: `Tailspin Toys ${String(pick)}` };
    }
    if (id === 'agreement') return { ...good, signer: pick % 2 === 0 ? 'contact' : 'other' };
    return id === 'subscriptions' ? goodCart(pick % 16) : good;
  }

  private next(open: readonly Section[], valuesFor: (one: Section) => Values): void {
    const { draft, context } = this;
    const judged = open.map((one) => {
      const values = valuesFor(one);
      const held = { ...inputValues(draft, one, context), ...(one.id === 'subscriptions' ? values : {}) };
      const typed = one.readInputs(values, held, context);
      return { one, typed, parsed: one.parse(typed, context) };
    });
    if (judged.some(({ parsed }) => 'faults' in parsed)) {
      this.draft = judged.reduce(
        (so, { one, typed, parsed }) => this.type(so, one.id, typed, 'faults' in parsed ? parsed.faults : {}),
        draft,
      );
      return;
    }
    this.draft = judged.reduce((so, { one, parsed }) => {
      if (!('answers' in parsed)) return so;
      delete this.typed[one.id];
      this.accepted[one.id] = parsed.answers;
      const accepted = accept(so, one.id, parsed.answers);
      return revalidate(accepted, this.contextOf(accepted.accepted), one.id);
    }, draft);
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

  it('goes to the card before at Back, to where Update or Change country was pressed, and stays at the first', () => {
    always(({ draft, context }) => {
      const wasOpen = (one: Draft): string[] => openSections(one, context).map(({ id }) => id);
      const [former, after] = [draft, back(draft, context)];
      if (!hasBack(draft, context)) assert.deepEqual(wasOpen(after), wasOpen(former));
      else if (former.updating !== undefined && wasOpen(former).includes(former.updating))
        assert.deepEqual(
          after.reopened,
          former.reopened.filter((id) => id !== former.updating),
        );
      // The country is none of the counted steps, but where it was chosen it is the card before the first.
      else if (stepOf(former, context).n === 1) assert.deepEqual(wasOpen(after), ['country']);
      else assert.equal(stepOf(after, context).n - stepOf(former, context).n, -1);
    });
  });

  it('is back at the review after Update and Back', () => {
    always(({ draft, context }) => {
      if (nextOpen(draft, context) !== 'review') return;
      for (const { id } of sections(context)) {
        const opened = update(draft, id);
        assert.deepEqual(
          openSections(opened, context).map((one) => one.id),
          [id],
          'Update asks that section alone',
        );
        assert.equal(hasBack(opened, context), true);
        const closed = back(keepInputs(opened, id, { find: 'typed' }), context);
        assert.equal(nextOpen(closed, context), 'review');
        assert.deepEqual(closed.accepted, draft.accepted);
      }
    });
  });

  it('asks all sections of a step again when Back leads into it', () => {
    always(({ draft, context }) => {
      if (nextOpen(draft, context) !== 'review') return;
      const asked = openSections(back(draft, context), context).map(({ id }) => id);
      assert.deepEqual(
        asked,
        sections(context).flatMap(({ id }) => (id === 'reseller' || id === 'subscriptions' ? [id] : [])),
      );
    });
  });

  it('is asked a question only at the card it is about', () => {
    always(({ draft, context }) => {
      const { question } = draft;
      if (question !== undefined) assert.ok(openSections(draft, context).some(({ id }) => id === question.section));
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

  it('begins with the partner’s own country, which is nothing that was entered', () => {
    const fresh = newCustomerDraft('d1', start, provider);
    const context = contextWith(fresh.accepted);
    assert.equal(isDraftEmpty(fresh), true);
    assert.equal(nextOpen(fresh, context), 'company');
    assert.deepEqual(stepOf(fresh, context), { n: 1, m: 4 });
    const changing = update(fresh, 'country');
    assert.deepEqual(stepOf(changing, context), { n: 1, m: 4 });
    assert.equal(nextOpen(back(changing, context), context), 'company');
    const abroad = accept(changing, 'country', { country: 'DE' });
    assert.equal(isDraftEmpty(abroad), false);
    assert.deepEqual(newCustomerDraft('d1', start, partnerNamed('Fabrikam Taiwan')).accepted, {}, 'there is no choice');
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
    assert.deepEqual(sectionsAfter(fresh, contextWith({})), ['company']);
    assert.deepEqual(sectionsAfter(update(complete, 'company'), contextWith(accepted)), []);
    const both = reopen(update(complete, 'company'), 'subscriptions');
    assert.deepEqual(sectionsAfter(both, contextWith(accepted)), ['reseller', 'subscriptions']);
  });

  it('counts its cards, the review last', () => {
    assert.deepEqual(stepOf(newDraft('d1', start), contextWith({})), { n: 1, m: 4 });
    assert.deepEqual(stepOf(complete, contextWith(accepted)), { n: 4, m: 4 });
  });

  it('shows the inputs again when its question is dropped', () => {
    const suggestion = { country: 'US', addressLine1: '2 Harbour Road', city: 'Redmond' };
    const asked = ask(update(complete, 'company'), { kind: 'address', section: 'company', suggestions: [suggestion] });
    const dropped = dropQuestion(asked);
    assert.equal(dropped.question, undefined);
    assert.equal(nextOpen(dropped, contextWith(accepted)), 'company');
  });
});
