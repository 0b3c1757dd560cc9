/** The random source of the terminal, so that a seed draws the same mock here: Matsumoto and Nishimura's MT19937 (1998). */

const SIZE = 624;
const SHIFT = 397;

/** Numbers in [0, 1) from a seed of 0 to 2^32 - 1; the same ones as Python's `random.Random(seed).random()`. */
export function makeChance(seed: number): () => number {
  const words = mixSeed(seed >>> 0);
  let place = SIZE;
  const next = (): number => {
    if (place === SIZE) {
      twist(words);
      place = 0;
    }
    return temper(words[place++] as number);
  };
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
}

function plant(seed: number): Uint32Array {
  const words = new Uint32Array(SIZE);
  words[0] = seed;
  for (let n = 1; n < SIZE; n++) words[n] = Math.imul(1_812_433_253, fold(words, n)) + n;
  return words;
}

const fold = (words: Uint32Array, place: number): number => {
  const before = words[place - 1] as number;
  return before ^ (before >>> 30);
};

/** The generator's own way to take a key of one word. */
function mixSeed(seed: number): Uint32Array {
  const words = plant(19_650_218);
  let place = 1;
  const wrap = (): void => {
    if (place < SIZE) return;
    words[0] = words[SIZE - 1] as number;
    place = 1;
  };
  for (let n = 0; n < SIZE; n++, wrap()) {
    words[place] = ((words[place] as number) ^ Math.imul(fold(words, place), 1_664_525)) + seed;
    place++;
  }
  for (let n = 1; n < SIZE; n++, wrap()) {
    words[place] = ((words[place] as number) ^ Math.imul(fold(words, place), 1_566_083_941)) - place;
    place++;
  }
  words[0] = 0x80000000;
  return words;
}

function twist(words: Uint32Array): void {
  for (let n = 0; n < SIZE; n++) {
    const mixed = ((words[n] as number) & 0x80000000) | ((words[(n + 1) % SIZE] as number) & 0x7fffffff);
    words[n] = (words[(n + SHIFT) % SIZE] as number) ^ (mixed >>> 1) ^ (mixed & 1 ? 0x9908b0df : 0);
  }
}

function temper(word: number): number {
  let mixed = word ^ (word >>> 11);
  mixed ^= (mixed << 7) & 0x9d2c5680;
  mixed ^= (mixed << 15) & 0xefc60000;
  return (mixed ^ (mixed >>> 18)) >>> 0;
}
