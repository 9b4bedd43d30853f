"""What people put right: kept as files, put into exports, replayed as tests."""

from pipeline.corrections.applying import (
    Outcome,
    Status,
    concerns,
    correct,
    what_rules_say,
)
from pipeline.corrections.files import FOLDER, Filed, filed, retire, save
from pipeline.corrections.replay import Replayed, replay

__all__ = [
    "FOLDER",
    "Filed",
    "Outcome",
    "Replayed",
    "Status",
    "concerns",
    "correct",
    "filed",
    "replay",
    "retire",
    "save",
    "what_rules_say",
]
