import Svg, { Circle, Path } from 'react-native-svg';

import { useColours } from '@/ui';

/** A day's way, drawn: four stops along a coast. */
export function DrawnWay() {
  const colours = useColours();
  return (
    <Svg width="100%" height={170} viewBox="0 0 420 170" aria-hidden>
      <Path
        d="M0 132c52-22 88 16 142 4s66-50 122-46 62 42 104 34 52-26 52-26v72H0z"
        fill={colours.accentSoft}
      />
      <Path
        d="M44 92c34-58 88-52 112-14s62 34 92-6 74-52 126-20"
        stroke={colours.accent}
        strokeWidth={3}
        strokeLinecap="round"
        strokeDasharray="1 9"
        fill="none"
      />
      {[
        [44, 92],
        [156, 78],
        [248, 72],
        [374, 52],
      ].map(([x, y], index) => (
        <Circle
          key={x}
          cx={x}
          cy={y}
          r={index === 3 ? 12 : 8}
          fill={index === 3 ? colours.accent : colours.ground}
          stroke={colours.accent}
          strokeWidth={3}
        />
      ))}
    </Svg>
  );
}
