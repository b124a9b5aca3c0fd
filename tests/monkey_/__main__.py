"""A long run by hand: `python -m tests.monkey_ --minutes 60 --seed 1`, at the real program unless `--inside`."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import time

os.environ["TEXTUAL_ANIMATIONS"] = "none"  # read when textual is imported


def main() -> int:
    """Play seed after seed until the time is up; what is wrong is printed as it is found."""
    parser = argparse.ArgumentParser(prog="python -m tests.monkey_", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--acts", type=int, default=250, help="acts of each seed")
    parser.add_argument("--inside", action="store_true", help="in this process, a vault in memory")
    parser.add_argument("--years", default="", help="a home that tests.bench.years filled, to begin some seeds with")
    given = parser.parse_args()
    end, seed, keys, bad = time.monotonic() + given.minutes * 60, given.seed, 0, 0
    while time.monotonic() < end:
        try:
            keys += inside(seed, given.acts) if given.inside else outside(seed, given.acts, given.years)
        except AssertionError as error:
            bad += 1
            cause = error.__cause__
            print(f"seed {seed}: {error}", *([repr(cause)] if cause else []), sep="\n", flush=True)
        seed += 1
    print(f"{given.minutes:g} minutes, {seed - given.seed} seeds, {keys} keys and clicks, {bad} of them with a wrong")
    return 1 if bad else 0


def outside(seed: int, number: int, years: str) -> int:
    """One seed at the real program; gives the keys, and prints what it came to."""
    from tests.monkey_.terminal import play, shape

    began = time.monotonic()
    played = play(seed, number, years=years)
    came = {**played._asdict(), "acts": dict(played.acts), "seen": dict(played.seen), "wrong": len(played.wrong)}
    minutes = round((time.monotonic() - began) / 60, 2)
    print(json.dumps({"seed": seed, "shape": shape(seed, years), "minutes": minutes, **came}), flush=True)
    assert not played.wrong, "\n".join(played.wrong)
    return played.keys


def inside(seed: int, number: int) -> int:
    """One seed in this process; gives the keys."""
    from tests.monkey_.inside import play

    return asyncio.run(play(seed, number, demo=seed % 8 != 7))


if __name__ == "__main__":
    sys.exit(main())
