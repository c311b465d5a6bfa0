/** Colours of series that stand beside each other, told apart in both schemes; after them, the rest is grey. */
const series = ['brand.7', 'orange.6', 'indigo.5', 'lime.7', 'pink.6', 'yellow.6', 'violet.5', 'cyan.6'];

export const mostColors = series.length;

export const seriesColor = (index: number): string => series[index] ?? 'gray.5';
