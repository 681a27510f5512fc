#!/usr/bin/env python3
"""Computes the scores of `parcferme-cli metrics Y RACE --json` (stdin) again from that JSON alone.

The starters' places and chances are closed up to those who started. Prints a line for each score: its name, the
stored value, the value computed here. Exit status 1 when one of them differs by more than 1e-9.
"""
import json
import math
import sys

race = json.load(sys.stdin)[0]
drivers = race["drivers"]
n = len(drivers)


def brier(chance, last):
    return sum((d[chance] - (d["official"] <= last)) ** 2 for d in drivers) / n


def ranked_probability():
    total = 0
    for d in drivers:
        below = 0
        for k in range(n - 1):
            below += d["positions"][k]
            total += (below - (d["official"] <= k + 1)) ** 2
    return total / (n * (n - 1))


def error(chosen):
    return sum(abs(d["predicted"] - d["official"]) for d in chosen) / len(chosen)


winner = next(d for d in drivers if d["official"] == 1)
scores = {
    "position_mae": error(drivers),
    "position_mae_classified": error([d for d in drivers if d["classified"]]),
    "winner_correct": float(winner["predicted"] == 1),
    "podium_accuracy": sum(d["predicted"] <= 3 and d["official"] <= 3 for d in drivers) / 3,
    "winner_log_loss": -math.log(max(winner["p_win"], 1e-6)),
    "win_brier": brier("p_win", 1),
    "podium_brier": brier("p_podium", 3),
    "points_brier": brier("p_points", 10),
    "rps": ranked_probability(),
    "coverage_80": sum(d["position_low"] <= d["official"] <= d["position_high"] for d in drivers) / n,
}
wrong = 0
for name, value in scores.items():
    print(name, race[name], value)
    wrong += abs(race[name] - value) > 1e-9
for d in drivers:
    wrong += abs(sum(d["positions"]) - 1) > 1e-6 or abs(sum(d["positions"][:3]) - d["p_podium"]) > 1e-9
sys.exit(1 if wrong or race["starters"] != n else 0)
