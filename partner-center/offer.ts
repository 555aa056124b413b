/** Every segment; all but the first take an approved qualification. */
export const segments = ['commercial', 'nonprofit', 'education', 'government'] as const;

/** Who may buy an offer. */
export type Segment = (typeof segments)[number];

/** How an offer is committed to and paid: term as an ISO 8601 duration (P1M, P1Y, P3Y, P45D) and the billing cycle. */
export interface Plan {
  readonly term: string;
  readonly billing: 'monthly' | 'annual' | 'triennial' | 'one_time' | 'none';
}

/** One thing a partner can sell; one model for legacy offers and for new-commerce products. `id` is opaque. */
export interface Offer {
  readonly id: string;
  /** As Microsoft names it; not translated. */
  readonly name: string;
  readonly segment: Segment;
  readonly unit: 'licenses' | 'add-on-licenses' | 'instances' | 'gigabytes' | 'usage';
  readonly trial: boolean;
  /** Fewest and most units of one line; equal for most trials. Meaningless for `usage`, which has no count. */
  readonly min: number;
  readonly max: number;
  /** Most subscriptions of it one customer may have; absent when unlimited. */
  readonly limit?: number;
  /** At least one. */
  readonly plans: readonly Plan[];
  /** Ids of the offers one of which must be there first; empty for a base offer. */
  readonly addOnTo: readonly string[];
  /** Order on Partner Center's page. */
  readonly rank: number;
}

/** May a customer approved for those segments have the offer? Commercial ones are everybody's. */
export const isFor = ({ segment }: Pick<Offer, 'segment'>, segments: readonly Segment[]): boolean =>
  segment === 'commercial' || segments.includes(segment);
