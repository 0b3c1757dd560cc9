"""The table of the simulator: the plan against every baseline and the bound."""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from bench.planning.baselines import named_baselines
from bench.planning.bound import upper_bound
from bench.planning.learner import FIRST_DAY
from bench.planning.simulate import SCENARIOS, draw_case, run_planner, run_policy

Scores = dict[str, list[float]]

PLAN, AGAIN, BOUND, DEFAULT = "plan", "plan, asked again", "bound", "Anki-like"


def run_learner(job: tuple[int, int]) -> dict[str, float]:
    """Readiness on the day of one learner under everything."""
    scenario, number = SCENARIOS[job[0]], job[1]
    case = draw_case(scenario, number)
    found = {
        PLAN: run_planner(case),
        AGAIN: run_planner(case, asks=3),
        BOUND: upper_bound(case),
    }
    named = named_baselines(
        case.world, scenario.days, FIRST_DAY.toordinal(), number, scenario.before
    )
    return found | {name: run_policy(case, policy) for name, policy in named.items()}


def mean_of(scores: Scores, name: str) -> str:
    """Mean and standard error, as the table shows them."""
    values = np.asarray(scores[name])
    return f"{values.mean():.3f} ± {values.std(ddof=1) / np.sqrt(len(values)):.3f}"


def best_of(scores: Scores, names: list[str]) -> str:
    """The baseline with the highest mean over the learners: tuned in hindsight."""
    return max(names, key=lambda name: float(np.mean(scores[name])))


def render_table(results: list[Scores]) -> str:
    """The main table, in Markdown."""
    head = (
        "scenario", "plan", "plan, asked again", "Anki-like", "best Anki-like", "best of all",
        "bound", "plan / Anki-like", "/ best Anki-like", "/ best of all", "/ bound",
    )  # fmt: skip
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    for scenario, scores in zip(SCENARIOS, results, strict=True):
        baselines = [name for name in scores if name not in {PLAN, AGAIN, BOUND}]
        spaced = [name for name in baselines if "review" not in name and "once" not in name]
        best_spaced = best_of(scores, [n for n in spaced if n != "random"])
        best = best_of(scores, baselines)
        mine = np.mean(scores[PLAN])
        cells = [
            scenario.name, mean_of(scores, PLAN), mean_of(scores, AGAIN), mean_of(scores, DEFAULT),
            f"{mean_of(scores, best_spaced)} ({best_spaced})", f"{mean_of(scores, best)} ({best})",
            mean_of(scores, BOUND),
            *(f"{mine / np.mean(scores[n]):.3f}" for n in (DEFAULT, best_spaced, best, BOUND)),
        ]  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def render_all(results: list[Scores]) -> str:
    """Every policy in every scenario, best first in the first scenario."""
    names = sorted(results[0], key=lambda name: -float(np.mean(results[0][name])))
    head = [f"| policy | {' | '.join(s.name for s in SCENARIOS)} |", "|---" * 7 + "|"]
    rows = [f"| {n} | {' | '.join(mean_of(scores, n) for scores in results)} |" for n in names]
    return "\n".join(head + rows)


def main() -> None:
    """Run the learners and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--learners", type=int, default=20)
    parser.add_argument("--first", type=int, default=0, help="number of the first learner")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write all results here too")
    options = parser.parse_args()
    learners = range(options.first, options.first + options.learners)
    results: list[Scores] = []
    with ProcessPoolExecutor(options.workers) as pool:
        for number in range(len(SCENARIOS)):
            jobs = [(number, learner) for learner in learners]
            each = list(pool.map(run_learner, jobs))
            results.append({name: [one[name] for one in each] for name in each[0]})
            print(SCENARIOS[number].name, "done", flush=True)
    if options.json:
        options.json.write_text(json.dumps(results))
    print(render_table(results), render_all(results), sep="\n\n")


if __name__ == "__main__":
    main()
