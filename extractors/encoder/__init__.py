"""What each word means where it stands, as a vector: a small transformer that ships with dateline.

Begin with `encoder.py`. Nothing here knows what the vectors are asked for.
"""

import os

# From 1.29 on onnxruntime numbers the machine and tells its makers of every run, unless this is set before it
# is first imported. We ask for an older one; whoever has a newer one is to be left in peace too.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
