/**
 * Solves `(matrix + ridge * identity) * x = right` for a symmetric, positive semidefinite matrix by Cholesky. `matrix`
 * holds `size` rows of `size` and is overwritten; `right` holds `size` rows of `columns` and becomes the answer.
 * `ridge` is above 0: with it every such system has one answer.
 */
export function solveRidge(
  matrix: Float64Array,
  { size, columns, ridge }: { size: number; columns: number; ridge: number },
  right: Float64Array,
): void {
  for (let i = 0; i < size; i++) matrix[i * size + i]! += ridge;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) rest -= matrix[i * size + k]! * matrix[j * size + k]!;
      matrix[i * size + j] = i === j ? Math.sqrt(rest) : rest / matrix[j * size + j]!;
    }
  }
  for (let column = 0; column < columns; column++) {
    for (let i = 0; i < size; i++) {
      let rest = right[i * columns + column]!;
      for (let k = 0; k < i; k++) rest -= matrix[i * size + k]! * right[k * columns + column]!;
      right[i * columns + column] = rest / matrix[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let rest = right[i * columns + column]!;
      for (let k = i + 1; k < size; k++) rest -= matrix[k * size + i]! * right[k * columns + column]!;
      right[i * columns + column] = rest / matrix[i * size + i]!;
    }
  }
}
