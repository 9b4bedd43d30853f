"""What people put right: kept as files, put into exports, replayed as tests."""

from pipeline.corrections.base import on_base, target, uncorrected
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
    "on_base",
    "read",
    "replay",
    "retire",
    "save",
    "target",
    "uncorrected",
    "what_rules_say",
]
