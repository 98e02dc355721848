"""CPMpy's `mus` on the elastic model of a problem, read as JSON: hard rows, and for each demand that it gives nothing.

Run in a Python of its own, with cpmpy: `python bench/mus_cpmpy.py < model.json`. It prints how many demands the
conflict has and the processor seconds. It imports nothing of ours.
Change this when CPMpy's tool for conflicts changes.
"""

import json
import sys
import time

# CPMpy loads highspy where it finds it, which cannot be loaded beside ortools.
sys.modules["highspy"] = None  # type: ignore[assignment]

import cpmpy  # noqa: E402
from cpmpy.tools.explain import mus  # noqa: E402


def main() -> None:
    """Read the model, find a conflict, print its size and the time as one line of JSON."""
    told = json.load(sys.stdin)
    variables = [cpmpy.intvar(low, high) for low, high in zip(told["lows"], told["highs"], strict=True)]
    hard = []
    for terms, low, high in told["rows"]:
        total = sum(coefficient * variables[v] for coefficient, v in terms)
        if terms and low is not None:
            hard.append(total >= low)
        if terms and high is not None:
            hard.append(total <= high)
    soft = [variables[v] == 0 for v in told["given"]]
    start = time.process_time()
    found = mus(soft, hard, solver="ortools")
    print(json.dumps({"size": len(found), "seconds": round(time.process_time() - start, 4)}))


if __name__ == "__main__":
    main()
