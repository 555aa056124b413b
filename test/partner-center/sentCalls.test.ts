import assert from 'node:assert/strict';
import { sentCalls } from '../../partner-center/sentCalls.ts';

describe('the calls that a job sent', () => {
  it('are told by the last change, which counts more than a later query', () => {
    const calls = sentCalls();
    assert.equal(calls.last(), undefined);
    calls.note('query-1', true);
    assert.equal(calls.last(), 'query-1');
    calls.note('change-1', false);
    calls.note('query-2', true);
    assert.equal(calls.last(), 'change-1');
    calls.note('change-2', false);
    assert.equal(calls.last(), 'change-2');
  });
});
