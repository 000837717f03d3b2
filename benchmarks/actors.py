"""Who takes part in what: `python -m benchmarks.actors`.

Of the events of the eight open articles that are lines of ours, how many of the actors that the gold has are found, and
how many of ours the gold has, as the scorer of the shared data counts them; then which roles and kinds are right.
Prints a hint where the shared data is not beside this checkout.
"""

from benchmarks.lines import ARTICLES, OPEN, article_counts, of_files


def main() -> None:
    """Print a line for each article, and one for all."""
    if not ARTICLES.exists():
        print("the shared articles are not beside this checkout")
        return
    paths = [ARTICLES / f"{name}.gold.json" for name in OPEN]
    print(f"{'article':12} {'recall':>16} {'precision':>16}")
    for name, some in (*((path.name.partition(".")[0], [path]) for path in paths), ("all", paths)):
        counts = article_counts(of_files(some))
        print(f"{name:12}", *(f"{_share(counts[key]):>16}" for key in ("actor_recall", "actor_precision")))


def _share(counts: list[int]) -> str:
    return f"{100 * counts[0] / max(1, counts[1]):.1f} ({counts[0]}/{counts[1]})"


if __name__ == "__main__":
    main()
