"""Request and configuration become the settings of one draft: the command line, `[[per-file]]`, the file."""

from __future__ import annotations

from collections.abc import Iterator

from docklint.results import BY_NOTICE
from docklint.settings.config import Config, PerFile
from docklint.settings.selection import Lists
from docklint.settings.values import AUTO, MAX_FINDINGS, Request, Settings
from docklint.suppressions import SuppressTable
from docklint.typed import TYPE_CHECKING, Any
from docklint.values import Value, as_dict

if TYPE_CHECKING:
    from pathlib import Path

FAIL_ON = "warning"


class Setting(Value):
    """An effective value and where it comes from: a file with the key path, an option, or nothing (default)."""

    key: str
    value: Any
    source: str = ""


def settings_for(path: str, request: Request, config: Config) -> Settings:
    """Return what holds for the draft at `path`."""
    profile = _profile(path, request, config)
    return Settings(
        profile=profile.value,
        profile_by=_profile_by(request, profile),
        select=request.select,
        ignore=request.ignore,
        below=tuple(_levels(path, config)),
        rules_path=(*config.rules_path, *request.rules_path),
        packs=tuple(dict.fromkeys((*config.packs, *request.packs))),
        rules=config.rules,
        suppress=tuple(suppressed(path, config)),
        source=config.file or "",
        lang=_first("lang", request.lang, config, "zh").value,
        revisions=_first("revisions", request.revisions, config, "final").value,
        convert=request.convert,
        max_findings=_max_findings(request, config).value,
        unit=config.unit,
    )


def _profile_by(request: Request, profile: Setting) -> str:
    if request.by_notice:
        return BY_NOTICE
    return "option" if request.profile or not profile.source else "config"


def fail_on(request: Request, config: Config) -> str:
    """Return the mildest severity that makes the exit status 1, or `never`."""
    return str(_first("fail-on", request.fail_on, config, FAIL_ON).value)


def baseline(request: Request, config: Config) -> Path | None:
    """Return the baseline file to heed, if any."""
    return request.baseline or config.baseline


def effective(path: str, request: Request, config: Config) -> Iterator[Setting]:
    """Yield every setting that holds for the draft at `path`, with its origin."""
    yield _profile(path, request, config)
    yield _list("select", request.select, config)
    yield _ignored(path, request, config)
    yield _first("fail-on", request.fail_on, config, FAIL_ON)
    yield _first("lang", request.lang, config, "zh")
    yield _first("revisions", request.revisions, config, "final")
    yield _list("rules-path", tuple(map(str, request.rules_path)), config)
    yield _list("packs", request.packs, config)
    yield _first("baseline", str(request.baseline) if request.baseline else None, config, "")
    yield _max_findings(request, config)
    yield _list("unit", (), config)
    for code, table in config.rules.items():
        yield from _flat(f"rules.{code}", table, config)
    tables = [_said(each) for each in suppressed(path, config)]
    yield Setting("suppress", tables, _source(config, config.at("suppress")) if tables else "")


def _said(table: SuppressTable) -> dict[str, str]:
    return {key: value for key, value in as_dict(table).items() if value and key != "source"}


def _profile(path: str, request: Request, config: Config) -> Setting:
    if request.profile:
        return Setting("profile", request.profile, "--profile")
    for each in reversed(list(_per_file(path, config))):
        if each.profile:
            return Setting("profile", each.profile, _source(config, f"{each.path}.profile"))
    return _first("profile", None, config, AUTO)


def _first(key: str, option: str | None, config: Config, default: str) -> Setting:
    """Return what the command line says, or else the file, or else the default."""
    if option:
        return Setting(key, option, f"--{key}")
    said = getattr(config, key.replace("-", "_"))
    if said:
        return Setting(key, str(said), _source(config, config.at(key)))
    return Setting(key, default)


def _max_findings(request: Request, config: Config) -> Setting:
    if request.max_findings:
        return Setting("max-findings", request.max_findings, "--max-findings")
    if config.max_findings:
        return Setting("max-findings", config.max_findings, _source(config, config.at("max-findings")))
    return Setting("max-findings", MAX_FINDINGS)


def _list(key: str, option: tuple[str, ...], config: Config) -> Setting:
    if option:
        return Setting(key, list(option), f"--{key}")
    said = getattr(config, key.replace("-", "_"))
    return Setting(key, list(map(str, said)), _source(config, config.at(key)) if said else "")


def _ignored(path: str, request: Request, config: Config) -> Setting:
    """Return everything that some place ignores, with all the places."""
    own = _list("ignore", (), config)
    here = [each for each in _per_file(path, config) if each.ignore]
    codes = [*request.ignore, *(code for each in here for code in each.ignore), *own.value]
    places = [_source(config, f"{each.path}.ignore") for each in here]
    sources = [*(["--ignore"] if request.ignore else []), *places, own.source]
    return Setting("ignore", list(dict.fromkeys(codes)), "; ".join(filter(None, sources)))


def _levels(path: str, config: Config) -> Iterator[Lists]:
    yield Lists((), tuple(code for each in _per_file(path, config) for code in each.ignore))
    yield Lists(tuple(dict.fromkeys(config.select)), tuple(dict.fromkeys(config.ignore)))


def _per_file(path: str, config: Config) -> Iterator[PerFile]:
    for each in config.per_file:
        if any(_fits(pattern, path, config) for pattern in each.patterns):
            yield each


def suppressed(path: str, config: Config) -> Iterator[SuppressTable]:
    """Yield the `[[suppress]]` tables that are for the draft at `path`."""
    return (each for each in config.suppress if not each.path or _fits(each.path, path, config))


def told_of(path: str, config: Config) -> tuple[tuple[PerFile, ...], tuple[SuppressTable, ...]]:
    """Return all that a configuration says of some drafts, that at `path` among them; where it is the same, settings are."""
    return tuple(_per_file(path, config)), tuple(suppressed(path, config))


def _fits(pattern: str, path: str, config: Config) -> bool:
    # Late: most configurations speak of all drafts alike.
    from docklint.settings.globs import matches

    return matches(pattern, path, config.folder)


def _flat(key: str, value: Any, config: Config) -> Iterator[Setting]:
    """Yield the leaves of a table with their dotted keys."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(f"{key}.{name}", inner, config)
    else:
        yield Setting(key, value, _source(config, config.at(key)))


def _source(config: Config, key: str) -> str:
    return f"{config.file}: {key}"
