"""Reads every manifest below Importers as a Frictionless Table Schema and says what is wrong."""

import pathlib
import sys

import frictionless
import yaml

ROOT = pathlib.Path(__file__).resolve().parent.parent


def faults(kind: type, descriptor: dict) -> list[str]:
    """What a descriptor of one kind does wrong: some faults are listed, some are thrown."""
    try:
        listed = [error.note for error in kind.metadata_validate(descriptor)]
        kind.from_descriptor(descriptor)
        return listed
    except frictionless.FrictionlessException as fault:
        return [error.note for error in fault.reasons or [fault.error]]


def main() -> int:
    paths = sorted((ROOT / "Importers").glob("*/*.yaml"))
    wrong, fields = 0, 0
    for path in paths:
        manifest = yaml.safe_load(path.read_text(encoding="utf-8"))
        fields += len(manifest["fields"])
        found = faults(frictionless.Schema, manifest)
        found += faults(frictionless.Dialect, manifest.get("dialect", {}))
        wrong += len(found)
        for fault in found:
            print(f"{path.relative_to(ROOT)}: {fault}")
    print(
        f"frictionless {frictionless.__version__}: {len(paths)} manifests, {fields} fields, "
        f"{wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
