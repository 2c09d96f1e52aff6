"""Run bpogov as `python -m bpogov`."""

from bpogov.cli.start import main

if __name__ == "__main__":
    main()
