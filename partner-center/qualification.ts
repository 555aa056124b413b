import type { Segment } from './offer.ts';
import type { Qualification } from './partnerCenter.ts';

/** How far Microsoft's check of a qualification is; `unknown` where none is said, as of a state-owned entity, which is not checked. */
export type VettingState = 'in-review' | 'approved' | 'denied' | 'unknown';

/** A customer's qualification and how far its vetting is. */
export interface Vetting {
  /** `Education`, `GovernmentCommunityCloud`, `StateOwnedEntity`, `Nonprofit` or one to come. */
  readonly qualification: string;
  readonly state: VettingState;
  /** Why it was denied, in Microsoft's words. */
  readonly reason?: string;
  /** When it was asked for, in ISO 8601. */
  readonly askedAt?: string;
}

/** Qualifications that can be asked for, as Partner Center names them. */
export const qualificationNames = {
  education: 'Education',
  governmentCommunityCloud: 'GovernmentCommunityCloud',
} as const satisfies Readonly<Record<Qualification['kind'], string>>;

/** A qualification that can be asked for. */
export type QualificationKind = keyof typeof qualificationNames;

/** The kind that Partner Center names so; undefined for what cannot be asked for. */
export const kindNamed = (name: string): QualificationKind | undefined =>
  qualificationKinds.find((kind) => qualificationNames[kind] === name);

/** What can be asked for, in the order in which it is offered. */
export const qualificationKinds = [
  'education',
  'governmentCommunityCloud',
] as const satisfies readonly QualificationKind[];

const segments: Readonly<Record<string, Segment>> = {
  Education: 'education',
  GovernmentCommunityCloud: 'government',
  // Asked for by the organization itself, at Microsoft's site for nonprofits (CustomerQualification).
  Nonprofit: 'nonprofit',
};

/** The segments whose offers a customer may buy besides the commercial ones: those of its approved qualifications. */
export const approvedSegments = (vettings: readonly Pick<Vetting, 'qualification' | 'state'>[]): readonly Segment[] =>
  vettings.flatMap(({ qualification, state }) => (state === 'approved' ? (segments[qualification] ?? []) : []));

/** Is that qualification being reviewed, or approved? It is not to be asked for again then. */
export const isAskedAlready = ({ kind }: Pick<Qualification, 'kind'>, vettings: readonly Vetting[]): boolean =>
  vettings.some(
    ({ qualification, state }) =>
      qualification === qualificationNames[kind] && (state === 'in-review' || state === 'approved'),
  );

/** What can be asked for of a customer: what is not there yet, and what was denied. */
export const askable = (vettings: readonly Vetting[]): readonly QualificationKind[] =>
  qualificationKinds.filter((kind) => !isAskedAlready({ kind }, vettings));

/** What was asked for, by the names of the form's answers. */
export const qualificationAnswers = (wanted: Qualification): Readonly<Record<string, string>> =>
  wanted.kind === 'education'
    ? { educationSegment: wanted.segment, website: wanted.website }
    : { validationCode: wanted.validationCode };
