"""`docklint explain`, `rules` and `profiles`: what there is, as the configuration here has it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from docklint.cli import options
from docklint.cli.command import taking
from docklint.cli.derive import derive
from docklint.cli.help import Commands
from docklint.cli.language import LANG, say
from docklint.cli.output import warn, write
from docklint.cli.request import request
from docklint.cli.usage_errors import Group
from docklint.settings import AUTO, Request, unknown_rule
from docklint.texts import Texts, load
from docklint.values import Value, replace

if TYPE_CHECKING:
    from docklint.catalogue import Catalogue


class ExplainOptions(Value):
    """What may stand behind `docklint explain`, in the order of its help."""

    code: options.Code
    profile: options.Profile = AUTO
    format: options.TreeFormat = "text"
    config: options.Config = None
    isolated: options.Isolated = False
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    lang: options.Lang = LANG


class RulesOptions(Value):
    """What may stand behind `docklint rules`, in the order of its help."""

    profile: options.Profile = AUTO
    format: options.TreeFormat = "text"
    select: options.Select = None
    ignore: options.Ignore = None
    config: options.Config = None
    isolated: options.Isolated = False
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    lang: options.Lang = LANG


class ProfileOptions(Value):
    """What may stand behind `docklint profiles show`, in the order of its help."""

    id: options.ProfileId
    format: options.TreeFormat = "text"
    config: options.Config = None
    isolated: options.Isolated = False
    rules_path: options.RulesPath = None
    pack: options.Packs = None
    lang: options.Lang = LANG


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("explain", help=say("help.explain"))(taking(ExplainOptions, explain))
    app.command("rules", help=say("help.rules"))(taking(RulesOptions, rules))
    group = Commands(cls=Group, help=say("help.profiles"), rich_markup_mode=None)
    group.callback(invoke_without_command=True)(profiles)
    group.command("show", help=say("help.profiles-show"))(taking(ProfileOptions, profile))
    group.command("derive", help=say("help.derive"))(derive)
    app.add_typer(group, name="profiles")


def explain(given: ExplainOptions, asked: Request) -> int:
    """Tell what a rule looks for, why, with examples."""
    # Late, here and below: --help and completion need no rules.
    from docklint.reports.catalogue import rule_page
    from docklint.reports.catalogue_json import rules_json

    catalogue, texts = _catalogue(asked, samples=True)
    listed = catalogue.rule(given.code)
    if listed is None:
        raise unknown_rule(given.code, catalogue.library.rules, families=False)
    told = (
        rules_json([listed], texts, examples=True)
        if given.format == "json"
        else rule_page(listed, texts, catalogue.named_profile())
    )
    _write(told, given.format)
    return 0


def rules(given: RulesOptions, asked: Request) -> int:
    """List the rules, one a line."""
    from docklint.reports.catalogue import rule_list
    from docklint.reports.catalogue_json import rules_json

    catalogue, texts = _catalogue(asked)
    _write((rules_json if given.format == "json" else rule_list)(catalogue.rules(), texts), given.format)
    return 0


def profiles(
    context: typer.Context,
    format: options.TreeFormat = "text",
    config: options.Config = None,
    isolated: options.Isolated = False,
    rules_path: options.RulesPath = None,
    pack: options.Packs = None,
    lang: options.Lang = LANG,
) -> int:
    """List the profiles, one a line."""
    from docklint.reports.catalogue import profile_list
    from docklint.reports.catalogue_json import profiles_json

    if context.invoked_subcommand is None:
        catalogue, texts = _catalogue(request(context))
        told = profiles_json if format == "json" else profile_list
        _write(told(catalogue.profiles.values(), texts), format)
    return 0


def profile(given: ProfileOptions, asked: Request) -> int:
    """Show what one profile demands."""
    from docklint.reports.catalogue import profile_page
    from docklint.reports.catalogue_json import profiles_json

    own = replace(asked, profile=given.id) if given.id.endswith(".toml") else asked
    catalogue, texts = _catalogue(own)
    shown = catalogue.profile(given.id)
    _write(
        profiles_json([shown], texts) if given.format == "json" else profile_page(shown, texts), given.format
    )
    return 0


def _catalogue(asked: Request, samples: bool = False) -> tuple[Catalogue, Texts]:
    """Return what there is for drafts in this folder, and the words to tell it in; packs that do not work are named."""
    from docklint.workspace import Workspace

    catalogue = Workspace(asked, samples=samples).catalogue(os.curdir)
    texts = load(catalogue.settings.lang)
    for failed in catalogue.failed:
        warn(failed.text.told_in(texts))
    return catalogue, texts


def _write(told: Iterable[str], format: str) -> None:
    write(told, None, utf8=format == "json")
