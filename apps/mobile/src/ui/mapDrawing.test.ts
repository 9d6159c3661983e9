import { fitted, labels, scaleBar, spread } from './mapDrawing';

const size = { width: 300, height: 200 };
const haeundae = { lat: 35.1587, lng: 129.1604 };
const gamcheon = { lat: 35.0975, lng: 129.0106 };

test('all positions are in sight, north at the top and to scale', () => {
  const { at, metersPerPixel } = fitted([haeundae, gamcheon], size, 20);
  const [east, west] = [at(haeundae), at(gamcheon)];
  expect(east.x).toBeCloseTo(280);
  expect(west.x).toBeCloseTo(20);
  expect(east.y).toBeLessThan(west.y);
  expect(metersPerPixel * (east.x - west.x)).toBeCloseTo(13_630, -2);
});

test('one place is in the middle, with land around it', () => {
  const { at, metersPerPixel } = fitted([haeundae], size, 20);
  expect(at(haeundae)).toEqual({ x: 150, y: 100 });
  expect(metersPerPixel * 160).toBeCloseTo(800);
});

test('points that would cover each other are moved apart, others are not', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 100, y: 100 },
    { x: 104, y: 100 },
    { x: 250, y: 40 },
  ];
  const moved = spread(points, 30, size);
  expect(moved[3]).toEqual(points[3]);
  for (const [index, one] of moved.entries())
    for (const other of moved.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(28);
});

test('the scale is a round distance', () => {
  expect(scaleBar(37, 90)).toEqual({ meters: 2000, length: 2000 / 37 });
  expect(scaleBar(2.5, 90).meters).toBe(200);
});

test('names stand beside their points, to the left at the right edge, and never upon others', () => {
  const named = [
    { x: 20, y: 100, name: '해운대해수욕장' },
    { x: 280, y: 50, name: 'Haeundae' },
    { x: 60, y: 100, name: '동백섬' },
    { x: 20, y: 104, name: '벡스코' },
  ];
  expect(labels(named, 10, 12, size).map(({ text, anchor }) => [text, anchor])).toEqual([
    ['Haeundae', 'end'],
    ['동백섬', 'start'],
  ]);
});

test('a name keeps off the ways where there is room, and is better upon one than left out', () => {
  const named = [{ x: 150, y: 100, name: '동백섬' }];
  const east = [named[0], { x: 280, y: 100 }].flatMap((point) => point ?? []);
  const anchor = (...ways: { x: number; y: number }[][]) => labels(named, 10, 12, size, ways)[0]?.anchor;
  expect(anchor()).toBe('start');
  expect(anchor(east)).toBe('end');
  const west = [
    { x: 20, y: 100 },
    { x: 150, y: 100 },
  ];
  expect(anchor(east, west)).toBe('middle');
  const allRound = [
    { x: 150, y: 20 },
    { x: 150, y: 180 },
  ];
  expect(anchor(east, west, allRound)).toBe('start');
});
