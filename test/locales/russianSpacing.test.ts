import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { russianDate, russianSentence } from '../../locales/ru/spacing.ts';

describe('blanks of a Russian sentence', () => {
  const isNumber = (name: string): boolean => name === 'n';

  it('keep a number with its noun, and a dash with what it follows', () => {
    assert.equal(
      russianSentence('{n} дней и 24 часа — это {n}, {day} и 3 %', isNumber),
      '{n}\u00A0дней и\u00A024\u00A0часа\u00A0— это {n}, {day} и\u00A03\u00A0%',
    );
  });

  it('keep a word of one letter with the next one', () => {
    assert.equal(
      russianSentence('В Центре и «с {name}» к вам, я уверен', isNumber),
      'В\u00A0Центре и\u00A0«с\u00A0{name}» к\u00A0вам, я\u00A0уверен',
    );
  });

  it('break behind what is no number', () => {
    assert.equal(russianSentence('{name} уже есть', isNumber), '{name} уже есть');
  });

  it('keep a date on its line', () => {
    assert.equal(russianDate('2 марта 2026 г.'), '2\u00A0марта\u00A02026\u00A0г.');
    assert.equal(russianSentence('до 1 апреля 2023 года', isNumber), 'до 1\u00A0апреля\u00A02023\u00A0года');
  });

  it('are so in every message, however it was written', () => {
    assert.equal(words('ru').t('count.licenses', { n: 25 }), '25\u00A0лицензий');
  });
});

describe('the end of a sentence', () => {
  it('is one full stop, also behind a Russian year and “Ltd.”', () => {
    const text = words('ru').t('importReview.dates', { typed: '01/13/2026', day: words('ru').day('2026-01-13') });
    assert.match(text, /г\.$/);
    assert.doesNotMatch(text, /\.\.$/);
    assert.equal(words('en').t('confirmation.summary', { company: 'Contoso' }), 'Contoso was added.');
    assert.match(words('en').t('asOf.customers', { moment: 'Contoso Ltd.' }), /[^.]\.$/);
  });
});
