// Answers: how do things in a row keep their distance and move least?

/**
 * The places nearest to the wanted ones, in the sum of squares, that keep the order and are `gap` or more apart. `wanted` in row order,
 * not necessarily ascending. Source: pool adjacent violators (Ayer et al. 1955). Cost O(n).
 */
export function spreadOut(wanted: readonly number[], gap: number): number[] {
  const blocks: Array<{ sum: number; count: number }> = [];
  for (const [k, place] of wanted.entries()) {
    let block = { sum: place - k * gap, count: 1 };
    for (let last = blocks.at(-1); last !== undefined && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count)).map((place, k) => place + k * gap);
}
