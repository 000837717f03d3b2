import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_package_of_the_checkout_is_installed() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    found = [
        ".".join(path.parent.relative_to(ROOT).parts)
        for top in ("extractors", "timeline", "tui")
        for path in sorted((ROOT / top).rglob("__init__.py"))
    ]
    assert sorted(listed) == sorted([*found, "dateline_data"])


def test_every_file_of_data_that_is_read_is_installed() -> None:
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    shipped = {path for glob in tools["package-data"]["dateline_data"] for path in (ROOT / "data").glob(glob)}
    assert {path for path in (ROOT / "data").iterdir() if path.is_file() and path.suffix != ".py"} <= shipped
