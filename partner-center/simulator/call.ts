import type * as z from 'zod';
import type { SimulatedPartner } from './partners.ts';
import { refusal } from './refusal.ts';
import type { Token } from './tokens.ts';
import type { World } from './world.ts';

/** What everything here is made from: the time, ids and passwords, passed in. */
export interface Sources {
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly newId: () => string;
  readonly newPassword: () => string;
}

/** One authorized call of the API. */
export interface Call extends Sources {
  readonly method: string;
  /** With `/v1`, without the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON with camelCase names and without nulls. */
  readonly body: unknown;
  readonly partner: SimulatedPartner;
  readonly token: Token;
  readonly world: World;
  /** What a fault makes the service do in the middle of its work. */
  readonly injected: Injected;
}

/** Faults that lie inside an answer. */
export interface Injected {
  /** Every cart line answers with this error. */
  readonly lineError?: string;
  /** Every order group of a checkout fails with this error. */
  readonly orderError?: string;
  /** A change is accepted (202) and shown only later. */
  readonly accepted?: boolean;
}

/** An HTTP answer; without a body it has none. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What does one operation. Raises Refusal. */
export type Handler = (call: Call) => Answer;

/** The part of a path by that name. */
export const param = ({ params }: Call, name: string): string => params[name] ?? '';

/** A body as its schema wants it; raises Refusal 3000 that names what is wrong. */
export const parseBody = <T>(body: unknown, schema: z.ZodType<T>): T => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw refusal('3000', { data: parsed.error.issues.map(({ path }) => `property_name: ${path.join('.') || 'body'}`) });
};

/** 200 with a body. */
export const ok = (body: unknown): Answer => ({ status: 200, body });

/** 201 with a body. */
export const created = (body: unknown): Answer => ({ status: 201, body });
