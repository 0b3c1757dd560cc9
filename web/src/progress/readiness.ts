/** Expected share of what is asked that is answered on a day; the same as `prep_tracker/memory/readiness.py`. */
import { KINDS, type Row } from "./aims";
import type { Card } from "./replay";
import { recall } from "./schedule";

export interface Share {
  /** 0-1 */
  readonly right: number;
  readonly learned: number;
  readonly total: number;
}

export interface Readiness {
  readonly overall: Share;
  readonly byTip: ReadonlyMap<number, Share>;
}

const NOT_COUNTED: readonly number[] = [KINDS.indexOf("to-ask"), KINDS.indexOf("exercise")];

interface Sum {
  weight: number;
  right: number;
  learned: number;
  total: number;
}

const emptySum = (): Sum => ({ weight: 0, right: 0, learned: 0, total: 0 });
const shareOf = ({ weight, right, learned, total }: Sum): Share => ({ right: weight ? right / weight : 0, learned, total });

/** Readiness at an instant, if nothing more is learned until then; questions to ask and exercises do not count. */
export function expectReadiness(
  rows: readonly Row[],
  weigh: (row: Row) => number,
  cards: ReadonlyMap<string, Card>,
  at: number,
): Readiness {
  const overall = emptySum();
  const tips = new Map<number, Sum>();
  for (const row of rows) {
    const [id, , kind, , , , , , , numbers] = row;
    if (NOT_COUNTED.includes(kind)) continue;
    const card = cards.get(id);
    const weight = weigh(row);
    const right = weight * recall(card?.memory ?? null, at);
    const sums = numbers.map((number) => {
      const sum = tips.get(number) ?? emptySum();
      tips.set(number, sum);
      return sum;
    });
    for (const sum of [overall, ...sums]) {
      sum.weight += weight;
      sum.right += right;
      sum.learned += card?.reviews ? 1 : 0;
      sum.total += 1;
    }
  }
  const byTip = [...tips].sort(([a], [b]) => a - b).map(([tip, sum]) => [tip, shareOf(sum)] as const);
  return { overall: shareOf(overall), byTip: new Map(byTip) };
}
