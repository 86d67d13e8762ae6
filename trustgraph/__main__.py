"""python -m trustgraph: the command."""

from trustgraph.cli import main

if __name__ == "__main__":
    main()
