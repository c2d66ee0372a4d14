"""Long work: told in the window's thread, stopped when asked, gone when closed."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from db.errors import ExportError
from desktop.jobs import MOST_REPORTS_A_SECOND, Cancelled, Jobs, Report


@pytest.fixture(params=[False, True], ids=["thread", "inline"])
def jobs(request: pytest.FixtureRequest, qapp: object) -> Iterator[Jobs]:
    made = Jobs(inline=request.param)
    yield made
    made.close()


def test_a_result_comes_with_its_ticket(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[tuple[int, object]] = []
    jobs.done.connect(lambda ticket, value: told.append((ticket, value)))
    first = jobs.start(lambda report, cancelled: "one")
    second = jobs.start(lambda report, cancelled: None)
    assert told == []
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [(first, "one"), (second, None)]
    assert not jobs.is_busy


def test_everything_is_told_in_the_windows_thread(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[threading.Thread] = []

    def job(report: Report, cancelled: Cancelled) -> None:
        report(3, 3)

    jobs.progress.connect(lambda *news: heard.append(threading.current_thread()))
    with qtbot.waitSignal(jobs.done):
        jobs.start(job)
    assert heard == [threading.main_thread()]


def test_work_does_not_run_in_the_windows_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.waitSignal(jobs.done) as told:
        jobs.start(lambda report, cancelled: threading.current_thread())
    assert told.args[1] is not threading.main_thread()
    jobs.close()


def test_a_failure_of_the_world_is_handed_on(jobs: Jobs, qtbot: QtBot) -> None:
    error = ExportError(file="sheet.pdf", reason="the disk is full")

    def job(report: Report, cancelled: Cancelled) -> None:
        raise error

    with qtbot.waitSignal(jobs.failed) as told:
        ticket = jobs.start(job)
    assert told.args == [ticket, error]


def test_a_failure_of_ours_is_also_reported_as_such(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    with qtbot.waitSignal(jobs.failed):
        jobs.start(lambda report, cancelled: 1 // 0)
    assert reported == [ZeroDivisionError]
    assert not jobs.is_busy


def test_a_job_stops_when_it_is_asked_to(qtbot: QtBot) -> None:
    jobs = Jobs()
    running = threading.Event()

    def job(report: Report, cancelled: Cancelled) -> str:
        running.set()
        while not cancelled():
            report(1, 0)
        return "stopped"

    ticket = jobs.start(job)
    assert running.wait(10)
    with qtbot.waitSignal(jobs.done) as told:
        jobs.cancel(ticket)
    assert told.args == [ticket, "stopped"]
    jobs.close()


def test_closing_stops_what_runs_and_drops_what_waits(qtbot: QtBot) -> None:
    jobs = Jobs()
    running, ran = threading.Event(), []

    def job(report: Report, cancelled: Cancelled) -> None:
        running.set()
        while not cancelled():
            pass

    jobs.start(job)
    jobs.start(lambda report, cancelled: ran.append(1))
    assert running.wait(10)
    with qtbot.assertNotEmitted(jobs.done), qtbot.assertNotEmitted(jobs.failed):
        jobs.close()
        QCoreApplication.processEvents()
    assert ran == []
    assert not jobs.is_busy


def test_reports_do_not_flood_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    jobs.progress.connect(lambda ticket, done, total: heard.append((done, total)))

    def job(report: Report, cancelled: Cancelled) -> None:
        for step in range(20_000):
            report(step + 1, 20_000)

    with qtbot.waitSignal(jobs.done):
        jobs.start(job)
    assert heard[-1] == (20_000, 20_000)
    assert len(heard) < 20_000 / MOST_REPORTS_A_SECOND


def test_pythons_turns_are_as_they_were_when_a_job_is_over(jobs: Jobs, qtbot: QtBot) -> None:
    before = sys.getswitchinterval()
    with qtbot.waitSignal(jobs.done):
        jobs.start(lambda report, cancelled: None)
    assert sys.getswitchinterval() == before


def test_a_window_that_goes_stops_the_jobs_of_its_dialogs(qapp: QCoreApplication) -> None:
    begun, stopped = threading.Event(), threading.Event()

    def job(report: Report, cancelled: Cancelled) -> object:
        begun.set()
        while not cancelled():
            pass
        stopped.set()
        return None

    parent = QObject()
    Jobs(parent).start(job)
    assert begun.wait(10)
    delete(parent)
    assert stopped.is_set()
