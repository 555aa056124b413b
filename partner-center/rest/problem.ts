import * as z from 'zod';

/** What went wrong with a call, as far as Partner Center said; without `status` there was no answer at all. */
export interface Problem {
  readonly status?: number;
  /** Partner Center's own, always as text: the service sends numbers and texts. */
  readonly code?: string;
  readonly description?: string;
  /** `property: reason` lines. */
  readonly data: readonly string[];
  /** Seconds that Partner Center asks to wait. */
  readonly retryAfter?: number;
  /** It answered, and the answer is none of the documented ones. */
  readonly unreadable?: true;
}

const text = z.union([z.string(), z.number()]).transform(String).nullish().catch(undefined);

const lines = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .nullish()
  .catch(undefined);

// Three documented shapes, and the one of the gateways in front: { error: { code, message } }.
const body = z.object({
  code: text,
  errorCode: text,
  description: text,
  message: text,
  data: lines,
  error: z.object({ code: text, message: text }).nullish().catch(undefined),
});

/** The address check of before 2021-05-17 put an error of its own, as JSON, into the description: its `reason`. */
const innerReason = (description: string): string | undefined => {
  const [, reason] = /^\s*\{.*?"reason"\s*:\s*("(?:[^"\\]|\\.)*")/s.exec(description.slice(0, 4000)) ?? [];
  if (reason === undefined) return undefined;
  try {
    return z.string().parse(JSON.parse(reason));
  } catch {
    return undefined;
  }
};

const entities: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};

const unescaped = (said: string): string =>
  said.replace(/&(?:#39|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** The error body of an answer, whichever of its shapes it has, or a bare sentence; what is neither says nothing. */
export const problemOf = (status: number, answer: unknown, retryAfter?: number): Problem => {
  const known = body.safeParse(answer).data;
  const said = known?.code ?? known?.errorCode ?? known?.error?.code ?? '';
  // It stands in messages and logs: nothing but a code may.
  const code = /^[\w.-]{1,60}$/.test(said) ? said : undefined;
  const sentence =
    typeof answer === 'string' ? answer : (known?.description ?? known?.message ?? known?.error?.message);
  const description = sentence ? unescaped(innerReason(sentence) ?? sentence) : undefined;
  return {
    status,
    data: known?.data ?? [],
    ...(code === undefined ? {} : { code }),
    ...(description === undefined ? {} : { description }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
};
