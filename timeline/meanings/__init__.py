"""What time expressions mean, before anyone asks when: small symbolic values that know no publication date.

The date grammar composes them, `timeline.dates.resolve` turns them into dates, and the store keeps them as JSON
(`{"means": "weekday", "day": 5}`), so that another publication date needs no second reading.

Each kind of meaning is one class that says all there is to know of it but where it lies: dates by name (`named.py`),
what counts from another day (`counted.py`), what has no place (`placeless.py`), and what is made of others
(`composed.py`). Begin with `base.py`.
"""

from timeline.meanings.composed import Meaning

__all__ = ["Meaning"]
