import type { Interval } from '@/core/agreement/distribution'
import { scaleOf } from '@/core/agreement/reading'

const WIDTH = 120
const HEIGHT = 14
const at = (value: number) => 1 + Math.min(1, Math.max(0, value)) * (WIDTH - 2)

/** A figure and its interval on a scale from 0 to 1, with marks where the measure's author draws them; what is below 0 stands at 0. The numbers stand beside it. */
export function IntervalBar(props: { measure: string; value: number; interval: Interval | null }) {
  const marks = (scaleOf(props.measure)?.bands ?? []).map(({ below }) => below).filter((mark) => mark > 0 && mark < 1)
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden="true" style={{ verticalAlign: 'middle' }}>
      <line x1={1} x2={WIDTH - 1} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke="var(--rule)" />
      {marks.map((mark) => (
        <line
          key={mark}
          x1={at(mark)}
          x2={at(mark)}
          y1={1}
          y2={HEIGHT - 1}
          stroke="var(--quiet)"
          strokeDasharray="2 2"
        />
      ))}
      {props.interval ? (
        <rect
          x={at(props.interval.low)}
          y={HEIGHT / 2 - 2}
          width={Math.max(1, at(props.interval.high) - at(props.interval.low))}
          height={4}
          fill="var(--mantine-primary-color-filled)"
          opacity={0.45}
        />
      ) : null}
      <circle cx={at(props.value)} cy={HEIGHT / 2} r={3.5} fill="var(--mantine-primary-color-filled)" />
    </svg>
  )
}
