"""On a build server (CI=true) a skipped test is a failed one: a missing tool must not pass for a working kg. Property tests have no time limit."""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("kg", deadline=None)  # how long an example takes on a busy machine is no property of kg
settings.load_profile("kg")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    report = yield
    if os.environ.get("CI") == "true" and report.skipped:
        report.outcome = "failed"
    return report
