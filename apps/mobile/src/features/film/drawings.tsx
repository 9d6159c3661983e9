import Svg, { Circle, G, Path, Rect } from 'react-native-svg';

import { useColours } from '@/ui';

/** What each look is like, in a few lines; a plain frame for looks that the API may come to have. */
export function LookDrawing({ template, chosen }: { template: string; chosen: boolean }) {
  const colours = useColours();
  const [ink, soft] = chosen ? [colours.accent, colours.surface] : [colours.quiet, colours.sunken];
  const line = { stroke: ink, strokeWidth: 1.75, fill: soft, strokeLinejoin: 'round' } as const;
  return (
    <Svg width={72} height={44} viewBox="0 0 72 44" aria-hidden>
      {template === 'beat' ? (
        <Path
          d="M4 22v0M12 14v16M20 6v32M28 17v10M36 3v38M44 12v20M52 7v30M60 16v12M68 21v2"
          stroke={ink}
          strokeWidth={3}
          strokeLinecap="round"
        />
      ) : template === 'polaroid' ? (
        <>
          <G rotation={-9} origin="20, 22">
            <Rect x={7} y={7} width={26} height={31} rx={2} {...line} />
            <Rect x={10.5} y={10.5} width={19} height={18} fill={ink} opacity={0.35} />
          </G>
          <G rotation={7} origin="50, 22">
            <Rect x={36} y={5} width={26} height={31} rx={2} {...line} />
            <Rect x={39.5} y={8.5} width={19} height={18} fill={ink} opacity={0.35} />
          </G>
        </>
      ) : template === 'panorama' ? (
        <>
          <Rect x={2} y={9} width={68} height={26} rx={3} {...line} />
          <Path d="M3 33l15-14 10 8 14-13 15 13 6-5 7 8v3z" fill={ink} opacity={0.4} />
          <Circle cx={56} cy={16} r={3} fill={ink} />
        </>
      ) : (
        <>
          <Rect x={22} y={3} width={44} height={28} rx={4} {...line} opacity={0.5} />
          <Rect x={6} y={12} width={44} height={28} rx={4} {...line} />
          <Path d="M7 37l12-11 9 7 8-6 13 10v1a2 2 0 0 1-2 2H9a2 2 0 0 1-2-3z" fill={ink} opacity={0.4} />
        </>
      )}
    </Svg>
  );
}

export function ShapeDrawing({ width, height, chosen }: { width: number; height: number; chosen: boolean }) {
  const colours = useColours();
  const scale = 32 / Math.max(width, height);
  const [w, h] = [width * scale, height * scale];
  return (
    <Svg width={36} height={36} viewBox="0 0 36 36" aria-hidden>
      <Rect
        x={18 - w / 2}
        y={18 - h / 2}
        width={w}
        height={h}
        rx={3}
        stroke={chosen ? colours.accent : colours.quiet}
        strokeWidth={1.75}
        fill={chosen ? colours.surface : colours.sunken}
      />
    </Svg>
  );
}
