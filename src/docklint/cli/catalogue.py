"""`docklint explain`, `rules`, `profiles` and `schema`: what there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docklint.cli import options
from docklint.cli.derive import derive
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.output import write
from docklint.cli.usage_errors import Group
from docklint.errors import SetupError
from docklint.settings import AUTO, choose, unknown_profile, unknown_rule
from docklint.texts import load

if TYPE_CHECKING:
    from docklint.packs import Library

SCHEMAS = ("check", "outline", "matrix", "overview", "alike", "config", "profile", "pack")


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain", help=say("help.explain"))(explain)
    app.command("rules", help=say("help.rules"))(rules)
    app.command(
        "schema",
        help=say("help.schema"),
    )(schema)
    group = Commands(cls=Group, help=say("help.profiles"), rich_markup_mode=None)
    group.callback(invoke_without_command=True)(profiles)
    group.command("show", help=say("help.profiles-show"))(profile)
    group.command("derive", help=say("help.derive"))(derive)
    app.add_typer(group, name="profiles")


def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help=say("help.explain-code"))],
    profile: options.Profile = AUTO,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """Tell what a rule looks for, why, with examples."""
    from docklint.reports.catalogue import rule_page

    files = (profile,) if profile.endswith(".toml") else ()
    library = _load(rules_path, pack, files, samples=True)
    held_against = None if profile == AUTO else library.profiles[_profile_id(library, profile)]
    by_name = {rule.name: rule for rule in library.rules.values()}
    rule = library.rules.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise unknown_rule(code, library.rules, families=False)
    write(rule_page(rule, load(lang), held_against), None, utf8=False)
    return 0


def rules(rules_path: options.RulesPath = None, pack: options.Packs = None, lang: options.Lang = LANG) -> int:
    """List the rules, one a line."""
    from docklint.reports.catalogue import rule_list

    write(rule_list(_load(rules_path, pack).rules.values(), load(lang)), None, utf8=False)
    return 0


def profiles(
    context: typer.Context,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """List the profiles, one a line."""
    from docklint.reports.catalogue import profile_list

    if context.invoked_subcommand is None:
        write(profile_list(_load(rules_path, pack).profiles.values(), load(lang)), None, utf8=False)
    return 0


def profile(
    id: Annotated[str, typer.Argument(metavar="ID|FILE", help=say("help.profiles-show-id"))],
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """Show what one profile demands."""
    from docklint.reports.catalogue import profile_page

    files: Sequence[str] = (id,) if id.endswith(".toml") else ()
    library = _load(rules_path, pack, files)
    write(profile_page(library.profiles[_profile_id(library, id)], load(lang)), None, utf8=False)
    return 0


def schema(
    name: Annotated[
        str,
        typer.Argument(metavar="|".join(SCHEMAS), help=say("help.schema-name")),
    ] = "check",
    lang: options.Lang = LANG,
) -> int:
    """Print a JSON Schema that ships with docklint."""
    from importlib.resources import files

    text = files("docklint").joinpath("schemas", f"{choose('noun.schema', name, SCHEMAS)}.json").read_bytes()
    write([text.decode("utf-8")], None, utf8=True)
    return 0


def _load(
    paths: list[Path] | None, names: list[str] | None, profiles: Sequence[str] = (), samples: bool = False
) -> Library:
    # Late: --help and completion need no rules.
    from docklint import packs

    return packs.load((*(paths or ()), *_installed(names)), profiles, samples=samples)


def _installed(names: list[str] | None) -> Iterator[Path]:
    """Yield the folders of installed packs. Raises `SetupError` for one that is not there."""
    for name in names or ():
        from docklint.library_loader import not_installed
        from docklint.plugins import PACKS, folder, installed

        there = installed(PACKS)
        if name not in there:
            raise SetupError.of(not_installed(name, there))
        yield folder(there[name])


def _profile_id(library: Library, id: str) -> str:
    given = library.given[-1] if library.given else id
    if given not in library.profiles:
        raise unknown_profile(id, library.profiles)
    return given
