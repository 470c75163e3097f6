// Draws one chart: Chart.js, with only the parts that these kinds need.
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  type ChartConfiguration,
} from 'chart.js';
import type { SheetChart } from './emulator-types';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement);
Chart.register(PieController, PointElement, Title);

/** Google's own, in its order. */
const colours = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7baaf7', '#f07b72'];
const colourAt = (index: number): string => colours[index % colours.length]!;

const types = { column: 'bar', stackedColumn: 'bar', line: 'line', pie: 'pie' } as const;

function configurationOf({ kind, title, labels, series }: SheetChart): ChartConfiguration {
  const isPie = kind === 'pie';
  const stacked = kind === 'stackedColumn';
  const small = { font: { size: 11 } };
  return {
    type: types[kind],
    data: {
      labels,
      datasets: series.map(({ name, values }, index) => ({
        label: name,
        data: values,
        backgroundColor: isPie ? values.map((_, at) => colourAt(at)) : colourAt(index),
        ...(kind === 'line' && { borderColor: colourAt(index), borderWidth: 2, pointRadius: 2 }),
      })),
    },
    options: {
      animation: false,
      events: [],
      responsive: false,
      maintainAspectRatio: false,
      layout: { padding: 8 },
      plugins: {
        title: { display: title !== '', text: title, align: 'start', color: '#5f6368', font: { size: 13 } },
        legend: {
          display: isPie || series.length > 1,
          position: isPie ? 'right' : 'bottom',
          labels: { ...small, boxWidth: 10 },
        },
      },
      ...(!isPie && {
        scales: {
          x: { stacked, ticks: small, grid: { display: false } },
          y: { stacked, ticks: { ...small, precision: 0, maxTicksLimit: 6 }, beginAtZero: true },
        },
      }),
    },
  };
}

export interface Drawing {
  dispose(): void;
}

export function draw(canvas: HTMLCanvasElement, chart: SheetChart): Drawing {
  canvas.width = chart.width;
  canvas.height = chart.height;
  const drawn = new Chart(canvas, configurationOf(chart));
  return { dispose: () => drawn.destroy() };
}
