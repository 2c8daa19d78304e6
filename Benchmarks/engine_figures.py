#!/usr/bin/env python3
"""Figures of the engine as a library, beside graphql-js 16.6 on the Node of this machine: one command, one run.

    Benchmarks/engine_figures.py          builds, fetches the peer into .build/peers, measures both twice in turn

Prints Markdown: milliseconds of CPU time of the whole process, least and (median) of all rounds, and how many times as
long the peer takes (least to least); then memory. The inputs are written to .build/inputs.
"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
INPUTS = os.path.join(HERE, ".build/inputs")
PASSES = 2
AIMS = {
    "parse the introspection query": "≥ 2 ×",
    "parse the schema": "≥ 2 ×",
    "validate the introspection query": "≥ 5 ×",
    "build the schema from its text": "≥ 2 ×",
    "execute and write the introspection": "≥ 5 ×",
    "execute and write 10,000 objects": "≥ 5 ×",
}
BY_HAND = "write 10,000 objects by hand"
NESTED_SCHEMA = os.path.join(HERE, "../schema.graphql")


def output(*command):
    process = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if process.returncode != 0:
        sys.exit(f"engine_figures: {command[0]} failed")
    return process.stdout


def build():
    command = ["swift", "build", "-c", "release", "--package-path", HERE, "--product", "EngineBenchmark"]
    subprocess.run(command, stdout=sys.stderr, check=True)
    return os.path.join(HERE, ".build/release/EngineBenchmark")


def write_inputs(benchmark):
    os.makedirs(INPUTS, exist_ok=True)
    output(benchmark, "inputs", INPUTS)
    with open(NESTED_SCHEMA) as source, open(os.path.join(INPUTS, "nested-schema.graphql"), "w") as target:
        target.write(source.read())


def times(lines, known):
    """Adds the measures of one pass: by name the least time, the medians, and what the work gave."""
    for line in lines.splitlines():
        name, least, median, result = line.split("\t")
        before = known.get(name, (float("inf"), float("inf"), result))
        known[name] = min(before[0], float(least)), min(before[1], float(median)), result
    return known


def cell(figure):
    return f"{figure[0]:.3g} ({figure[1]:.3g})" if figure else "–"


def table(engine, peer):
    print("| what | GraphQLEngine | graphql-js | ratio | aim |\n|---|---|---|---|---|")
    for name, figure in engine.items():
        other = peer.get(name)
        ratio = f"{other[0] / figure[0]:.1f} ×" if other else "–"
        print(f"| {name} | {cell(figure)} | {cell(other)} | {ratio} | {AIMS.get(name, '–')} |")
    objects = "execute and write 10,000 objects"
    print(f"| 10,000 objects to the same by hand | {engine[objects][0] / engine[BY_HAND][0]:.2f} × | – | – | ≤ 2 × |")


def memory(benchmark):
    megabytes = int(output(benchmark, "parse-memory", INPUTS)) / 1e6
    kilobytes = int(output(benchmark, "plan-memory", INPUTS)) / 1024
    print(f"| memory to parse the schema, above rest | {megabytes:.1f} MB | – | – | < 20 MB |")
    print(f"| memory of the nested query in the plan cache | {kilobytes:.1f} KB | – | – | < 64 KB |")


def main():
    benchmark = build()
    graphql_js = output(os.path.join(HERE, "peers/fetch")).strip()
    write_inputs(benchmark)
    engine, peer = {}, {}
    for _ in range(PASSES):
        times(output(benchmark, "times", INPUTS), engine)
        times(output("node", os.path.join(HERE, "peers/graphql_js.js"), graphql_js, INPUTS), peer)
    size = os.path.getsize(os.path.join(INPUTS, "schema.graphql"))
    print(f"Schema of {size / 1000:.0f} KB and {engine['build the schema from its text'][2]} types with the built-in ones.\n")
    table(engine, peer)
    memory(benchmark)


if __name__ == "__main__":
    main()
