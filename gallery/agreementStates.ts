import { acceptanceCard, type AwaitingChange } from '../cards/customers/acceptanceCard.ts';
import {
  acceptanceMailCard,
  type AcceptanceMailData,
  acceptanceMailLink,
  acceptanceMailText,
} from '../cards/customers/acceptanceMailCard.ts';
import { invitationInputs, readInvitation } from '../forms/invitationForm.ts';
import { welcomeMailCard, welcomeMailLink, welcomeMailText } from '../cards/customers/welcomeMailCard.ts';
import { defined } from '../lib/optional.ts';
import { locales } from '../locales/translator.ts';
import { words as wordsOf, type Words } from '../locales/words.ts';
import { cloud } from '../partner-center/rules/clouds.ts';
import type { Change } from '../model/change.ts';
import type { Values } from '../model/draft.ts';
import { provider } from '../test/forms/contexts.ts';
import type { Shown } from './shownCard.ts';
import { planted, plantedRefusal } from './hostileText.ts';

const ref = '0moy6r6t4deadbeef';
const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';

/** Where customers accept. */
export const acceptancePage = cloud('global').acceptancePage ?? '';

const page = `https://mca.example/accept?id=${guid}`;
const line = { offerId: 'o', unit: 'licenses', term: 'P1Y', billing: 'annual', quantity: 25 };
const order: Change['what'] = { kind: 'order', lines: [{ ...line, offerName: planted(100) }] };
const consent = {
  signer: { firstName: 'Ana', lastName: 'Lima', email: 'ana@tailspin.example' },
  dateAgreed: '2026-03-02T00:00:00.000Z',
  companyName: 'Tailspin Toys',
  country: 'US',
  language: 'en-US',
  requestId: guid,
};
const since = '2026-03-02T10:00:00.000Z';
const fault = (reason: string, description?: string) => ({
  fault: { ...plantedRefusal(reason), ...(description === undefined ? {} : { description }) },
});

/** Every way in which something waits for its customer. */
export const awaiting: Readonly<Record<string, AwaitingChange>> = {
  'an order, not looked for yet': {
    id: ref,
    what: order,
    awaiting: { since },
    wakeAt: '2026-03-02T10:05:00.000Z',
    ...fault('customer-accepts'),
  },
  'an order, looked for': {
    id: ref,
    what: order,
    awaiting: { since, lookedAt: '2026-03-02T10:05:00.000Z' },
    wakeAt: '2026-03-02T10:10:00.000Z',
    ...fault('acceptance-too-old'),
  },
  'an order whose agreement was not recorded': {
    id: ref,
    what: order,
    awaiting: { since, lookedAt: since, page },
    wakeAt: '2026-03-02T10:10:00.000Z',
    ...fault('customer-accepts', planted(300)),
  },
  'an order, the look failed': {
    id: ref,
    what: order,
    awaiting: { since, lookedAt: since },
    wakeAt: '2026-03-02T10:10:00.000Z',
    ...fault('unavailable'),
  },
  'the agreement itself': {
    id: ref,
    what: { kind: 'agreement', consent },
    awaiting: { since, page },
    wakeAt: '2026-03-02T10:10:00.000Z',
    ...fault('customer-accepts'),
  },
};

function looks(words: Words): Shown[] {
  const view = {
    words,
    ref,
    page: acceptancePage,
    companyName: planted(255),
    moment: since,
    placing: false,
    waiting: [],
    canOrder: true,
  };
  const [first] = Object.values(awaiting);
  const waiting = first === undefined ? [] : [first];
  const missing = { signedByCustomer: false };
  return [
    { name: 'acceptance missing', card: acceptanceCard({ ...view, agreement: missing }) },
    {
      name: 'acceptance missing, practice',
      card: acceptanceCard({ ...view, agreement: missing, waiting, practise: true }),
    },
    {
      name: 'acceptance too old',
      card: acceptanceCard({ ...view, agreement: { ...missing, acceptedAt: '2021-05-03T00:00:00Z' }, waiting }),
    },
    {
      name: 'acceptance missing, for a user who may not order',
      card: acceptanceCard({ ...view, agreement: missing, waiting, canOrder: false }),
    },
    {
      name: 'acceptance trouble',
      card: acceptanceCard({
        ...view,
        refusedCall: { fault: plantedRefusal('unavailable'), correlationId: guid },
        waiting,
      }),
    },
    { name: 'acceptance seen', card: acceptanceCard({ ...view, agreement: { signedByCustomer: true } }) },
    {
      name: 'acceptance seen, the order is placed',
      card: acceptanceCard({ ...view, agreement: { signedByCustomer: true }, placing: true }),
    },
  ];
}

function mailTo(words: Words, values: Values, more: Partial<AcceptanceMailData> = {}) {
  const { answers, faults } = readInvitation(values, words.locale);
  const theirs = wordsOf(answers.language);
  const { company, to } = answers;
  const asked = { partner: provider, company, to, page: acceptancePage, again: false, ...more };
  const mail = acceptanceMailLink(asked, theirs);
  return acceptanceMailCard({
    words,
    ref,
    companyName: planted(255),
    inputs: invitationInputs({ ...values, mailLanguage: answers.language }, faults, words),
    faults: Object.keys(faults).length,
    text: acceptanceMailText(asked, theirs),
    ...(mail === undefined ? {} : { mail }),
  });
}

function welcomeTo(words: Words, values: Values) {
  const { answers, faults } = readInvitation(values, words.locale);
  const theirs = wordsOf(answers.language);
  const { company, to } = answers;
  const account = 'admin@tailspintoys.onmicrosoft.com';
  const page = cloud('global').adminCenter ?? '';
  const about = { partner: provider, company, to, domain: 'tailspintoys.onmicrosoft.com', account, page };
  return welcomeMailCard({
    words,
    ref,
    companyName: 'Tailspin Toys',
    inputs: invitationInputs({ ...values, mailLanguage: answers.language }, faults, words),
    faults: Object.keys(faults).length,
    text: welcomeMailText(about, theirs),
    ...defined({ mail: welcomeMailLink(about, theirs) }),
  });
}

const welcomes = (words: Words): Shown[] => [
  ...locales.map((mailLanguage) => ({
    name: `welcome mail in ${mailLanguage}`,
    card: welcomeTo(words, { mailCompany: 'Tailspin Toys', mailTo: 'ana@tailspin.example', mailLanguage }),
  })),
  { name: 'welcome mail, faults', card: welcomeTo(words, { mailTo: 'ana@', mailCompany: planted(256) }) },
];

function mails(words: Words): Shown[] {
  const long = { mailCompany: planted(255), mailTo: `${'a'.repeat(60)}@${'b'.repeat(60)}.example` };
  const account = 'admin@tailspintoys.onmicrosoft.com';
  return [
    { name: 'acceptance mail', card: mailTo(words, { mailCompany: 'Tailspin Toys' }, { account }) },
    { name: 'acceptance mail, again', card: mailTo(words, {}, { again: true, page }) },
    ...locales.map((mailLanguage) => ({
      name: `acceptance mail, to a long name in ${mailLanguage}`,
      card: mailTo(words, { ...long, mailLanguage }, { account, again: true }),
    })),
    {
      name: 'acceptance mail, no mail link',
      card: mailTo(words, { mailLanguage: 'ru' }, { partner: { name: 'ї'.repeat(300) } }),
    },
    { name: 'acceptance mail, faults', card: mailTo(words, { mailTo: 'ana@', mailCompany: 'x'.repeat(256) }) },
  ];
}

/** The customer's own acceptance of the agreement: looked for, and asked for. */
export const agreementCards = (words: Words): readonly Shown[] => [
  ...looks(words),
  ...mails(words),
  ...welcomes(words),
];
