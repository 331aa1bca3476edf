"""Examine an installation: what there is, what is wrong with it and what helps."""

from paintassist.jobs.doctor.examine import EXAMINERS, examine
from paintassist.jobs.doctor.finding import Finding, State, worst

__all__ = ["EXAMINERS", "Finding", "State", "examine", "worst"]
