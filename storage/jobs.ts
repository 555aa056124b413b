import * as z from 'zod';
import { address } from './address.ts';
import { asked, waiting } from './asked.ts';
import { collection, type Collection } from './collection.ts';
import type { Documents } from './documents.ts';
import { values } from './draft.ts';
import { stages } from './stages.ts';

export const person = z.object({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string().exactOptional(),
});

/** A qualification that is asked for. */
export const qualification = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('education'), segment: z.enum(['K12', 'HigherEducation']), website: z.string() }),
  z.object({ kind: z.literal('governmentCommunityCloud'), validationCode: z.string() }),
]);

/** What is sent to Partner Center, settled when the partner pressed Submit. */
export const request = z.object({
  customer: z.object({
    companyName: z.string(),
    domain: z.string(),
    address,
    contact: person,
    culture: z.string(),
    language: z.string(),
    organizationRegistrationNumber: z.string().exactOptional(),
    organizationPhone: z.string().exactOptional(),
    associatedPartnerId: z.string().exactOptional(),
    enableGDAPByDefault: z.boolean().exactOptional(),
  }),
  consent: z.object({ signer: person, dateAgreed: z.string() }).exactOptional(),
  qualification: qualification.exactOptional(),
  /** MPN ID of the reseller the orders are for. */
  partnerIdOnRecord: z.string().exactOptional(),
});
export type SubmissionRequest = z.infer<typeof request>;

/** A submission on its way. It exists before anything is sent, and until its confirmation was read. */
export const job = z.object({
  /** The draft's id: one draft is submitted once. */
  id: z.string(),
  /**
   * `intended`: written before the turn that submits was saved, and void if it was not; `running`: to be finished,
   * resumed at start; `unfinished`: waits for Finish, or for its time; `done`: the confirmation may still be open.
   */
  state: z.enum(['intended', 'running', 'unfinished', 'done']),
  /** Finish was pressed, and it was not taken up yet: that happens at the next start. */
  finishing: z.boolean().exactOptional(),
  /** The colleague who pressed Finish last, where it is told in its own user's chat all the same: history names who pressed. */
  finishedBy: z.object({ userId: z.string(), userName: z.string().exactOptional() }).exactOptional(),
  ...asked,
  ...waiting,
  sections: z.record(z.string(), values),
  reseller: z.string().exactOptional(),
  request,
  stages,
  /** One row of an import, which tells what became of it unless a customer was created; `quiet`: then it does, too. */
  ofImport: z.object({ quiet: z.boolean(), id: z.string().exactOptional() }).exactOptional(),
  /** Id of the card with the password. */
  confirmationCard: z.string().exactOptional(),
  /** When the confirmation was sent; its password is blanked some minutes later. */
  confirmedAt: z.string().exactOptional(),
});
export type Job = z.infer<typeof job>;

/** Submissions by partner. */
export const jobs = (documents: Documents): Collection<Job> =>
  collection(documents, { kind: 'jobs', schema: job, version: 1, migrations: [] });
