import { classes } from "#app/components/classes.ts";

/** Columns over labels. Of several series each is a part of the one before, and stands in it as a narrower column. */
export interface ColumnChartProps {
  id: string;
  title: string;
  /** What there is to see, for whoever does not see it. */
  description: string;
  labels: string[];
  /** A value for each label; null where there is none. */
  series: { name: string; values: (number | null)[] }[];
  /** The value at the top of the scale. */
  top: number;
  ticks: { value: number; text: string }[];
}

/** Pixels. Across, all is in per cent of the width, so that the words keep their size on a phone. */
const HEIGHT = 140;
const LABELS_AT_MOST = 5;

/** The share of its place that the column of a series has: the fewer series, the narrower it starts. */
const breadth = (at: number, series: number) => 0.75 * (1 - at / Math.max(series, 2));

const percent = (share: number) => `${Math.round(share * 10_000) / 100}%`;

/** The marks of the first, the second and the third series; a series by itself has the mark of the last. */
const mark = (at: number, series: number) => classes("app-chart__column", `app-chart__column--${series === 1 ? 3 : at + 1}`);

function Scale({ ticks, top }: Pick<ColumnChartProps, "ticks" | "top">) {
  return ticks.map(({ value, text }) => {
    const y = HEIGHT * (1 - value / top);
    return (
      <g key={text}>
        <line x1="0" x2="100%" y1={y} y2={y} className="app-chart__line" />
        <text x={-6} y={y + 4} textAnchor="end">
          {text}
        </text>
      </g>
    );
  });
}

function Columns({ labels, series, top }: Pick<ColumnChartProps, "labels" | "series" | "top">) {
  return series.map(({ name, values }, at) => {
    const width = breadth(at, series.length);
    return (
      <g key={name} className={mark(at, series.length)}>
        {values.map((value, place) => {
          if (value === null) return null;
          const height = Math.max(1, (HEIGHT * value) / top);
          const x = percent((place + (1 - width) / 2) / labels.length);
          return <rect key={labels[place]} x={x} width={percent(width / labels.length)} y={HEIGHT - height} height={height} />;
        })}
      </g>
    );
  });
}

/** As many labels as a phone has room for. */
function Labels({ labels }: Pick<ColumnChartProps, "labels">) {
  const every = Math.ceil(labels.length / LABELS_AT_MOST);
  return labels.map((label, at) =>
    at % every === 0 ? (
      <text key={label} x={percent((at + 0.5) / labels.length)} y={HEIGHT + 18} textAnchor="middle">
        {label}
      </text>
    ) : null,
  );
}

function Legend({ series }: Pick<ColumnChartProps, "series">) {
  return (
    <ul className="app-chart__legend">
      {series.map(({ name }, at) => {
        const width = 24 * breadth(at, series.length);
        return (
          <li key={name}>
            <svg width="24" height="16" aria-hidden="true" focusable="false" className={mark(at, series.length)}>
              <rect x={(24 - width) / 2} y="1" width={width} height="14" />
            </svg>
            {name}
          </li>
        );
      })}
    </ul>
  );
}

/** A chart drawn on the server; the numbers stand in a table beside it. */
export function ColumnChart({ id, title, description, labels, series, ...scale }: ColumnChartProps) {
  return (
    <figure className="app-chart">
      {series.length > 1 && <Legend series={series} />}
      <svg role="img" aria-labelledby={`${id}-title ${id}-about`} className="app-chart__plot" focusable="false">
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{description}</desc>
        <Scale {...scale} />
        <Columns labels={labels} series={series} top={scale.top} />
        <Labels labels={labels} />
      </svg>
    </figure>
  );
}
