import { forgetTyped, readTyped, writeTyped } from './typed.web';

beforeEach(() => sessionStorage.clear());

test('what was typed is there again after the page was left, until it was sent', () => {
  expect(readTyped('7.revise.3')).toBeNull();
  writeTyped('7.revise.3', 'half a sentence');
  expect(readTyped('7.revise.3')).toBe('half a sentence');
  writeTyped('7.revise.3', null);
  expect(readTyped('7.revise.3')).toBeNull();
});

test('what one traveller has typed goes when they leave, and only that', () => {
  writeTyped('7.revise.3', 'mine');
  writeTyped('77.revise.3', 'of another');
  sessionStorage.setItem('oddiya.journey', '{}');
  forgetTyped('7');
  expect(readTyped('7.revise.3')).toBeNull();
  expect(readTyped('77.revise.3')).toBe('of another');
  expect(sessionStorage.getItem('oddiya.journey')).toBe('{}');
});
