import assert from 'node:assert/strict';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { sectionIds, type SectionId } from '../../forms/section.ts';
import type { Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/rules/partner.ts';
import { textsOf } from '../cardReading.ts';
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

/** The section whose card is open, or `review`; undefined for any other card. */
export function openSection(user: Client, locale: Locale = 'en'): SectionId | 'review' | undefined {
  const { t } = words(locale);
  const title = user.title();
  return title === t('review.title') ? 'review' : sectionIds.find((id) => t(`section.${id}`) === title);
}

/** Fills in one card after the other until the one named is open; gives the titles and steps that were seen. */
export async function walkTo(
  user: Client,
  goal: SectionId | 'review',
  answers: Answers,
  locale: Locale = 'en',
): Promise<string[]> {
  const seen: string[] = [];
  for (;;) {
    const open = openSection(user, locale);
    const line = `${user.title()}, ${user.texts()[1] ?? ''}`;
    assert.notEqual(line, seen.at(-1), `stuck: ${JSON.stringify(user.faults())}`);
    seen.push(line);
    if (open === goal) return seen;
    assert.ok(open !== undefined && open !== 'review', `“${user.title()}” is no card of Add customer`);
    for (const offer of open === 'subscriptions' ? (answers.offers ?? []) : []) await user.press(`add ${offer}`);
    await user.press('next', asked(user, answers[open]));
  }
}

/** Those of the answers the open card has inputs for. */
export const asked = (user: Client, answers: Typed = {}): Typed =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => user.inputs()[name] !== undefined));

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

/** Does the chat say this: in a new line, or in place of a card? */
export const says = (user: Client, text: string): boolean =>
  [...user.lines(), ...user.cards().flatMap(textsOf)].includes(text);
