"""The widgets, one class a file."""

from lessonkit.widgets.card_explorer import CardExplorer
from lessonkit.widgets.comfort_map import ComfortMap
from lessonkit.widgets.dialogue import Dialogue
from lessonkit.widgets.evidence_plot import EvidencePlot
from lessonkit.widgets.group_tally import GroupTally
from lessonkit.widgets.my_course import MyCourse
from lessonkit.widgets.opinion_scale import OpinionScale
from lessonkit.widgets.planner import Planner
from lessonkit.widgets.quick_check import QuickCheck
from lessonkit.widgets.reflection import Reflection
from lessonkit.widgets.remember_choice import RememberChoice
from lessonkit.widgets.sentence_builder import SentenceBuilder
from lessonkit.widgets.sorting_exercise import SortingExercise

__all__ = [
    "CardExplorer",
    "ComfortMap",
    "Dialogue",
    "EvidencePlot",
    "GroupTally",
    "MyCourse",
    "OpinionScale",
    "Planner",
    "QuickCheck",
    "Reflection",
    "RememberChoice",
    "SentenceBuilder",
    "SortingExercise",
]
