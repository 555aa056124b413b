import * as z from 'zod';
import { cloudIds } from '../partner-center/rules/clouds.ts';
import { apiError } from './apiError.ts';

/** Partner Center's validation statuses of a new account (get-customer-validation-status). */
export const validationStatuses = ['Allowed', 'UnderReview', 'NotAllowed', 'Unknown', 'Not Ready', 'none'] as const;

const resellerSchema = z.object({
  tenantId: z.string().min(1),
  mpnId: z.string().min(1),
  name: z.string().min(1),
  location: z.string().exactOptional(),
  state: z.enum(['Active', 'Inactive']).default('Active'),
  /** True when it has signed the Microsoft Partner Agreement. */
  mpaSigned: z.boolean().default(true),
});

/** Schema of a partner: an entry of the bot's partners file, with further settings of the simulator. */
const partnerSchema = z.object({
  tenantId: z.string().min(1).toLowerCase(),
  name: z.string().default('Simulated Distribution'),
  cloud: z.enum(cloudIds).default('global'),
  type: z.enum(['direct-bill', 'indirect-provider', 'indirect-reseller']).default('indirect-provider'),
  country: z.string().default('US'),
  mpnId: z.string().default('4000001'),
  domains: z.array(z.string()).default(['simulated.example']),
  resellers: z.array(resellerSchema).default(
    [
      { tenantId: '00000000-0000-4000-8000-000000000101', mpnId: '4000101', name: 'Northwind Cloud Services' },
      { tenantId: '00000000-0000-4000-8000-000000000102', mpnId: '4000102', name: 'Coho Networks' },
      {
        tenantId: '00000000-0000-4000-8000-000000000103',
        mpnId: '4000103',
        name: 'Lucerne IT (not signed)',
        mpaSigned: false,
      },
      { tenantId: '00000000-0000-4000-8000-000000000104', mpnId: '4000104', name: 'Wingtip (left)', state: 'Inactive' },
    ].map((known) => resellerSchema.parse(known)),
  ),
  /** Tenant of the provider an indirect reseller works with. */
  provider: z.string().default('00000000-0000-4000-8000-000000000001'),
  mpaSigned: z.boolean().default(true),
  /** Its administrator consented with multi-factor sign-in; else every app+user token is refused (900421). */
  multiFactor: z.boolean().default(true),
  /** An integration sandbox: customers can be deleted; few licenses. */
  sandbox: z.boolean().default(false),
  /** The partner may name who accepted the agreement, as it could until 2026-01-05. */
  legacyAttestation: z.boolean().default(true),
  /** The status new customers get; `none` for no status at all. */
  newCustomerStatus: z.enum(validationStatuses).default('Allowed'),
});

/** A partner of the simulator. */
export type SimulatedPartner = z.infer<typeof partnerSchema>;

/** The simulator's partners. */
export interface SimulatedPartners {
  /** The partner of a tenant; an unknown tenant is a partner with the schema's defaults. */
  readonly of: (tenantId: string) => SimulatedPartner;
  /** Adds or changes a partner; omitted properties keep their value, or get the default. */
  readonly set: (partner: unknown) => SimulatedPartner;
  /** Restores the partners of the start. */
  readonly reset: () => void;
}

/**
 * Creates the partners of the start: `known` in the format of the partners file, `all` with settings of every one.
 * Raises an error for an invalid one.
 */
export const createSimulatedPartners = (
  known: readonly unknown[] = [],
  all: Partial<Pick<SimulatedPartner, 'legacyAttestation'>> = {},
): SimulatedPartners => {
  const first = known.map((partner) => partnerSchema.parse({ ...all, ...(partner as object) }));
  const present = new Map<string, SimulatedPartner>();
  const reset = (): void => {
    present.clear();
    for (const partner of first) present.set(partner.tenantId, partner);
  };
  reset();
  const of = (tenantId: string): SimulatedPartner =>
    present.get(tenantId.toLowerCase()) ?? partnerSchema.parse({ ...all, tenantId });
  return {
    of,
    set: (change) => {
      const id = z.object({ tenantId: z.string() }).safeParse(change);
      if (!id.success) throw apiError('3000', { data: ['property_name: tenantId'] });
      const parsed = partnerSchema.safeParse({ ...of(id.data.tenantId), ...(change as object) });
      if (!parsed.success) throw apiError('3000', { data: parsed.error.issues.map(({ path }) => path.join('.')) });
      present.set(parsed.data.tenantId, parsed.data);
      return parsed.data;
    },
    reset,
  };
};
