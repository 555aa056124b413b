import assert from 'node:assert/strict';
import { commandNames, commandOf, type CommandName } from '../../dialogs/commands.ts';
import { locales } from '../../locales/translator.ts';
import { words, type MessageKey } from '../../locales/words.ts';

describe('the commands', () => {
  for (const locale of locales) {
    const { t } = words(locale);

    for (const name of commandNames) {
      it(`${name} is understood as it is typed in ${locale}, and as nothing else`, () => {
        // A word that were two commands would be taken as the other one somewhere.
        for (const typed of t(`command.${name}`).split('|')) {
          assert.equal(commandOf(typed), name, typed);
          if (/\p{L}/u.test(typed)) assert.equal(commandOf(`  ${typed.toUpperCase()}! `), name, typed);
        }
      });
    }

    it(`are understood as ${locale} sentences name them`, () => {
      const named: [MessageKey, CommandName][] = [
        ['form.open', 'help'],
        ['form.notOpen', 'help'],
        ['cancel.kept', 'drafts'],
        ['outdated.submitted', 'customers'],
      ];
      for (const [key, name] of named) {
        const quoted = /[“「«](.+?)[”」»]/.exec(words(locale).say(key))?.[1] ?? '';
        assert.equal(commandOf(quoted), name, `${key}: ${quoted}`);
      }
    });

    it(`are not taken from ordinary ${locale} words`, () => {
      assert.equal(commandOf(t('field.companyName')), undefined);
      assert.equal(commandOf(''), undefined);
    });
  }

  it('are understood in the title of their own button', () => {
    const buttons: [MessageKey, CommandName][] = [
      ['button.addCustomer', 'addCustomer'],
      ['button.customers', 'customers'],
      ['button.importCustomers', 'importCustomers'],
      ['button.drafts', 'drafts'],
      ['button.language', 'language'],
      ['button.help', 'help'],
      ['button.back', 'back'],
      ['button.cancel', 'cancel'],
      ['button.startOver', 'startOver'],
    ];
    const missed = locales.flatMap((locale) =>
      buttons.flatMap(([key, name]) => {
        const title = words(locale).say(key);
        return commandOf(title) === name ? [] : [`${locale}: ${title}`];
      }),
    );
    assert.deepEqual(missed, []);
  });

  it('are understood in full width', () => {
    assert.equal(commandOf('ｈｅｌｐ'), 'help');
    assert.equal(commandOf('？'), 'help');
  });

  it('are not found in what every object has', () => {
    for (const typed of ['constructor', '__proto__', 'toString']) assert.equal(commandOf(typed), undefined);
  });
});
