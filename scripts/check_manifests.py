"""Reads every manifest below Importers as a Frictionless Table Schema and says what is wrong."""

import pathlib
import sys

import frictionless
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


def faults(path: pathlib.Path) -> list[str]:
    """What the schema of one manifest, and its dialect where it has one, does wrong."""
    descriptor = yaml.safe_load(path.read_text(encoding="utf-8"))
    parts = [(frictionless.Schema, descriptor)]
    if "dialect" in descriptor:
        parts.append((frictionless.Dialect, descriptor["dialect"]))
    found = []
    for kind, part in parts:
        found += [error.note for error in kind.metadata_validate(part)]
        try:
            kind.from_descriptor(part)
        except frictionless.FrictionlessException as error:
            found += [reason.note for reason in (error.reasons or [error.error])]
    return list(dict.fromkeys(found))


def main() -> int:
    paths = sorted((ROOT / "Importers").glob("*/*.yaml"))
    wrong = 0
    for path in paths:
        for fault in faults(path):
            wrong += 1
            print(f"{path.relative_to(ROOT)}: {fault}")
    fields = sum(
        len(yaml.safe_load(path.read_text(encoding="utf-8"))["fields"]) for path in paths)
    print(
        f"frictionless {frictionless.__version__}: {len(paths)} manifests, {fields} fields, "
        f"{wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
