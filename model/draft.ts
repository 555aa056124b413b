import * as z from 'zod';
import { address } from './address.ts';
import { refusal } from './stages.ts';
import { customerRef } from './customerRef.ts';

/** The texts typed into a card's inputs, by the input's name; accepted answers are stored the same way. */
export type Values = Readonly<Record<string, string>>;

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

/** Schema of such texts. Not a record of strings: every write checks dozens of them, each of which would be an object. */
export const values = z.custom<Record<string, string>>(
  (sent) =>
    typeof sent === 'object' &&
    sent !== null &&
    !Array.isArray(sent) &&
    Object.entries(sent).every(([name, text]) => isText(name, 40) && isText(text, 4000)),
);

/** Schema of at most so many texts. Not an array of strings: each would be an object at every write, as those above. */
export const texts = (most: number) =>
  z
    .custom<string[]>(
      (sent) => Array.isArray(sent) && sent.length <= most && sent.every((text) => typeof text === 'string'),
    )
    .meta({ type: 'array', items: { type: 'string' }, maxItems: most });

/** Schema of a fault of one answer: a key of the catalogues and the data its sentence needs. */
export const fault = z.object({
  key: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** Partner Center's refusal, where it refused the answer. */
  refusal: refusal.exactOptional(),
  /** Answers offered in place of this one, each by a button. */
  choices: z.array(z.string()).exactOptional(),
});
export type Fault = z.infer<typeof fault>;

/** Faults by the input's name. */
export type Faults = Readonly<Record<string, Fault>>;

const namedOffer = z.object({ offerId: z.string(), offerName: z.string() });

/**
 * Schema of a question that a section's check raised; the section stays open until it is answered. `name`: is that the
 * company's legal name, though it looks like none? `again`: order these offers although an order of them is pending?
 */
const question = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('address'),
    section: z.string(),
    suggestions: z.array(address),
    /**
     * Of an address without suggestions: Partner Center's sentence, and the only country where it knows the address.
     */
    said: z.string().exactOptional(),
    elsewhere: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('name'), section: z.string(), name: z.string() }),
  z.object({ kind: z.literal('again'), section: z.string(), offers: z.array(namedOffer).min(1) }),
]);
export type Question = z.infer<typeof question>;

const customerFields = {
  customer: customerRef,
  /** Absent: unknown, so the form asks for it. */
  country: z.string().exactOptional(),
};

const heldLicenses = z.array(z.object({ offerId: z.string(), n: z.number() }));

/**
 * Schema of a draft's kind where it changes an existing customer: ordering subscriptions (add-ons of the subscription
 * named by `base`, where present), or editing its account info.
 */
export const draftKind = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('subscriptions'),
    ...customerFields,
    /** Offers of the customer's present subscriptions, one entry each. */
    owned: z.array(z.string()),
    /** Licenses of those offers that it had when this was read; absent: not read. */
    held: heldLicenses.exactOptional(),
    /** Offers with a pending order. */
    waiting: z.array(namedOffer).exactOptional(),
    /** Further segments it is approved for; absent: they could not be read. */
    segments: z.array(z.enum(['commercial', 'nonprofit', 'education', 'government'])).exactOptional(),
    base: z.object({ subscriptionId: z.string(), offerId: z.string(), name: z.string() }).exactOptional(),
    /** It replaces lines that were refused when the customer was added. */
    instead: z.boolean().exactOptional(),
    /** Tenant id of its reseller, or `none`; absent: unknown, so a provider is asked. */
    reseller: z.string().exactOptional(),
    /** Further customers that get the same, each with its reseller where that is known. */
    also: z
      .array(
        z.object({
          customer: customerRef,
          reseller: z.string().exactOptional(),
          held: heldLicenses.exactOptional(),
        }),
      )
      .exactOptional(),
  }),
  z.object({
    kind: z.literal('account'),
    ...customerFields,
    /** Answers at the start of the draft, by section. */
    before: z.record(z.string(), values),
  }),
]);
export type DraftKind = z.infer<typeof draftKind>;

/** Schema of a draft: everything a user has entered so far. Sections are keyed by their id. */
export const draft = z.object({
  id: z.string(),
  /** Absent: the draft adds a new customer. */
  purpose: draftKind.exactOptional(),
  /** Id of the recorded customer it was copied from. */
  from: z.string().exactOptional(),
  /** Name of the customer it was copied from, until its company is accepted. */
  copyOf: z.string().exactOptional(),
  /** A customer that is in the partner's list already with that name or registration ID, by its reference. */
  alike: z.object({ ref: z.string(), by: z.enum(['name', 'registration']) }).exactOptional(),
  /** Incremented by every press that is accepted; id and revision are the token of the present card. */
  revision: z.number().int(),
  createdAt: z.string(),
  /** Time of the last change; drafts are deleted 90 days after it. */
  touchedAt: z.string(),
  accepted: z.record(z.string(), values),
  /** Sections to ask again although they were accepted: by Back, Update, or because another answer changed. */
  reopened: z.array(z.string()),
  /** Texts typed but not accepted yet, by section. */
  typed: z.record(z.string(), values),
  faults: z.record(z.string(), z.record(z.string(), fault)),
  question: question.exactOptional(),
  /** Company name that does not look like a legal name but was confirmed; the question is not repeated. */
  keptName: z.string().exactOptional(),
  /** Offers confirmed to be ordered although an order of them is pending. */
  orderedAgain: z.array(z.string()).exactOptional(),
  /** Names of inputs that Partner Center demanded although its rules of that country do not. */
  alsoAsked: z.object({ country: z.string(), fields: z.array(z.string()) }).exactOptional(),
  /** The section opened by Update or Change country; Back leads where that was pressed. */
  updating: z.string().exactOptional(),
  /** The section that Update had opened when Change country was pressed on its card. */
  updatingBefore: z.string().exactOptional(),
  /** Confirmation the open card asks for: dropping the draft, or emptying it; or a name to save its cart under. */
  asking: z.enum(['cancel', 'startOver', 'bundleName']).exactOptional(),
  /** The partner's own country, which a new customer begins with: it was not entered. */
  ownCountry: z.string().exactOptional(),
  /** Sections with values out of a pasted text that the user has not accepted yet. */
  pasted: z.array(z.string()).exactOptional(),
  /**
   * Pasted details of an address that were not filled in, as text, and their country: another than the customer's, or,
   * where `isOtherAddress`, the same one, of which the form held another address.
   */
  leftOut: z
    .object({ country: z.string(), text: z.string(), isOtherAddress: z.literal(true).exactOptional() })
    .exactOptional(),
  /** A pasted registration ID that was not filled in, as its check digit is wrong. */
  wrongNumber: z.string().exactOptional(),
  /** Pasted phone numbers for which the form has no input. */
  otherPhones: z.array(z.string()).exactOptional(),
  /** Sections re-opened by another answer that the user has not been told of yet. */
  invalidated: z.array(z.string()),
});
export type Draft = z.infer<typeof draft>;

/** Ids of the records of whose customers a draft holds data. */
export const recordsOf = ({ from, purpose }: Pick<Draft, 'from' | 'purpose'>): readonly string[] =>
  [
    from,
    ...((purpose?.kind === 'subscriptions' ? purpose.also : undefined) ?? []).map(({ customer }) => customer.record),
  ].filter((record) => record !== undefined);

/** True for a draft that holds data of the customer with that record. */
export const isDraftOf = (of: Pick<Draft, 'from' | 'purpose'>, record: string): boolean =>
  recordsOf(of).includes(record);
