import * as z from 'zod';

/**
 * Why Partner Center did not do something; `field` is the input it is about, `description` its own sentence, `status` the
 * HTTP status where it said little else, and `correlationId` that of the call.
 */
export const refusal = z.object({
  reason: z.string(),
  code: z.string().exactOptional(),
  field: z.string().exactOptional(),
  description: z.string().max(1000).exactOptional(),
  /** Where the customer accepts the agreement, when that is a page made for it. */
  page: z.string().exactOptional(),
  status: z.number().exactOptional(),
  /** Of a customer: Partner Center seems to have made it in part. */
  halfMade: z.literal(true).exactOptional(),
  correlationId: z.string().exactOptional(),
});

/**
 * How far one step of a submission is. `failed` can be tried again by Finish; `refused` cannot; `awaited` is done when the
 * customer has accepted the agreement, by a change that waits for that.
 */
const stage = z.object({
  state: z.enum(['waiting', 'done', 'failed', 'refused', 'awaited']),
  /** A GUID: sent with every try of this step, so that Partner Center does it once. */
  requestId: z.string(),
  at: z.string().exactOptional(),
  fault: refusal.extend({ correlationId: z.string() }).exactOptional(),
});
export type Stage = z.infer<typeof stage>;

/** One ordered offer and what became of it. */
export const orderedLine = z.object({
  offerId: z.string(),
  offerName: z.string(),
  unit: z.string(),
  term: z.string(),
  billing: z.string(),
  quantity: z.number().int().exactOptional(),
  subscriptionId: z.string().exactOptional(),
  fault: refusal.exactOptional(),
});
export type OrderedOffer = z.infer<typeof orderedLine>;

/** The steps of one submission, in order; a step that does not apply is absent. Each is done once. */
export const stages = z.object({
  customer: stage.extend({ microsoftId: z.string().exactOptional(), userName: z.string().exactOptional() }),
  agreement: stage.exactOptional(),
  qualification: stage.exactOptional(),
  subscriptions: stage
    .extend({
      lines: z.array(orderedLine),
      /** Others were ordered in place of those that were refused. */
      settled: z.boolean().exactOptional(),
    })
    .exactOptional(),
});
export type Stages = z.infer<typeof stages>;

/** Names of the steps, in the order they are done. */
export const stageNames = ['customer', 'agreement', 'qualification', 'subscriptions'] as const;
export type StageName = (typeof stageNames)[number];

/** The first step that was not done and waits for Finish, or for its time; undefined where nothing does. */
export const failedStage = (stages: Stages): StageName | undefined =>
  stageNames.find((name) => stages[name]?.state === 'failed');
