"""Chats, tables and properties. Nothing of the product imports this."""

import os
import sys

# Also where somebody keeps no bytecode: tests start hundreds of processes, and each of them would
# compile all of Limber anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
