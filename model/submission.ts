import * as z from 'zod';
import { address } from './address.ts';
import { requestedBy, wakeUp } from './requestedBy.ts';
import { values } from './draft.ts';
import { stages } from './stages.ts';

/** Schema of a person: the customer's primary contact, or the agreement's signer. */
export const contactPerson = z.object({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  phone: z.string().exactOptional(),
});

/** Schema of a requested qualification. */
export const qualificationRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('education'), segment: z.enum(['K12', 'HigherEducation']), website: z.string() }),
  z.object({ kind: z.literal('governmentCommunityCloud'), validationCode: z.string() }),
]);

/** Schema of a submission's request to Partner Center, fixed when the partner pressed Submit. */
export const submissionRequest = z.object({
  customer: z.object({
    companyName: z.string(),
    /** Full name, prefix and the cloud's suffix, in lower case. */
    domain: z.string(),
    address,
    contact: contactPerson,
    culture: z.string(),
    language: z.string(),
    organizationRegistrationNumber: z.string().exactOptional(),
    organizationPhone: z.string().exactOptional(),
    /** Tenant id of the indirect reseller; absent for a customer of the partner's own. */
    associatedPartnerId: z.string().exactOptional(),
    /** Always sent where the cloud knows it: leaving it out grants the relationship. */
    enableGDAPByDefault: z.boolean().exactOptional(),
  }),
  consent: z.object({ signer: contactPerson, dateAgreed: z.string() }).exactOptional(),
  qualification: qualificationRequest.exactOptional(),
  /** MPN ID of the reseller the orders are for. */
  partnerIdOnRecord: z.string().exactOptional(),
});
export type SubmissionRequest = z.infer<typeof submissionRequest>;

/** Schema of a stored submission. It is written before anything is sent and kept until its confirmation was read. */
export const submission = z.object({
  /** The draft's id: one draft is submitted once. */
  id: z.string(),
  /**
   * `intended`: written before its turn was saved, and void if it was not; `running`: under way, resumed at start;
   * `unfinished`: waits for Finish or for `wakeAt`; `done`: the confirmation may still be open.
   */
  state: z.enum(['intended', 'running', 'unfinished', 'done']),
  /** Finish was pressed and is not handled yet; the next start handles it. */
  finishing: z.boolean().exactOptional(),
  /** Colleague who pressed Finish last, for the history; the outcome is still told in the requesting user's chat. */
  finishedBy: z.object({ userId: z.string(), userName: z.string().exactOptional() }).exactOptional(),
  ...requestedBy,
  ...wakeUp,
  sections: z.record(z.string(), values),
  reseller: z.string().exactOptional(),
  request: submissionRequest,
  stages,
  /** Set for a row of an import, which reports the outcome unless a customer was created, or always when `quiet`. */
  ofImport: z.object({ quiet: z.boolean(), id: z.string().exactOptional() }).exactOptional(),
  /** Id of the card with the password. */
  confirmationCard: z.string().exactOptional(),
  /** When the confirmation was sent; its password is blanked some minutes later. */
  confirmedAt: z.string().exactOptional(),
});
export type Submission = z.infer<typeof submission>;
