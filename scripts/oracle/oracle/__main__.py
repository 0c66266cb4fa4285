"""`python -m oracle COMMAND …`, as `scripts/oracle/run COMMAND …`."""

import sys

from oracle.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
