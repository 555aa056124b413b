import * as z from 'zod';
import { cloudIds } from './clouds.ts';
import { values } from './draft.ts';
import { stages } from './stages.ts';

/** Schema of a customer's record: its answers by section, the progress of each stage, and who added it when. */
export const customer = z.object({
  /** The draft's id, which makes the record unique; newest first when sorted. */
  id: z.string(),
  companyName: z.string(),
  /** The full primary domain name. */
  domain: z.string(),
  microsoftId: z.string(),
  country: z.string(),
  cloud: z.enum(cloudIds),
  sections: z.record(z.string(), values),
  /** Name and MPN ID of the reseller at that time. */
  reseller: z.string().exactOptional(),
  stages,
  addedBy: z.object({ userId: z.string(), name: z.string().exactOptional() }),
  addedAt: z.string(),
  /** Absent: `reseller`, since the partner added the customer here. */
  relationship: z.enum(['reseller', 'none', 'invited']).exactOptional(),
  /** Recorded as existing already, by an import or an invitation; nothing was submitted. */
  existing: z.boolean().exactOptional(),
  /** Nothing was sent to Microsoft. */
  practice: z.boolean(),
});
export type Customer = z.infer<typeof customer>;
