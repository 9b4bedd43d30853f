"""By which framework a body was read: its programme, and the cycle of that."""
