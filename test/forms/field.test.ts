import assert from 'node:assert/strict';
import fc from 'fast-check';
import { emailField, phoneField } from '../../forms/contactSection.ts';
import { choice, day, normalText, parseAnswer, text, toggle, type Field } from '../../forms/field.ts';
import { locales } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { countryName } from '../../partner-center/rules/countries.ts';
import { anyText } from '../anyText.ts';

const fault = (field: Field, typed: string): string | undefined => parseAnswer(field, typed).fault?.key;
const answer = (field: Field, typed: string): string | undefined => parseAnswer(field, typed).answer;
const input = (field: Field, value = '') => field.input({ id: 'one', label: 'One', value, words: words('en') });

const choices = [
  { value: 'a', title: () => 'First' },
  { value: 'b', title: () => 'Second' },
];

describe('a phone number', () => {
  for (const locale of locales)
    it(`stands in its input as people type it, and is taken again: ${locale}`, () => {
      const field = phoneField('TW');
      for (const kept of ['+886281011234', '+886281011234;ext=12', '+14255550100']) {
        const shown = JSON.stringify(field.input({ id: 'one', label: 'One', value: kept, words: words(locale) }));
        const { value = '' } = JSON.parse(shown) as { value?: string };
        assert.doesNotMatch(value, /;ext=|\d{9}/);
        assert.equal(answer(field, value), kept);
      }
    });

  it('that was typed stays as it was typed', () => {
    assert.ok(JSON.stringify(input(phoneField('TW'), '02-8101-1234')).includes('"02-8101-1234"'));
  });
});

describe('a text', () => {
  it('is kept without blanks at its ends, and with single ones inside', () => {
    assert.equal(answer(text(20), '  New\n York\t City '), 'New York City');
  });

  it('must be there unless it is optional', () => {
    assert.equal(fault(text(5), ' \u200B '), 'fault.required');
    assert.equal(answer(text(5, { optional: true }), '  '), '');
  });

  it('may be as long as its limit in UTF-16 units, and no longer', () => {
    assert.equal(answer(text(4), '😀😀'), '😀😀');
    assert.deepEqual(parseAnswer(text(4), '😀😀!').fault, { key: 'fault.tooLong', data: { n: 4 } });
  });

  it('has no control characters, overrides or halves of characters', () => {
    for (const typed of ['a\u0000b', 'a\uD800b']) {
      assert.equal(fault(text(20), typed), 'fault.characters');
    }
    assert.equal(answer(text(20), '\u202Agnp\u202Eexe\u2069\u200B'), 'gnpexe');
  });

  it('breaks the first of its rules only', () => {
    const field = text(3, { rule: () => 'fault.website' });
    assert.equal(fault(field, 'abcd'), 'fault.tooLong');
    assert.equal(fault(field, 'abc'), 'fault.website');
  });

  it('can be pasted longer than its limit, so that we say so and no client cuts it', () => {
    assert.ok(!('maxLength' in input(text(255))));
  });

  it('that is far too long is shown in part, so that its card can be sent', () => {
    const shown = input(text(60), 'x'.repeat(4000));
    assert.ok(shown.type === 'Input.Text' && (shown.value ?? '').length === 120);
  });

  it('stands in its input again', () => {
    const shown = input(text(5), ' as typed ');
    assert.ok(shown.type === 'Input.Text' && shown.value === ' as typed ');
  });
});

describe('a text with a form of its own', () => {
  const field = normalText(3, (typed) => typed.trim().toUpperCase(), {
    rule: (value) => (value === 'ABC' ? undefined : 'fault.postalCode'),
  });

  it('is judged in that form', () => {
    assert.equal(answer(field, ' abc '), 'ABC');
    assert.equal(fault(field, 'abd'), 'fault.postalCode');
  });
});

describe('an e-mail address', () => {
  const field = emailField(['fabrikam.example']);

  it('is the customer’s own', () => {
    assert.equal(answer(field, ' anna@tailspin.example '), 'anna@tailspin.example');
    assert.equal(fault(field, 'anna'), 'fault.email');
    assert.equal(fault(field, 'anna@microsoft.com'), 'fault.emailMicrosoft');
    assert.equal(fault(field, 'anna@sales.fabrikam.example'), 'fault.emailOwn');
  });
});

describe('a phone number', () => {
  it('is kept as it is dialled from anywhere', () => {
    assert.equal(answer(phoneField('TW'), '02 2345 6789'), '+886223456789');
    assert.equal(answer(phoneField('TW'), '+49 431 1234567'), '+494311234567');
  });

  it('is a real one, or none where it is optional', () => {
    assert.equal(fault(phoneField('US'), '12'), 'fault.phone');
    assert.equal(fault(phoneField('US'), ''), 'fault.required');
    assert.equal(answer(phoneField('US', { optional: true }), ''), '');
  });
});

describe('a choice', () => {
  it('is one of the list', () => {
    assert.equal(answer(choice(choices), 'b'), 'b');
    for (const typed of ['c', 'First', 'a,b', '__proto__']) assert.equal(fault(choice(choices), typed), 'fault.choice');
  });

  it('is made, unless it is optional', () => {
    assert.equal(fault(choice(choices), ''), 'fault.choice');
    assert.equal(answer(choice(choices, { optional: true }), ''), '');
  });

  it('presets nothing that is not in the list', () => {
    const shown = input(choice(choices), 'gone');
    assert.ok(shown.type === 'Input.ChoiceSet' && shown.value === undefined);
  });

  it('stands in the order in which a reader looks for its titles, where it is sorted', () => {
    const states = choice(
      ['JP', 'KR', 'CN'].map((value) => ({ value, title: ({ locale }) => countryName(value, locale) })),
      { sorted: true },
    );
    const order = (locale: 'en' | 'ru'): (string | undefined)[] => {
      const shown = states.input({ id: 'one', label: 'One', value: '', words: words(locale) });
      return shown.type === 'Input.ChoiceSet' ? (shown.choices ?? []).map(({ value }) => value) : [];
    };
    assert.deepEqual(order('en'), ['CN', 'JP', 'KR']);
    assert.deepEqual(order('ru'), ['CN', 'KR', 'JP']);
  });

  it('are sorted once a language, whatever clock the words are of', () => {
    let asked = 0;
    const states = choice(
      choices.map(({ value }) => ({ value, title: () => (asked++, value) })),
      { sorted: true },
    );
    for (const offset of [0, 60, 120])
      states.input({ id: 'one', label: 'One', value: '', words: words('en', { offset }) });
    assert.equal(asked, choices.length);
  });

  it('reads by its title', () => assert.equal(choice(choices).format?.('b', words('en')), 'Second'));
});

describe('yes or no', () => {
  it('is no when the client leaves it out', () => {
    assert.equal(answer(toggle(), ''), 'false');
    assert.equal(answer(toggle(), 'true'), 'true');
    assert.equal(answer(toggle(), 'yes'), 'false');
  });

  it('can have to be yes', () => {
    const field = toggle({ mustBe: { value: 'true', fault: 'fault.agreement' } });
    assert.equal(fault(field, 'false'), 'fault.agreement');
    assert.equal(answer(field, 'true'), 'true');
  });

  it('reads as words', () => {
    assert.deepEqual(
      ['true', 'false'].map((value) => toggle().format?.(value, words('en'))),
      ['Yes', 'No'],
    );
  });
});

describe('a day', () => {
  const field = day('2026-03-02');

  it('is a day of the calendar', () => {
    assert.equal(answer(field, '2024-02-29'), '2024-02-29');
    for (const typed of ['1 March', '3/1/2026', 'yesterday']) assert.equal(fault(field, typed), 'fault.date', typed);
    assert.deepEqual(parseAnswer(field, '2025-02-29').fault, { key: 'fault.noSuchDay', data: { typed: '2025-02-29' } });
    assert.equal(fault(field, '2026-13-01'), 'fault.noSuchDay');
    assert.equal(fault(field, '1999-12-31'), 'fault.tooEarly');
  });

  it('may be written with a time, and in any of the languages', () => {
    for (const typed of [
      '2026-03-01T09:30',
      '2026-3-1',
      '1 марта 2026 г.',
      'March 1, 2026',
      '2026年3月1日',
      '01.03.2026',
    ])
      assert.equal(answer(field, typed), '2026-03-01', typed);
  });

  it('is today at the latest', () => {
    assert.equal(answer(field, '2026-03-02'), '2026-03-02');
    assert.equal(fault(field, '2026-03-03'), 'fault.future');
  });

  it('reads in the user’s language', () =>
    assert.equal(field.format?.('2026-03-02', words('ru')), words('ru').day('2026-03-02')));
});

describe('any field', () => {
  const fields: Record<string, Field> = {
    text: text(40),
    email: emailField([]),
    phone: phoneField('US'),
    choice: choice(choices),
    toggle: toggle(),
    day: day('2026-03-02'),
  };

  for (const [kind, field] of Object.entries(fields)) {
    it(`takes its own answer for an answer: ${kind}`, () => {
      fc.assert(
        fc.property(anyText(50), (typed) => {
          const first = answer(field, typed);
          if (first !== undefined) assert.equal(answer(field, first), first);
        }),
      );
    });
  }
});
