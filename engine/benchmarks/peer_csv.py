"""The peer of `riskloom bench csv`: pandas.read_csv with date parsing, default engine.

Usage: python peer_csv.py FILE READS. Prints one JSON object: program, rows, sum of closes, seconds of each reading
(the first is the cold one; importing pandas is not counted), largest resident memory in 10^6 bytes.
"""

import json
import sys
import time

import pandas


def peak_mb():
    # VmHWM begins anew with this program; ru_maxrss would inherit the size of the process that started it.
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) * 1024 / 1e6 for line in status if line.startswith("VmHWM"))
    except OSError:
        return None


def read(file):
    start = time.perf_counter()
    table = pandas.read_csv(file, parse_dates=["date"])
    return table, time.perf_counter() - start


seconds = []
for _ in range(int(sys.argv[2])):
    table, taken = read(sys.argv[1])
    seconds.append(taken)
    size, check, dates = len(table), float(table["close"].sum()), table["date"].dtype
    del table  # as ours, the next reading begins without the last one's result

# Versions before 3 know no year after 2262 and silently leave the dates as text: that would not be the same work.
if dates.kind != "M":
    sys.exit(f"pandas {pandas.__version__} did not read the dates of this file; version 3 or later does")

print(json.dumps({"name": f"pandas {pandas.__version__}", "size": size, "check": check, "seconds": seconds, "peakMb": peak_mb()}))
