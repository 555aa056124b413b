import * as z from 'zod';
import { locales } from './languages.ts';

/** Languages a user may choose: those with a catalogue. */
export const language = z.enum(locales);

/**
 * Schema of a job's lease: the process that works on it, and until when unless it renews it. Without `until` the lease was
 * given back; `handedOver`: another process worked on the job before.
 */
export const jobLease = z.object({
  owner: z.string(),
  until: z.string().exactOptional(),
  handedOver: z.literal(true).exactOptional(),
});
export type JobLease = z.infer<typeof jobLease>;

/** Fields every background job has: the user who requested it, and the conversation that is told its outcome. */
export const requestedBy = {
  userId: z.string(),
  userName: z.string().exactOptional(),
  language,
  createdAt: z.string(),
  /** A Bot Framework conversation reference. */
  conversation: z.record(z.string(), z.unknown()),
  /** Id of the card that shows its progress. */
  progressCard: z.string().exactOptional(),
  /** Absent in jobs of older versions, and in those that nobody has begun. */
  lease: jobLease.exactOptional(),
  /** Marks of the turns that wrote the intent: one of them is in the user's state when that turn was saved. */
  turns: z.array(z.string()).exactOptional(),
};

/** Fields of an unfinished job that resumes by itself at a set time; pressing Finish resumes it earlier. */
export const wakeUp = {
  /** When it resumes by itself, in ISO 8601. */
  wakeAt: z.string().exactOptional(),
  /** Reason for waiting that the user was last told; waiting for the same reason again is not repeated to them. */
  waitsFor: z.string().exactOptional(),
};
