"""What people put right: kept as files, put into exports, replayed as tests."""

from pipeline.corrections.base import target
from pipeline.corrections.files import FOLDER, Filed, filed, read, retire, save
from pipeline.corrections.overlay import (
    Outcome,
    Status,
    concerns,
    correct,
    decision,
    what_rules_say,
)
from pipeline.corrections.replay import Replayed, replay

__all__ = [
    "FOLDER",
    "Filed",
    "Outcome",
    "Replayed",
    "Status",
    "concerns",
    "correct",
    "decision",
    "filed",
    "read",
    "replay",
    "retire",
    "save",
    "target",
    "what_rules_say",
]
