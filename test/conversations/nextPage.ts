import assert from 'node:assert/strict';
import type { ButtonName, Client } from '../client.ts';

/** The button of a list of customers that opens its next page: what opens its own page again stands before it. */
export function nextPage(user: Client): ButtonName {
  const next = user.named('customers ').findLast((name) => /after:./.test(name));
  assert.ok(next, 'there is no next page');
  return next;
}
