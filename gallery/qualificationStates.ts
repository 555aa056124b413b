import { changeResultCard, changeProgressCard } from '../cards/customers/changeCards.ts';
import { customerCard } from '../cards/customers/customerCard.ts';
import type { CustomerView } from '../cards/customers/customerView.ts';
import { qualificationCard } from '../cards/customers/qualificationCard.ts';
import { judgeQualification, qualificationInputs } from '../forms/qualificationSection.ts';
import type { Words } from '../locales/words.ts';
import type { Vetting } from '../partner-center/rules/qualification.ts';
import type { Change } from '../model/change.ts';
import type { Values } from '../model/draft.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const id = '0moy6r6t4deadbeef';
const microsoftId = '0f8fad5b-d9cb-469f-a165-70867728950e';
const domain = 'tailspintoys.onmicrosoft.com';
const now = new Date('2026-11-28T10:00:00Z');
const askedAt = '2026-11-03T10:37:38.885Z';

const inReview: Vetting = { qualification: 'Education', state: 'in-review', askedAt };
const denied: Vetting = { qualification: 'Education', state: 'denied', askedAt, reason: planted(200) };
const approved: Vetting = { qualification: 'GovernmentCommunityCloud', state: 'approved', askedAt };
const unvetted: Vetting = { qualification: 'StateOwnedEntity', state: 'unknown' };
const refusedCall = { fault: plantedRefusal('other'), correlationId: microsoftId };

/** How a customer may stand with Microsoft, by name. */
const standings: Readonly<Record<string, Pick<CustomerView, 'qualifications' | 'review' | 'practise'>>> = {
  'that never asked for a qualification': { qualifications: [], review: 'allowed', practise: true },
  'with a qualification in review': { qualifications: [inReview], review: 'allowed' },
  'with a qualification in review, in practice': { qualifications: [inReview], review: 'allowed', practise: true },
  'with a refused qualification': { qualifications: [denied], review: 'allowed' },
  'with a qualification refused for no reason': { qualifications: [{ qualification: 'Education', state: 'denied' }] },
  'with approved qualifications': { qualifications: [approved, { ...inReview, state: 'approved' }, unvetted] },
  'with a qualification nobody knows': { qualifications: [{ qualification: planted(100), state: 'unknown' }] },
  'whose qualifications could not be read': { qualifications: refusedCall, review: 'allowed' },
  'whose account is reviewed': { qualifications: [], review: 'under-review' },
  'whose account is reviewed, in practice': { qualifications: [], review: 'under-review', practise: true },
  'whose account was not approved': { qualifications: [], review: 'not-approved' },
  'of which nothing could be read': { qualifications: refusedCall, review: refusedCall },
};

function customers(words: Words): Shown[] {
  const can = { add: true, manage: true, remove: true, invite: false, password: true };
  const least = { words, ref: id, companyName: planted(255), domain, microsoftId, relationship: 'reseller', now };
  const view: CustomerView = { ...least, changes: [], orders: [], can };
  return [
    ...Object.entries(standings).map(([how, standing]) => ({
      name: `standing of a customer ${how}`,
      card: customerCard({ ...view, ...standing }),
    })),
    {
      name: 'standing of a customer with a refused qualification, for a user who may only look',
      card: customerCard({ ...view, qualifications: [denied], can: { ...can, manage: false } }),
    },
  ];
}

/** The card that asks, with what was typed. */
function asking(words: Words, name: string, typed: Values, before: readonly Vetting[] = []): Shown {
  const [refused] = before;
  const entry = (kind: 'education' | 'governmentCommunityCloud') => {
    const judged = judgeQualification(kind, typed);
    const isTyped = Object.keys(typed).length > 0;
    const faults = isTyped && 'faults' in judged ? judged.faults : {};
    return { kind, inputs: qualificationInputs(kind, { words, values: typed, faults }) };
  };
  const choices = [
    { ...entry('education'), ...(refused === undefined ? {} : { denied: refused }) },
    entry('governmentCommunityCloud'),
  ];
  return {
    name: `qualification asked, ${name}`,
    card: qualificationCard({ words, ref: id, companyName: planted(255), changeId: id, choices }),
  };
}

/** Special qualifications of a customer that exists, and the review of its account, in every state. */
export function qualificationCards(words: Words): readonly Shown[] {
  const customer = { record: id, microsoftId, companyName: planted(255), domain };
  const wanted = { kind: 'education', segment: 'K12', website: 'https://school.example' } as const;
  const change = (more: Partial<Change> = {}) =>
    ({ id, state: 'done', customer, what: { kind: 'qualification', wanted }, ...more }) as const;
  const view = { words, ref: id, practice: false, now };
  const named = (name: string, more: Partial<Change>): Shown => ({
    name: `qualification ${name}`,
    card: changeResultCard({ ...view, change: change(more) }),
  });
  return [
    ...customers(words),
    asking(words, 'first', {}),
    asking(words, 'again, with what was refused', { educationSegment: 'K12', website: 'school.example' }, [denied]),
    asking(words, 'all wrong', { educationSegment: 'x', website: planted(300), validationCode: planted(60) }, [denied]),
    { name: 'qualification on its way', card: changeProgressCard({ ...view, change: change() }) },
    named('requested', {}),
    named('refused with a sentence', { fault: plantedRefusal('other') }),
    named('refused with nothing', { fault: plantedRefusal('unexplained') }),
    named('unfinished', { state: 'unfinished', fault: plantedRefusal('unavailable') }),
  ];
}
