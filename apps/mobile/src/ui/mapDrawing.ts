/** The arithmetic of drawn maps: positions on the earth to points of a drawing, in pixels from its upper left corner. */

export interface OnEarth {
  lat: number;
  lng: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Projection {
  at: (position: OnEarth) => Point;
  metersPerPixel: number;
}

const metersPerDegree = 111_320;
/** A single place is shown with this much of the land around it. */
const leastMeters = 800;

/**
 * The projection that has all positions in sight, north at the top. Over the width of a trip the earth is as good as flat,
 * once degrees of longitude are as short as they are at its latitude.
 *
 * @param padding pixels at each edge that no position comes into
 */
export function fitted(positions: readonly OnEarth[], size: Size, padding: number): Projection {
  const lats = positions.map(({ lat }) => lat);
  const lngs = positions.map(({ lng }) => lng);
  const middle = { lat: between(lats), lng: between(lngs) };
  const perLng = metersPerDegree * Math.cos((middle.lat * Math.PI) / 180);
  const east = Math.max(leastMeters, span(lngs) * perLng);
  const north = Math.max(leastMeters, span(lats) * metersPerDegree);
  const room = {
    width: Math.max(1, size.width - 2 * padding),
    height: Math.max(1, size.height - 2 * padding),
  };
  const metersPerPixel = Math.max(east / room.width, north / room.height);
  return {
    metersPerPixel,
    at: ({ lat, lng }) => ({
      x: size.width / 2 + ((lng - middle.lng) * perLng) / metersPerPixel,
      y: size.height / 2 - ((lat - middle.lat) * metersPerDegree) / metersPerPixel,
    }),
  };
}

function between(values: readonly number[]): number {
  return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
}

function span(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values);
}

const rounds = 40;

/** Moves points that would cover each other, as little as it takes for them to be `apart`, within the drawing. */
export function spread(points: readonly Point[], apart: number, size: Size): Point[] {
  const moved = points.map((point) => ({ ...point }));
  const edge = apart / 2;
  for (let round = 0; round < rounds; round += 1) {
    let isCrowded = false;
    moved.forEach((one, index) => {
      for (const [other, offset] of moved
        .slice(index + 1)
        .map((point, after) => [point, index + after] as const)) {
        const distance = Math.hypot(other.x - one.x, other.y - one.y);
        if (distance >= apart - 0.5) continue;
        isCrowded = true;
        // Two at the very same place have to go somewhere: each pair in a direction of its own.
        const angle = distance > 0.01 ? Math.atan2(other.y - one.y, other.x - one.x) : (index + offset) * 2.4;
        const push = (apart - distance) / 2;
        one.x -= Math.cos(angle) * push;
        one.y -= Math.sin(angle) * push;
        other.x += Math.cos(angle) * push;
        other.y += Math.sin(angle) * push;
      }
    });
    for (const point of moved) {
      point.x = within(point.x, edge, size.width - edge);
      point.y = within(point.y, edge, size.height - edge);
    }
    if (!isCrowded) break;
  }
  return moved;
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}

/** The longest round distance (1, 2 or 5 times a power of ten) that is no longer than `widest` pixels. */
export function scaleBar(metersPerPixel: number, widest: number): { meters: number; length: number } {
  const most = metersPerPixel * widest;
  const power = 10 ** Math.floor(Math.log10(most));
  const meters = ([5, 2, 1].find((times) => times * power <= most) ?? 1) * power;
  return { meters, length: meters / metersPerPixel };
}

export interface Label extends Point {
  text: string;
  anchor: 'start' | 'middle' | 'end';
}

interface Box extends Point, Size {}

/**
 * Where names fit beside their points without covering a point, another name or the edge; where they can, also off the ways.
 * Those that fit nowhere are left out.
 *
 * @param radius of what is drawn at each point
 * @param ways lines through these points
 */
export function labels(
  named: readonly (Point & { name: string })[],
  radius: number,
  textSize: number,
  size: Size,
  ways: readonly (readonly Point[])[] = [],
): Label[] {
  const taken: Box[] = named.map(({ x, y }) => ({
    x: x - radius,
    y: y - radius,
    width: 2 * radius,
    height: 2 * radius,
  }));
  const placed: Label[] = [];
  named.forEach((point, index) => {
    const places = placesBeside(point, radius, textSize).filter(({ air }) => {
      const isInside =
        air.x >= -4 &&
        air.x + air.width <= size.width + 4 &&
        air.y >= 4 &&
        air.y + air.height <= size.height - 4;
      return isInside && !taken.some((other, at) => at !== index && overlap(air, other));
    });
    // A name on a way can be read, so it is better than none.
    const place = places.find(({ box }) => !ways.some((way) => leadsThrough(way, box))) ?? places[0];
    if (!place) return;
    taken.push(place.box);
    placed.push(place.label);
  });
  return placed;
}

interface Place {
  label: Label;
  box: Box;
  /** The box with air around it, so that a name is never taken for that of the next point. */
  air: Box;
}

/** Right of a point, left of it, above and below, in this order. */
function placesBeside({ x, y, name }: Point & { name: string }, radius: number, textSize: number): Place[] {
  const width = widthOf(name, textSize);
  const height = textSize * 1.4;
  const aside = radius + 6;
  const around = radius + 3;
  const place = (anchor: Label['anchor'], at: number, left: number, middle: number): Place => ({
    label: { text: name, anchor, x: at, y: middle + textSize * 0.35 },
    box: { x: left, y: middle - height / 2, width, height },
    air: { x: left - 8, y: middle - height / 2, width: width + 16, height },
  });
  return [
    place('start', x + aside, x + aside, y),
    place('end', x - aside, x - aside - width, y),
    place('middle', x, x - width / 2, y - around - height / 2),
    place('middle', x, x - width / 2, y + around + height / 2),
  ];
}

/** Whether a way leads through a box. */
function leadsThrough(way: readonly Point[], box: Box): boolean {
  return way.slice(1).some((to, index) => {
    const from = way[index];
    return from !== undefined && cuts(from, to, box);
  });
}

/** Whether a straight line cuts a box, by clipping it at each edge in turn (Liang and Barsky). */
function cuts(from: Point, to: Point, box: Box): boolean {
  let enters = 0;
  let leaves = 1;
  const edges = [
    [from.x - to.x, from.x - box.x],
    [to.x - from.x, box.x + box.width - from.x],
    [from.y - to.y, from.y - box.y],
    [to.y - from.y, box.y + box.height - from.y],
  ] as const;
  for (const [towards, distance] of edges) {
    if (towards === 0) {
      if (distance < 0) return false;
      continue;
    }
    const at = distance / towards;
    if (towards < 0) enters = Math.max(enters, at);
    else leaves = Math.min(leaves, at);
  }
  return enters <= leaves;
}

/** About how wide a bold text is at most: Hangul, kana and Han fill a square, other letters two thirds of one. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 0.97 : 0.68), 0) * size;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
