"""A result on its way from a worker to the parent: more than half of it would be the profile, and the parent has that."""

from __future__ import annotations

from docklint.errors import DraftError
from docklint.results import FileResult
from docklint.runner.check_one import check_one, failed
from docklint.runner.targets import Target
from docklint.values import Value, replace
from docklint.workspace import Workspace


class SentResult(Value):
    """A result, without its profile if that is known by its id where the result goes."""

    result: FileResult
    profile_id: str | None = None


def check_and_send(workspace: Workspace, target: Target) -> SentResult:
    """Check one file in a worker."""
    result = check_one(workspace, target)
    profile = result.profile
    if profile is None or workspace.of(target.path).library.profiles.get(profile.id) is not profile:
        return SentResult(result)
    return SentResult(replace(result, profile=None), profile.id)


def failed_to_send(path: str, error: DraftError) -> SentResult:
    """Return what stands for the result of a file that could not be checked."""
    return SentResult(failed(path, error))


def received(workspace: Workspace, sent: SentResult) -> FileResult:
    """Return a worker's result whole again; `workspace` has the configurations that the worker had."""
    if sent.profile_id is None:
        return sent.result
    profiles = workspace.of(sent.result.path).library.profiles
    return replace(sent.result, profile=profiles[sent.profile_id])
