/** What a call of Partner Center is about: the same code means different things of an order and of a customer's profile. */
export const callSubjects = [
  'customer',
  'customers',
  'domain',
  'address',
  'country',
  'agreement',
  'qualification',
  'catalogue',
  'order',
  'subscription',
  'billing',
  'relationship',
  'reseller',
  'user',
  'account',
  'activity',
  'other',
] as const;
export type CallSubject = (typeof callSubjects)[number];

/** Beginnings and middles of paths below `/v1`, the more particular first. */
const places: readonly (readonly [RegExp, CallSubject])[] = [
  [/^customers\/[^/]+\/products\b/, 'catalogue'],
  [/^customers\/[^/]+\/(?:agreements|directsigned\w+)\b/, 'agreement'],
  [/^(?:agreements|attestations)\b/, 'agreement'],
  [/^customers\/[^/]+\/qualifications\b/, 'qualification'],
  [/^customers\/[^/]+\/(?:carts|orders)\b/, 'order'],
  [/^customers\/[^/]+\/subscriptions\b/, 'subscription'],
  [/^customers\/[^/]+\/profiles\b/, 'billing'],
  [/^customers\/[^/]+\/(?:users|directoryroles)\b/, 'user'],
  [/^customers\/[^/]+\/validationstatus\b/, 'account'],
  [/^customers\/relationshiprequests\b/, 'relationship'],
  [/^customers(?:\/[^/]+)?$/, 'customers'],
  [/^domains\//, 'domain'],
  [/^validations\/address\b/, 'address'],
  [/^countryvalidationrules\b/, 'country'],
  [/^products\b/, 'catalogue'],
  [/^(?:relationships|compliance\/csp)\b/, 'reseller'],
  [/^auditrecords\b/, 'activity'],
];

/** What a call is about, by its method and its path below `/v1`. */
export const subjectOf = ({ method, path }: { readonly method: string; readonly path: string }): CallSubject => {
  const found = places.find(([place]) => place.test(path.toLowerCase()))?.[1] ?? 'other';
  if (found !== 'customers' || method === 'GET') return found;
  // POST makes one, PATCH ends what there is with one.
  return method === 'POST' ? 'customer' : 'relationship';
};
