import { endsAsArchive } from './archive';

function archive(before: number[], comment: number[] = []) {
  const end = [0x50, 0x4b, 0x05, 0x06, ...Array<number>(16).fill(0), comment.length, 0];
  return new Uint8Array([...before, ...end, ...comment]);
}

test('an archive that is whole ends with its last record', () => {
  expect(endsAsArchive(archive([]))).toBe(true);
  expect(endsAsArchive(archive([1, 2, 3], [65, 66]))).toBe(true);
});

test('one that broke off does not, wherever it did', () => {
  const whole = archive([0x50, 0x4b, 0x03, 0x04, 1, 2, 3], [65, 66]);
  for (let length = 0; length < whole.length; length += 1) {
    expect(endsAsArchive(whole.slice(0, length))).toBe(false);
  }
});
