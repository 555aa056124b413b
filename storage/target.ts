import * as z from 'zod';

/** A customer that is worked on, as cards and jobs name it. */
export const target = z.object({
  /** Id of its record here; absent for a customer that only Partner Center knows. */
  record: z.string().exactOptional(),
  /** The tenant id; empty for a recorded customer whose id is not known yet. */
  microsoftId: z.string(),
  companyName: z.string(),
  /** The full primary domain name. */
  domain: z.string(),
});
export type Target = z.infer<typeof target>;
