import type { BundleLine } from '../../model/bundle.ts';
import { type Cloud, cloud, type CloudId } from './clouds.ts';

/** Type of a CSP partner; decides the steps of the conversation (Partner Center, "CSP partner types"). */
export type PartnerType = 'direct-bill' | 'indirect-provider' | 'indirect-reseller';

/** Rights of a partner's user here. */
export type Right = 'view' | 'add' | 'manage' | 'remove';

/** An indirect reseller of a provider. `tenantId` links a customer to it, `mpnId` an order; the two differ. */
export interface Reseller {
  readonly tenantId: string;
  readonly mpnId: string;
  readonly name: string;
}

/** One partner of the partners file. */
export interface Partner {
  readonly tenantId: string;
  readonly name: string;
  readonly cloud: CloudId;
  readonly type: PartnerType;
  /** ISO 3166 alpha-2; decides the market the partner may sell in. */
  readonly country: string;
  readonly mpnId: string;
  /** The partner's own domains; a customer's e-mail may not be there. */
  readonly domains: readonly string[];
  readonly resellers?: readonly Reseller[];
  /** The reseller-relationship link exactly as Partner Center gives it. */
  readonly invitationLink?: string;
  /** Path of a JSON file with this partner's offers; without it the recorded US offers stand in. */
  readonly catalogue?: string;
  /** Named carts for all of its users. */
  readonly bundles?: readonly { readonly name: string; readonly lines: readonly BundleLine[] }[];
  readonly users?: Readonly<Record<string, readonly Right[]>>;
}

/** Reason a partner has no invitation for existing customers; undefined when it has one. */
export const invitationRefusal = ({
  cloud: id,
  type,
}: Pick<Partner, 'cloud' | 'type'>): Cloud['noInvitation'] | 'reseller' => {
  const { noInvitation, resellersInvite } = cloud(id);
  return noInvitation ?? (type === 'indirect-reseller' && !resellersInvite ? 'reseller' : undefined);
};
