import * as z from 'zod';
import { address } from './address.ts';
import { refusal } from './stages.ts';
import { target } from './target.ts';

/** What was typed into a card's inputs, by the input's name; what an accepted answer is kept as, too. */
export const values = z.record(z.string().max(40), z.string().max(4000));
export type Values = Readonly<z.infer<typeof values>>;

/** What is wrong with one answer: a key of the catalogues and the data its sentence needs. */
export const fault = z.object({
  key: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  /** What Partner Center said, where it refused the answer. */
  refusal: refusal.exactOptional(),
});
export type Fault = z.infer<typeof fault>;

/** Faults by the input's name. */
export type Faults = Readonly<Record<string, Fault>>;

const namedOffer = z.object({ offerId: z.string(), offerName: z.string() });

/**
 * A question a section's check raised; the section stays open until it is answered. `name`: is that the company's legal
 * name, though it looks like none? `again`: are these to be ordered although an order of them waits, or is on its way?
 */
export const question = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('address'),
    section: z.string(),
    suggestions: z.array(address),
    /** Of an address without suggestions: what Partner Center says of it, and the country where alone it knows it. */
    said: z.string().exactOptional(),
    elsewhere: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('name'), section: z.string(), name: z.string() }),
  z.object({ kind: z.literal('again'), section: z.string(), offers: z.array(namedOffer).min(1) }),
]);
export type Question = z.infer<typeof question>;

const whose = {
  customer: target,
  /** Absent: not known, so it is asked. */
  country: z.string().exactOptional(),
};

/**
 * What a draft is for, where it is not a new customer: subscriptions for one that exists (add-ons of one of them, where
 * `base` names it by id and offer), or its account info.
 */
export const purpose = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('subscriptions'),
    ...whose,
    /** Offers of the customer's present subscriptions, one entry each. */
    owned: z.array(z.string()),
    /** Offers of which an order waits, or is on its way. */
    waiting: z.array(namedOffer).exactOptional(),
    /** Segments it is approved for besides; absent: that could not be read. */
    segments: z.array(z.enum(['commercial', 'nonprofit', 'education', 'government'])).exactOptional(),
    base: z.object({ subscriptionId: z.string(), offerId: z.string(), name: z.string() }).exactOptional(),
    /** It orders in place of what was refused when the customer was added. */
    instead: z.boolean().exactOptional(),
    /** Tenant id of its reseller, or `none`; absent: not known, so a provider is asked. */
    reseller: z.string().exactOptional(),
  }),
  z.object({
    kind: z.literal('account'),
    ...whose,
    /** The answers it began with, by section. */
    before: z.record(z.string(), values),
  }),
]);
export type Purpose = z.infer<typeof purpose>;

/** One customer being added: everything a partner entered so far. Sections are keyed by their id. */
export const draft = z.object({
  id: z.string(),
  /** Absent: a new customer is added. */
  purpose: purpose.exactOptional(),
  /** The recorded customer this was begun from. */
  from: z.string().exactOptional(),
  /** Raised by every press that is taken; with the id it is the token of the present card. */
  revision: z.number().int(),
  createdAt: z.string(),
  /** Last touched; drafts are deleted 90 days after it. */
  touchedAt: z.string(),
  accepted: z.record(z.string(), values),
  /** Sections to ask again although they were accepted: by Back, Update, or because another answer changed. */
  reopened: z.array(z.string()),
  /** Typed, not accepted yet. */
  typed: z.record(z.string(), values),
  faults: z.record(z.string(), z.record(z.string(), fault)),
  question: question.exactOptional(),
  /** The company's name that looks like none, and was kept: it is not asked about again. */
  keptName: z.string().exactOptional(),
  /** Offers that are to be ordered although an order of them waits. */
  orderedAgain: z.array(z.string()).exactOptional(),
  /** What Partner Center missed though its rules of that country do not ask for it; inputs by their names. */
  alsoAsked: z.object({ country: z.string(), fields: z.array(z.string()) }).exactOptional(),
  /** The section opened by Update on the review; Back leads to the review again. */
  updating: z.string().exactOptional(),
  /** Asked before the open card goes on: drop the draft, or empty it. */
  asking: z.enum(['cancel', 'startOver']).exactOptional(),
  /** Activity ids of the summaries that accepted sections left in the chat, where the client replaces cards. */
  summaries: z.record(z.string(), z.string()).exactOptional(),
  /** Sections another answer re-opened, still to be told. */
  invalidated: z.array(z.string()),
});
export type Draft = z.infer<typeof draft>;
