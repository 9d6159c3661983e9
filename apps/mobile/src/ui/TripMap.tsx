import { useState } from 'react';
import { Pressable, StyleSheet, View } from 'react-native';
import Svg, { Circle, G, Line, Path, Polyline, Text as SvgText } from 'react-native-svg';

import { formatMeters } from '@/i18n/format';
import { fitted, labels, type OnEarth, type Point, scaleBar, type Size, spread } from './mapDrawing';
import { family } from './Text';
import { useTextScale } from './textScale';
import { useColours } from './theme';
import { type Palette, radius, space, touch } from './tokens';

export interface MapStop {
  id: string;
  name: string;
  position: OnEarth;
  /** What stands in its pin: its number in the day. */
  number: number;
  /** Stops of one day are joined by a line, in their order. */
  day: string;
}

export interface TripMapProps {
  /** What is shown, for those who listen: the list beside the map says the rest. */
  label: string;
  stops: readonly MapStop[];
  /** Where the days begin and end. */
  lodging?: OnEarth | undefined;
  /** The day in the foreground; the others are drawn as small points. Without it all are in the foreground. */
  day?: string | undefined;
  chosen?: string | undefined;
  /** Makes pins to be pressed. */
  onChoose?: ((id: string) => void) | undefined;
  height?: number;
}

/** At the usual size of text, with which they grow. */
const usual = { pin: 13, number: 13, name: 12, scale: 11 };
/** At the lower edge, for the scale alone. */
const footHeight = 20;

/**
 * Stops where they lie, drawn without map tiles: north at the top, distances to scale. Pins that would cover each other
 * are moved apart, each with a line to its place.
 */
export function TripMap({ label, stops, lodging, day, chosen, onChoose, height = 260 }: TripMapProps) {
  const colours = useColours();
  const scale = useTextScale();
  const [width, setWidth] = useState(0);
  const size = { width, height: height * scale };
  return (
    <View
      {...(onChoose ? { role: 'group' as const } : { role: 'img' as const })}
      aria-label={label}
      style={[
        styles.map,
        { height: size.height, backgroundColor: colours.sunken, borderColor: colours.line },
      ]}
      onLayout={({ nativeEvent }) => setWidth(nativeEvent.layout.width - 2)}
    >
      {width > 0 && stops.length > 0 && (
        <Drawing {...{ stops, lodging, day, chosen, onChoose, size, scale, colours }} />
      )}
    </View>
  );
}

interface DrawingProps extends Pick<TripMapProps, 'stops' | 'lodging' | 'day' | 'chosen' | 'onChoose'> {
  size: Size;
  /** Of words and pins. */
  scale: number;
  colours: Palette;
}

function Drawing({ stops, lodging, day, chosen, onChoose, size, scale, colours }: DrawingProps) {
  const positions = stops.map(({ position }) => position);
  const pin = usual.pin * scale;
  const nameSize = usual.name * scale;
  const ground = { width: size.width, height: size.height - footHeight * scale };
  const { at, metersPerPixel } = fitted(lodging ? [...positions, lodging] : positions, ground, 32 * scale);
  const isNear = (stop: MapStop) => day === undefined || stop.day === day;
  const near = stops.filter(isNear);
  const pins = spread(
    near.map(({ position }) => at(position)),
    2 * pin + 3,
    ground,
  );
  const home = lodging && at(lodging);
  const ways = [...new Set(stops.map((stop) => stop.day))].map((date) => ({
    date,
    isNear: day === undefined || date === day,
    points: wayOf(
      stops.filter((stop) => stop.day === date).map(({ position }) => at(position)),
      home,
    ),
  }));
  const names = labels(
    near.map(({ name }, index) => ({ name, ...(pins[index] ?? { x: 0, y: 0 }) })),
    pin,
    nameSize,
    ground,
    ways.filter((way) => way.isNear).map(({ points }) => points),
  );
  return (
    <>
      <Svg width={size.width} height={size.height} aria-hidden>
        <Graticule metersPerPixel={metersPerPixel} size={size} colour={colours.line} />
        {ways.map((way) => (
          <Polyline
            key={way.date}
            points={way.points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke={way.isNear ? colours.accent : colours.edge}
            strokeWidth={way.isNear ? 2.5 : 1.5}
            strokeOpacity={way.isNear ? 0.65 : 0.4}
            strokeLinejoin="round"
            strokeLinecap="round"
            strokeDasharray={way.isNear ? undefined : '1 5'}
          />
        ))}
        {stops
          .filter((stop) => !isNear(stop))
          .map((stop) => {
            const { x, y } = at(stop.position);
            return <Circle key={stop.id} cx={x} cy={y} r={4} fill={colours.edge} />;
          })}
        {home && <Home {...home} radius={pin - 1} colours={colours} />}
        {near.map((stop, index) => {
          const { x, y } = pins[index] ?? { x: 0, y: 0 };
          const place = at(stop.position);
          const isChosen = stop.id === chosen;
          return (
            <G key={stop.id}>
              {Math.hypot(place.x - x, place.y - y) > 3 && (
                <>
                  <Line x1={place.x} y1={place.y} x2={x} y2={y} stroke={colours.accent} strokeWidth={1.25} />
                  <Circle cx={place.x} cy={place.y} r={2.5} fill={colours.accent} />
                </>
              )}
              <Circle
                cx={x}
                cy={y}
                r={isChosen ? pin + 3 : pin}
                fill={isChosen ? colours.text : colours.accent}
                stroke={colours.surface}
                strokeWidth={2}
              />
              <SvgText
                x={x}
                y={y + usual.number * scale * 0.35}
                textAnchor="middle"
                fontSize={usual.number * scale}
                fontWeight="700"
                fontFamily={family}
                fill={isChosen ? colours.ground : colours.onAccent}
              >
                {stop.number}
              </SvgText>
            </G>
          );
        })}
        {names.map(({ text, x, y, anchor }) => {
          const name = {
            x,
            y,
            textAnchor: anchor,
            fontSize: nameSize,
            fontWeight: '600',
            fontFamily: family,
          };
          return (
            <G key={`${x} ${y}`}>
              <SvgText {...name} stroke={colours.sunken} strokeWidth={4} strokeLinejoin="round">
                {text}
              </SvgText>
              <SvgText {...name} fill={colours.text}>
                {text}
              </SvgText>
            </G>
          );
        })}
        <Scale metersPerPixel={metersPerPixel} size={size} scale={scale} colours={colours} />
      </Svg>
      {onChoose &&
        near.map((stop, index) => {
          const { x, y } = pins[index] ?? { x: 0, y: 0 };
          return (
            <Pressable
              key={stop.id}
              role="button"
              aria-label={`${stop.number}. ${stop.name}`}
              onPress={() => onChoose(stop.id)}
              style={[styles.pin, { left: x - touch / 2, top: y - touch / 2 }]}
            />
          );
        })}
    </>
  );
}

function wayOf(points: Point[], home: Point | undefined): Point[] {
  return home ? [home, ...points, home] : points;
}

/** Lines a round distance apart, so that the ground is not a void. */
function Graticule({ metersPerPixel, size, colour }: { metersPerPixel: number; size: Size; colour: string }) {
  const step = scaleBar(metersPerPixel, 90).length;
  const lines = (length: number) =>
    Array.from({ length: Math.ceil(length / step) }, (_, index) => ((length / 2) % step) + index * step);
  return (
    <>
      {lines(size.width).map((x) => (
        <Line key={`x${x}`} x1={x} y1={0} x2={x} y2={size.height} stroke={colour} strokeWidth={1} />
      ))}
      {lines(size.height).map((y) => (
        <Line key={`y${y}`} x1={0} y1={y} x2={size.width} y2={y} stroke={colour} strokeWidth={1} />
      ))}
    </>
  );
}

function Home({ x, y, radius: r, colours }: Point & { radius: number; colours: Palette }) {
  return (
    <>
      <Circle cx={x} cy={y} r={r} fill={colours.surface} stroke={colours.accent} strokeWidth={2} />
      <Path
        d={`M${x - 6} ${y}L${x} ${y - 6}L${x + 6} ${y}M${x - 4} ${y - 1}V${y + 5}H${x + 4}V${y - 1}`}
        stroke={colours.accent}
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeLinecap="round"
        fill="none"
      />
    </>
  );
}

interface ScaleProps extends Pick<DrawingProps, 'size' | 'scale' | 'colours'> {
  metersPerPixel: number;
}

function Scale({ metersPerPixel, size, scale, colours }: ScaleProps) {
  const { meters, length } = scaleBar(metersPerPixel, 90);
  const y = size.height - 12;
  return (
    <>
      <Path
        d={`M12 ${y - 4}V${y}H${12 + length}V${y - 4}`}
        stroke={colours.quiet}
        strokeWidth={1.5}
        fill="none"
      />
      <SvgText x={18 + length} y={y} fontSize={usual.scale * scale} fontFamily={family} fill={colours.quiet}>
        {formatMeters(meters)}
      </SvgText>
    </>
  );
}

const styles = StyleSheet.create({
  map: { borderRadius: radius.l, borderWidth: 1, overflow: 'hidden', marginBottom: space.hair },
  pin: { position: 'absolute', width: touch, height: touch, borderRadius: radius.round },
});
