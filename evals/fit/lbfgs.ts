/** Writes the gradient at `x` into `gradient` and returns the value there. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Steps remembered, and the relative gain below which the search has arrived. */
const MEMORY = 8;
const ARRIVED = 2e-5;

interface Step {
  s: Float64Array;
  y: Float64Array;
  rho: number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** The two-loop recursion: the gradient times an estimate of the inverse Hessian, downhill. */
function direction(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const d = gradient.map((v) => -v);
  const shares: number[] = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const { s, y, rho } = steps[k]!;
    shares[k] = rho * dot(s, d);
    for (let j = 0; j < d.length; j++) d[j]! -= shares[k]! * y[j]!;
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let j = 0; j < d.length; j++) d[j]! *= scale;
  }
  steps.forEach(({ s, y, rho }, k) => {
    const share = shares[k]! - rho * dot(y, d);
    for (let j = 0; j < d.length; j++) d[j]! += share * s[j]!;
  });
  return d;
}

/** Minimises a smooth convex function by L-BFGS with a backtracking line search (Nocedal and Wright, algorithm 7.5). */
export function minimise(objective: Objective, start: Float64Array, iterations = 60): Float64Array {
  let x = start;
  let gradient = new Float64Array(x.length);
  let value = objective(x, gradient);
  const steps: Step[] = [];
  for (let round = 0; round < iterations; round++) {
    let d = direction(gradient, steps);
    let slope = dot(gradient, d);
    if (slope >= 0) {
      steps.length = 0;
      d = gradient.map((v) => -v);
      slope = -dot(gradient, gradient);
    }
    let length = round === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(x.length);
    const nextGradient = new Float64Array(x.length);
    let nextValue = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 20; attempt++, length /= 2) {
      for (let j = 0; j < x.length; j++) next[j] = x[j]! + length * d[j]!;
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
    }
    if (!(nextValue < value)) break;
    const s = next.map((v, j) => v - x[j]!);
    const y = nextGradient.map((v, j) => v - gradient[j]!);
    const curvature = dot(s, y);
    if (curvature > 1e-10) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    const gain = value - nextValue;
    [x, gradient, value] = [next, nextGradient, nextValue];
    if (gain < ARRIVED * Math.max(1, Math.abs(value))) break;
  }
  return x;
}
