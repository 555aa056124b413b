import * as z from 'zod';

/**
 * Schema of a refusal by Partner Center: `field` is the input it is about, `description` its own sentence, `status` the
 * HTTP status where it said little else, and `correlationId` that of the call.
 */
export const refusal = z.object({
  reason: z.string(),
  code: z.string().exactOptional(),
  field: z.string().exactOptional(),
  description: z.string().max(1000).exactOptional(),
  /** Page on which the customer accepts the agreement, where one was made for it. */
  page: z.string().exactOptional(),
  status: z.number().exactOptional(),
  /** Of a customer: Partner Center seems to have made it in part. */
  halfMade: z.literal(true).exactOptional(),
  correlationId: z.string().exactOptional(),
});

/**
 * Schema of one stage of a submission, which Partner Center does once. `failed` can be tried again by Finish; `refused`
 * cannot; `awaited` is done by a change that waits until the customer has accepted the agreement.
 */
const stage = z.object({
  state: z.enum(['waiting', 'done', 'failed', 'refused', 'awaited']),
  /** GUID sent with every attempt of this stage, so that Partner Center applies it once. */
  requestId: z.string(),
  at: z.string().exactOptional(),
  fault: refusal.extend({ correlationId: z.string() }).exactOptional(),
});
export type Stage = z.infer<typeof stage>;

/** Schema of one ordered offer and its outcome. */
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

/** Schema of a submission's stages, in order; a stage that does not apply is absent. Each is done once. */
export const stages = z.object({
  customer: stage.extend({ microsoftId: z.string().exactOptional(), userName: z.string().exactOptional() }),
  agreement: stage.exactOptional(),
  qualification: stage.exactOptional(),
  subscriptions: stage
    .extend({
      lines: z.array(orderedLine),
      /** Other offers were ordered in place of the refused ones. */
      settled: z.boolean().exactOptional(),
    })
    .exactOptional(),
});
export type Stages = z.infer<typeof stages>;

/** Names of the stages, in the order they are done. */
export const stageNames = ['customer', 'agreement', 'qualification', 'subscriptions'] as const;
export type StageName = (typeof stageNames)[number];

/** The first failed stage, which waits for Finish or for `wakeAt`; undefined without one. */
export const failedStage = (stages: Stages): StageName | undefined =>
  stageNames.find((name) => stages[name]?.state === 'failed');
