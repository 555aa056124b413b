import assert from 'node:assert/strict';
import { createCustomerCards } from '../../../bot/turn/replies.ts';

const state = (ref: string) => ({ ref, verb: 'customer' as const, argument: ref });
const taken = (cards: ReturnType<typeof createCustomerCards>, conversation: string, ref: string): readonly string[] =>
  cards.take(conversation, ref).map(({ message }) => message);

describe('the messages with a customer’s state', () => {
  it('are given once, those of that customer in that conversation, and none that shows something else by now', () => {
    const cards = createCustomerCards();
    cards.note('a', '1', state('x'));
    cards.note('a', '2', state('y'));
    cards.note('a', '3', state('x'));
    cards.note('b', '4', state('x'));
    cards.note('a', '1');
    assert.deepEqual(taken(cards, 'a', 'x'), ['3']);
    assert.deepEqual(taken(cards, 'a', 'x'), []);
    assert.deepEqual(taken(cards, 'a', 'y'), ['2']);
    assert.deepEqual(taken(cards, 'b', 'x'), ['4']);
  });

  it('are the last few of a conversation', () => {
    const cards = createCustomerCards();
    for (let n = 0; n < 20; n += 1) cards.note('a', String(n), state('x'));
    const left = taken(cards, 'a', 'x');
    assert.ok(left.length < 20);
    assert.equal(left.at(-1), '19');
  });
});
