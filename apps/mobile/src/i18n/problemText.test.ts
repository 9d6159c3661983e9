import contract from '../../openapi.json';
import { en } from './en';
import { openTexts } from './index';
import { knownCode } from './problemText';

interface Response {
  description?: string;
}

/** Codes that the contract names: in the description of a refusal, within brackets. */
function codesOfTheContract(): string[] {
  const operations = Object.values(contract.paths).flatMap((path) => Object.values(path));
  const responses = [
    ...Object.values(contract.components.responses),
    ...operations.flatMap(({ responses: own }) =>
      Object.entries(own as Record<string, Response>).flatMap(([status, response]) =>
        Number(status) >= 400 ? [response] : [],
      ),
    ),
  ];
  const named = responses.flatMap(({ description = '' }: Response) =>
    [...description.matchAll(/\(([a-z0-9_]+(?:, [a-z0-9_]+)*)\)/g)].flatMap(
      ([, codes]) => codes?.split(', ') ?? [],
    ),
  );
  return [...new Set(named)].sort();
}

/** What the gateway, and the servers below any route, say by themselves. */
const beside = ['busy', 'internal_error', 'timeout', 'origin_not_allowed'];
/** What is no code of the API. */
const ownWords = ['no_answer', 'session_ended', 'unexpected', 'unfit', 'reference'];

beforeAll(() => openTexts('en'));

test('every refusal of the contract has words of its own', () => {
  const codes = [...codesOfTheContract(), ...beside];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => knownCode(code) === 'unexpected')).toEqual([]);
});

test('there are no words for refusals that never come', () => {
  const codes = new Set([...codesOfTheContract(), ...beside, ...ownWords]);
  expect(Object.keys(en.problems).filter((code) => !codes.has(code))).toEqual([]);
});

test('a refusal that this app has never heard of is unexpected', () => {
  expect(knownCode('never_heard_of')).toBe('unexpected');
  expect(knownCode('toString')).toBe('unexpected');
});
