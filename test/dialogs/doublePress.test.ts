import assert from 'node:assert/strict';
import { isDoublePress } from '../../dialogs/pressedCard.ts';
import { newUser } from '../../model/user.ts';

const at = new Date('2026-03-02T10:00:00.000Z');
const person = { ...newUser(), lastPress: { token: 'd1.1', verb: 'next', at: at.toISOString() } };
const after = (seconds: number, token = 'd1.1'): boolean =>
  isDoublePress({ person, now: new Date(at.getTime() + seconds * 1000) }, token);

describe('a press of the card that was pressed last', () => {
  it('is a double press for ten seconds, on that card alone', () => {
    assert.deepEqual([after(0), after(9), after(10), after(0, 'd1.2')], [true, true, false, false]);
  });

  it('is answered when the clock was set back since', () => {
    assert.equal(after(-1800), false);
  });
});
