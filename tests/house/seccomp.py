"""Runs a command in which some calls to the system kill whoever makes them, as under systemd.

python -m tests.house.seccomp setpriority,mbind COMMAND…
"""

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable

# @resources of `systemd-analyze syscall-filter`, by their numbers on each machine.
RESOURCES = {
    "x86_64": {
        "ioprio_set": 251,
        "mbind": 237,
        "migrate_pages": 256,
        "move_pages": 279,
        "sched_setaffinity": 203,
        "sched_setattr": 314,
        "sched_setparam": 142,
        "sched_setscheduler": 144,
        "set_mempolicy": 238,
        "set_mempolicy_home_node": 450,
        "setpriority": 141,
        "setrlimit": 160,
    },
    "aarch64": {
        "ioprio_set": 30,
        "mbind": 235,
        "migrate_pages": 238,
        "move_pages": 239,
        "sched_setaffinity": 122,
        "sched_setattr": 274,
        "sched_setparam": 118,
        "sched_setscheduler": 119,
        "set_mempolicy": 237,
        "set_mempolicy_home_node": 450,
        "setpriority": 140,
        "setrlimit": 164,
    },
}[platform.machine()]
NO_NEW_PRIVILEGES, SECCOMP, FILTER = 38, 22, 2  # of prctl
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06  # of the filter's machine
KILL, ALLOW = 0x80000000, 0x7FFF0000


class Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def forbid(names: Iterable[str]) -> None:
    """From now on, here and in all that is started from here."""
    numbers = [RESOURCES[name] for name in names]
    steps = [struct.pack("HBBI", LOAD, 0, 0, 0)]
    for number in numbers:
        steps.append(struct.pack("HBBI", EQUAL, 0, 1, number))
        steps.append(struct.pack("HBBI", RETURN, 0, 0, KILL))
    steps.append(struct.pack("HBBI", RETURN, 0, 0, ALLOW))
    libc = ctypes.CDLL(None, use_errno=True)
    program = Program(len(steps), b"".join(steps))
    for call in ((NO_NEW_PRIVILEGES, 1, 0, 0, 0), (SECCOMP, FILTER, ctypes.byref(program))):
        if libc.prctl(*call):
            raise OSError(ctypes.get_errno(), "prctl")


if __name__ == "__main__":
    forbid(sys.argv[1].split(","))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - that is what it is for
