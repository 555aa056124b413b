import assert from 'node:assert/strict';
import { parseCardToken } from '../../forms/draftFlow.ts';
import { countryName } from '../../partner-center/rules/countries.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { sectionIds, type SectionId } from '../../forms/section.ts';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { buttonsOf, textsOf } from '../cardReading.ts';
import type { Client, Typed } from '../client.ts';

/** What is typed into each section; only what the card asks for is used. */
export type Answers = Readonly<Partial<Record<SectionId, Typed>>> & {
  /** Ids of the offers that are put into the cart. */
  readonly offers?: readonly string[];
};

let count = 0;

/** A domain prefix nobody has used. */
export const newDomain = (): string => `alpine${String((count += 1))}x${String(process.pid)}`;

const company = (address: Typed): Typed => ({
  companyName: 'Alpine Ski House',
  addressLine1: '100 Main Street',
  ...address,
});

const companies: Readonly<Record<string, Typed>> = {
  US: company({ city: 'Springfield', state: 'WA', postalCode: '98101' }),
  RU: company({
    companyName: 'ООО «Ромашка»',
    addressLine1: 'ул. Ленина, 1',
    city: 'Москва',
    postalCode: '101000',
    registrationNumber: '7707083893',
    organizationPhone: '+7 495 123-45-67',
  }),
  TW: company({ companyName: '高山滑雪有限公司', addressLine1: '中山路 1 號', city: '台北市', postalCode: '100' }),
  FR: company({ companyName: 'Maison Alpine', addressLine1: '1 rue de la Paix', city: 'Paris', postalCode: '75002' }),
  CN: company({
    companyName: '高山滑雪有限公司',
    addressLine1: '人民路 1 号',
    city: '北京',
    state: '北京市',
    postalCode: '100000',
  }),
};

/** Good answers for a customer in that country, under a domain nobody has. */
export const answersIn = (country = 'US'): Answers => ({
  country: { country },
  company: { ...companies[country], domainPrefix: newDomain() },
  qualification: { educationSegment: 'K12', website: 'www.school.example', validationCode: 'GCC-123' },
  contact: { firstName: 'Ana', lastName: 'Lima', email: 'ana.lima@alpineskihouse.example' },
  agreement: { accepted: 'true', dateAccepted: '2026-03-01' },
  signer: { firstName: 'Bruno', lastName: 'Costa', email: 'bruno.costa@alpineskihouse.example' },
  reseller: { reseller: 'none' },
});

/** Changes some answers. */
export const changed = (answers: Answers, changes: Answers): Answers => ({
  ...answers,
  ...changes,
  ...Object.fromEntries(sectionIds.map((id) => [id, { ...answers[id], ...changes[id] }])),
});

/** The sections that the newest card asks, in order; `review` alone for the review, none for any other card. */
export function openSections(user: Client): readonly (SectionId | 'review')[] {
  if (user.has('submit') || user.named('update ').length > 0) return ['review'];
  const next = buttonsOf(user.card()).find(({ data }) => data['verb'] === 'next');
  const first = sectionIds.find((id) => id === parseCardToken(next?.data['token'] ?? '')?.section);
  if (first === undefined) return [];
  const inputs = Object.keys(user.inputs());
  return [first, ...sectionIds.filter((id) => id !== first && inputs.some((name) => ownInputs[id]?.includes(name)))];
}

/** Inputs by which the further sections of a card are known. */
const ownInputs: Readonly<Partial<Record<SectionId, readonly string[]>>> = {
  agreement: ['signer', 'signatory'],
  subscriptions: ['find', 'count-0'],
};

/** The first section that the newest card asks, or `review`; undefined for any other card. */
export const openSection = (user: Client): SectionId | 'review' | undefined => openSections(user)[0];

/** Fills in one card after the other until the one named is asked; gives the titles and steps that were seen. */
export async function walkTo(
  user: Client,
  goal: SectionId | 'review',
  answers: Answers,
  locale: Locale = 'en',
): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const open = openSections(user);
    const line = `${user.title()}, ${user.texts()[1] ?? ''}`;
    assert.notEqual(line, seen.at(-1), `stuck: ${JSON.stringify(user.faults())}`);
    seen.push(line);
    if (open.includes(goal)) {
      // The reseller is asked on the cart's card: an answer to it is kept by any press there.
      const reseller = goal === 'subscriptions' && open[0] === 'reseller' ? asked(user, answers.reseller) : {};
      if (Object.keys(reseller).length > 0) await user.press('find', reseller);
      return seen;
    }
    assert.ok(open.length > 0 && !open.includes('review'), `“${user.title()}” is no card of Add customer`);
    if (isElsewhere(user, answers, locale)) {
      await user.press('changeCountry');
      continue;
    }
    for (const offer of open.includes('subscriptions') ? (answers.offers ?? []) : []) await user.press(`add ${offer}`);
    await user.press('next', filled(user, answers));
  }
}

/** Does the company's card name another country than that of the answers? */
function isElsewhere(user: Client, { country }: Answers, locale: Locale): boolean {
  const code = country?.['country'];
  return code !== undefined && user.has('changeCountry') && !user.texts().includes(countryName(code, locale));
}

/** Those of the answers the open card has inputs for. */
export const asked = (user: Client, answers: Typed = {}): Typed =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => user.inputs()[name] !== undefined));

/** Those of the answers that the open card has inputs for, of all its sections. */
export const filled = (user: Client, answers: Answers): Typed =>
  Object.fromEntries(
    openSections(user).flatMap((id) => (id === 'review' ? [] : Object.entries(asked(user, answers[id])))),
  );

/** Does the newest card ask this section, alone or beside others? */
export const asks = (user: Client, id: SectionId | 'review'): boolean => openSections(user).includes(id);

/** From an open chat to the review of a new customer. */
export async function toReview(user: Client, answers: Answers = answersIn()): Promise<string[]> {
  await user.say('add customer');
  return walkTo(user, 'review', answers);
}

/** Is the card on the screen a confirmation, of all that was submitted or of a part of it? */
export function isConfirmed(user: Client, locale: Locale = 'en'): boolean {
  const { t } = words(locale);
  return [t('confirmation.title'), t('confirmation.partTitle')].includes(user.title());
}

/** Submits what is on the review, and waits for the confirmation. */
export async function submit(user: Client): Promise<void> {
  await user.press('submit');
  await user.until(() => isConfirmed(user));
}

/** One of the sample partners, by its number in the list, counted from 1. */
export function partnerOf(number: number): Partner {
  const partner = samplePartners[number - 1];
  assert.ok(partner);
  return partner;
}

/** Does a line of the newest card hold this answer, whatever stands around it? */
export const holds = (user: Client, answer: string): boolean => user.texts().some((text) => text.includes(answer));

/** An offer with its number, as review and confirmation have it. */
export const counted = (n: number, name: string, locale: Locale = 'en'): string =>
  words(locale).t('cart.times', { n, name });

/** Does the chat say this: in a new line, or in place of a card? */
export const says = (user: Client, text: string): boolean =>
  [...user.lines(), ...user.cards().flatMap(textsOf)].includes(text);
