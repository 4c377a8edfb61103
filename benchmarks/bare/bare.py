"""The least a typer program can be: one command, one argument, one option. The start is measured against it."""

import typer

app = typer.Typer()


@app.command()
def main(path: str, times: int = 1) -> None:
    """Return what was named."""
    typer.echo(path * times)
