import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';
import { pageNames } from '../../bot/pages/pageTexts.ts';
import { teamsCommands } from '../../locales/commandNames.ts';
import { typedCommand, isCommandName } from '../../dialogs/commands.ts';
import { locales, type Locale } from '../../locales/translator.ts';
import { words } from '../../locales/words.ts';
import { appPackage, makePackage } from '../../manifest/appPackage.ts';
import { iconFaults, manifestFaults, stringsFaults } from '../../manifest/manifestSchema.ts';
import { PackageError, type PackageOptions, readPackageOptions } from '../../manifest/packageOptions.ts';
import { decode } from './png.ts';

const appId = '00000000-0000-4000-8000-00000000000a';
const botId = '00000000-0000-4000-8000-00000000000b';
const args = ['--app-id', appId, '--bot-id', botId, '--domain', 'desk.contoso.example'];
const values = readPackageOptions(args, '1.0.0');

const manifestShape = z.looseObject({
  id: z.string(),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  bots: z.array(
    z.looseObject({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ),
    }),
  ),
  validDomains: z.array(z.string()),
});
const stringsShape = z.record(z.string(), z.string());

const files = unzipSync(await appPackage('manifest', values));
const textOf = (name: string): unknown => JSON.parse(strFromU8(files[name] ?? new Uint8Array()));
const manifest = manifestShape.parse(textOf('manifest.json'));
const commands = manifest.bots[0]?.commandLists[0]?.commands ?? [];
const stringsOf = (locale: Locale) => stringsShape.parse(textOf(`${locale.toLowerCase()}.json`));
const commandsOf = (locale: Locale) =>
  commands.map((_, index) => ({
    title: stringsOf(locale)[`bots[0].commandLists[0].commands[${index}].title`] ?? '',
    description: stringsOf(locale)[`bots[0].commandLists[0].commands[${index}].description`] ?? '',
  }));

const faultsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof PackageError, String(error));
    return error.faults;
  }
  return [];
};

describe('the app package', () => {
  it('is for one person alone, with those ids and that domain', () => {
    assert.equal(manifest.id, appId);
    assert.deepEqual(manifest.validDomains, ['desk.contoso.example']);
    const [bot, ...others] = manifest.bots;
    assert.deepEqual([bot?.botId, bot?.scopes, others.length], [botId, ['personal'], 0]);
    assert.deepEqual(
      bot?.commandLists.map(({ scopes }) => scopes),
      [['personal']],
    );
  });

  it('may be sent files, and ask whether it may give one', () => {
    assert.deepEqual(
      manifest.bots.map(({ supportsFiles }) => supportsFiles),
      [true],
    );
  });

  it('holds every file it names, and no other', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"([\w-]+\.(?:json|png))"/g)].map(([, name]) => name ?? '');
    assert.deepEqual(Object.keys(files).toSorted(), ['manifest.json', ...named].toSorted());
  });

  it('is the same, byte by byte, for the same input', async () => {
    const zone = process.env['TZ'];
    const zips: Uint8Array[] = [];
    try {
      for (const other of ['UTC', 'Asia/Tokyo', 'America/St_Johns']) {
        process.env['TZ'] = other;
        zips.push(await appPackage('manifest', values));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    assert.deepEqual(new Set(zips.map((zip) => Buffer.from(zip).toString('base64'))).size, 1);
    const other = await appPackage('manifest', { ...values, version: '1.0.1' });
    assert.notDeepEqual(Buffer.from(other), Buffer.from(zips[0] ?? []));
  });

  it('quotes what is put into the manifest', async () => {
    const developer = 'Contoso "Nord" \\ $& Söhne';
    const zip = unzipSync(await appPackage('manifest', { ...values, developer }));
    const { developer: given } = z
      .looseObject({ developer: z.looseObject({ name: z.string() }) })
      .parse(JSON.parse(strFromU8(zip['manifest.json'] ?? new Uint8Array())));
    assert.equal(given.name, developer);
  });

  it('names neither Microsoft nor its products in the app’s name', () => {
    for (const { short, full } of [manifest.name]) {
      assert.ok(short.length <= 30);
      assert.doesNotMatch(short + full, /microsoft|teams|office|365|azure|partner center/i);
    }
  });
});

describe('the commands Teams offers', () => {
  it('are ten at most, so that every client shows them', () => {
    assert.ok(commands.length > 0 && commands.length <= 10);
  });

  // Teams offers them as prompt starters in a new chat, where there is nothing to leave or go back from.
  it('are those that begin something', () => {
    assert.deepEqual(
      commands.map(({ title }) => typedCommand(title)),
      teamsCommands,
    );
  });

  for (const locale of locales) {
    it(`come back as typed text that is understood, in ${locale}`, () => {
      const understood = commandsOf(locale).map(({ title }) => typedCommand(title));
      assert.deepEqual(
        understood,
        commands.map(({ title }) => typedCommand(title)),
      );
      assert.equal(new Set(understood).size, commands.length);
      assert.ok(understood.every((name) => name !== undefined && isCommandName(name)));
    });

    it(`are explained as the help card does, in ${locale}`, () => {
      const { t } = words(locale);
      for (const { title, description } of commandsOf(locale)) {
        const name = typedCommand(title);
        assert.ok(name !== undefined && name !== 'hello', title);
        // Which blanks do not break is the card's own affair.
        assert.equal(description, t(`help.${name}`).replaceAll('\u00A0', ' '));
      }
    });

    it(`stand beside a name and descriptions that fit, in ${locale}`, () => {
      const strings = stringsOf(locale);
      assert.equal(strings['name.short'], manifest.name.short);
      assert.ok((strings['description.short'] ?? '').length <= 80);
      assert.notEqual(strings['description.short'], strings['description.full']);
      if (locale !== 'en') assert.notEqual(strings['description.short'], manifest.description.short);
    });
  }

  it('are in English where the client’s language is another', () => {
    assert.deepEqual(commandsOf('en'), commands);
    assert.deepEqual(
      [stringsOf('en')['description.short'], stringsOf('en')['description.full']],
      [manifest.description.short, manifest.description.full],
    );
  });
});

describe('the icons', () => {
  it('are as large as Teams wants them, the outline white on nothing', async () => {
    const color = decode(await readFile('manifest/color.png'));
    assert.deepEqual([color.width, color.height], [192, 192]);
    assert.ok(color.pixels.every(([, , , opacity]) => opacity === 255));
    const outline = decode(await readFile('manifest/outline.png'));
    assert.deepEqual([outline.width, outline.height], [32, 32]);
    const drawn = outline.pixels.filter(([, , , opacity]) => opacity !== 0);
    assert.ok(drawn.length > 50 && drawn.length < 700);
    assert.deepEqual(
      drawn.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255),
      [],
    );
  });
});

describe('the judge of a package', () => {
  it('knows Microsoft’s limits without a network', async () => {
    const real = globalThis.fetch;
    globalThis.fetch = () => assert.fail('nothing may be fetched');
    try {
      const wrong = { ...manifest, name: { short: 'x'.repeat(31) }, accentColor: 'green', colour: 1 };
      const faults = (await manifestFaults(wrong)).join('\n');
      for (const place of [/\/name\/short .*30/, /\/accentColor/, /colour/]) assert.match(faults, place);
      const strings = {
        ...stringsOf('ru'),
        'description.short': 'x'.repeat(81),
        'bots[0].commandLists[0].commands[12].title': '',
      };
      const found = (await stringsFaults(strings)).join('\n');
      for (const place of [/description\.short.*80/, /commands\[12\]/]) assert.match(found, place);
      assert.deepEqual([await manifestFaults(manifest), await stringsFaults(stringsOf('ru'))], [[], []]);
    } finally {
      globalThis.fetch = real;
    }
  });

  it('takes no picture of another size or kind for an icon', async () => {
    const outline = await readFile('manifest/outline.png');
    assert.deepEqual(iconFaults(outline, 32), []);
    assert.match(iconFaults(outline, 192).join(), /32×32.*192×192/);
    for (const bytes of [Buffer.from('<svg/>'), Buffer.alloc(0), Buffer.alloc(64)])
      assert.deepEqual(iconFaults(bytes, 32), ['is not a PNG']);
  });
});

describe('making the package', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'package-'));
    await cp('manifest', join(root, 'manifest'), { recursive: true });
    await writeFile(join(root, 'package.json'), '{"version":"3.2.1"}');
  });
  afterEach(() => rm(root, { recursive: true }));

  const edit = async (name: string, change: (text: string) => string): Promise<void> => {
    const file = join(root, 'manifest', name);
    await writeFile(file, change(await readFile(file, 'utf8')));
  };

  it('writes the zip with the version of the product', async () => {
    const file = await makePackage(args, root);
    const made = z
      .looseObject({ version: z.string() })
      .parse(JSON.parse(strFromU8(unzipSync(await readFile(file))['manifest.json'] ?? new Uint8Array())));
    assert.equal(file, join(root, 'dist', 'customer-desk.zip'));
    assert.equal(made.version, '3.2.1');
  });

  it('writes nothing when a value is wrong', async () => {
    const faults = await faultsOf(makePackage([...args, '--version', 'x', '--out', 'new/desk.zip'], root));
    assert.match(faults.join('\n'), /^--version: /);
    assert.deepEqual((await readdir(root)).toSorted(), ['manifest', 'package.json']);
  });

  it('writes nothing when a file is wrong, and names each', async () => {
    await edit('manifest.json', (text) => text.replace('"1.29"', '"1.5"').replace('{{domain}}', '{{host}}'));
    await edit('ru.json', (text) => text.replace('"description.short"', '"description.tiny"'));
    await writeFile(join(root, 'manifest', 'color.png'), 'no picture');
    const faults = (await faultsOf(makePackage(args, root))).join('\n');
    for (const named of [
      /manifest\.json: .*manifestVersion/,
      /manifest\.json: {{host}}/,
      /ru\.json: .*description/,
      /color\.png: /,
    ])
      assert.match(faults, named);
    assert.deepEqual((await readdir(root)).toSorted(), ['manifest', 'package.json']);
  });

  it('names a file that is gone or no JSON', async () => {
    await edit('zh-tw.json', () => '{');
    assert.match((await faultsOf(makePackage(args, root))).join(), /^zh-tw\.json: is not JSON/);
    await rm(join(root, 'manifest', 'outline.png'));
    assert.match((await faultsOf(makePackage(args, root))).join(), /^outline\.png: cannot be read/);
  });
});

describe('the pages an app must link', () => {
  it('are those the bot shows', () => {
    for (const name of pageNames) {
      const link: PackageOptions[typeof name] = values[name];
      assert.equal(new URL(link).pathname, `/${name}`);
    }
  });
});
