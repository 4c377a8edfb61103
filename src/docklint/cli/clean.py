"""`docklint clean`: drop the results that former runs kept."""

# No postponed annotations here: Typer would compile each of them from its text, several times over.

import typer

from docklint.cli import options
from docklint.cli.language import LANG, say
from docklint.cli.output import write
from docklint.errors import SetupError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("clean", help=say("清空以前留下的检查结果。", "Drop the results kept of former runs."))(clean)


def clean(lang: options.Lang = LANG) -> int:
    """Empty the cache and say how many results there were."""
    # Late: --help needs none of it.
    from docklint.cache.store import Store, place

    folder = place()
    try:
        count = Store(folder).clear() if folder else 0
    except OSError as error:
        from docklint.error_texts import of_system

        reason = of_system(error, writing=True)
        raise SetupError(
            zh=f"无法清空 {folder}：{reason.zh}。", en=f"Cannot empty {folder}: {reason.en}."
        ) from error
    where = "" if folder is None else f" ({folder})" if lang == "en" else f"（{folder}）"
    told = (
        f"{count} kept result(s) dropped{where}.\n"
        if lang == "en"
        else f"已清除 {count} 份检查结果{where}。\n"
    )
    write([told], None, utf8=False)
    return 0
