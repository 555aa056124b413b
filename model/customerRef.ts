import * as z from 'zod';

/** Schema of a reference to a customer, as cards and jobs carry it. */
export const customerRef = z.object({
  /** Id of its record here; absent for a customer that only Partner Center knows. */
  record: z.string().exactOptional(),
  /** The tenant id; empty for a recorded customer whose id is not known yet. */
  microsoftId: z.string(),
  companyName: z.string(),
  /** The full primary domain name. */
  domain: z.string(),
});
export type CustomerRef = z.infer<typeof customerRef>;

/** Prefix of a reference that is a Microsoft ID. */
export const microsoftIdPrefix = 'm:';

/** The reference to a customer that buttons carry: its record here, or its Microsoft ID where there is none. */
export const refOf = ({ record, microsoftId }: Pick<CustomerRef, 'record' | 'microsoftId'>): string =>
  record ?? `${microsoftIdPrefix}${microsoftId}`;
