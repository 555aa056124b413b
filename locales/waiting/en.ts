import { base } from '../translator.ts';

/** Words of what waits for a time, and goes on by itself then. */
export const waitingEn = base({
  'waiting.goesOn':
    'Everything you entered is safe. It goes on by itself after {moment}; to try earlier, press Finish. Nothing is done twice.',
  'waiting.password':
    'When the customer is created, the password of its admin account is shown in this chat, for some minutes only.',
  'waiting.line': 'Goes on by itself after {moment}.',
});
