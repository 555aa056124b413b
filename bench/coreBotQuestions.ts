/** What the core-bot form asks, one question a turn: with its greeting and its confirmation as many turns as our own. */
export const coreBotQuestions = [
  'company',
  'domain',
  'address',
  'city',
  'state',
  'postalCode',
  'firstName',
  'lastName',
  'email',
] as const;

/** One of its questions. */
export type CoreBotQuestion = (typeof coreBotQuestions)[number];
