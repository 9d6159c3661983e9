import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { en } from './en';
import { ja } from './ja';
import { ko } from './ko';
import type { TextGroup } from './texts';
import { zh } from './zh';

const source = join(__dirname, '..');

/** Every text by its whole name: `plan.day.label`. */
function named(texts: TextGroup, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [[prefix + name, text]] : named(text, `${prefix}${name}.`),
  );
}

/** What a text asks for: `{{count}}`. */
function blanks(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

function withoutNumber(name: string): string {
  return name.replace(/_(one|other)$/, '');
}

/** What code says in `t('...')`, and the beginnings of what it puts together: t(`problems.${code}`). */
function usedNames(): { whole: Set<string>; beginnings: string[] } {
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^i18n\/(en|ko|ja|zh)\//.test(file),
    )
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  const whole = new Set([...code.matchAll(/['"`]((?:\w+\.)+\w+)['"`]/g)].map(([, name]) => name ?? ''));
  const beginnings = [...code.matchAll(/`((?:\w+\.)+)\$\{/g)].map(([, beginning]) => beginning ?? '');
  return { whole, beginnings };
}

const english = named(en);

describe.each([
  ['ko', ko],
  ['ja', ja],
  ['zh', zh],
])('%s', (_language, catalogue) => {
  const texts = new Map(named(catalogue as TextGroup));

  test('has every text, and none that English has not', () => {
    const wanted = english.map(([name]) => name).filter((name) => !name.endsWith('_one'));
    expect([...texts.keys()].sort()).toEqual(wanted.sort());
  });

  test('leaves no text empty and fills in what English fills in', () => {
    for (const [name, text] of english.filter(([key]) => !key.endsWith('_one'))) {
      expect([name, blanks(texts.get(name) ?? '')]).toEqual([name, blanks(text)]);
      expect(texts.get(name)?.trim()).toBeTruthy();
    }
  });
});

describe('texts and code', () => {
  const { whole, beginnings } = usedNames();

  test('no text lies about unused', () => {
    const unused = english
      .map(([name]) => withoutNumber(name))
      .filter((name) => !whole.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  test('no text is missing', () => {
    const groups = Object.keys(en);
    const known = new Set(english.map(([name]) => withoutNumber(name)));
    const missing = [...whole].filter(
      (name) => groups.includes(name.split('.')[0] ?? '') && !known.has(name),
    );
    expect(missing).toEqual([]);
  });
});
