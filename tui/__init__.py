"""What a person sees: the command line and the Textual app.

Begin with `cli` for the commands, with `app.py` for the app, and with `actions.py` for its keys.
"""

import os
import sys

# `python -m tui.cli` puts the current folder first on the module path, and a folder of clippings may hold a `json.py`.
# Nothing is imported from there, unless this package itself was. `pathlib` is not loaded yet: it could come from there.
if sys.argv[:1] == ["-m"] and not sys.flags.safe_path and sys.path[0] != os.path.dirname(__path__[0]):  # noqa: PTH120
    del sys.path[0]
