/** Texts a user may type that no client may read as anything but text: Markdown, a date macro, a mention, a template. */
const traps = [
  '*bold* _x_ **y**',
  '[a](https://evil.example)',
  '{{DATE(2017-02-14T06:00:00Z)}}',
  '{{{TIME(2017-02-14T06:00:00Z)}}}',
  '<at>x</at>',
  '${x}',
  '<b>',
];

/** Found in every planted text, and in none of the product's own. */
export const mark = 'Ж⟦⟧';

/** A user's text of that length (in UTF-16 units, at least 20) that tries every trap there is room for. */
export const planted = (length: number): string => `${mark} ${traps.join(' ')} `.repeat(6).slice(0, length);

/** Why Partner Center refused something, with as much as it can say. */
export const plantedRefusal = <R extends string>(reason: R) => ({
  reason,
  code: '600009',
  description: planted(300),
  correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e',
});
