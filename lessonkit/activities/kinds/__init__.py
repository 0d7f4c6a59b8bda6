"""The kinds of activity, one file each."""

from lessonkit.activities.fields import Activity
from lessonkit.activities.kinds.card_explorer import CardExplorerActivity
from lessonkit.activities.kinds.comfort_map import ComfortMapActivity
from lessonkit.activities.kinds.dialogue import DialogueActivity
from lessonkit.activities.kinds.evidence_plot import EvidencePlotActivity
from lessonkit.activities.kinds.my_course import MyCourseActivity
from lessonkit.activities.kinds.opinion_scale import OpinionScaleActivity
from lessonkit.activities.kinds.planner import PlannerActivity
from lessonkit.activities.kinds.quick_check import QuickCheckActivity
from lessonkit.activities.kinds.reflection import ReflectionActivity
from lessonkit.activities.kinds.sentence_builder import SentenceBuilderActivity
from lessonkit.activities.kinds.sorting import SortingActivity

KINDS: dict[str, type[Activity]] = {
    "sorting": SortingActivity,
    "quick-check": QuickCheckActivity,
    "card-explorer": CardExplorerActivity,
    "comfort-map": ComfortMapActivity,
    "dialogue": DialogueActivity,
    "evidence-plot": EvidencePlotActivity,
    "my-course": MyCourseActivity,
    "opinion-scale": OpinionScaleActivity,
    "planner": PlannerActivity,
    "reflection": ReflectionActivity,
    "sentence-builder": SentenceBuilderActivity,
}
"""The kinds of activity, each under the word that a file's ``type`` says."""
