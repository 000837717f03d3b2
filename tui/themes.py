"""The app's colours: dark, light, high contrast, and the terminal's own sixteen."""

from textual.theme import Theme

DARK = Theme(
    name="dateline-dark",
    dark=True,
    primary="#6aa2d8",
    secondary="#8a94a6",
    accent="#e0b05c",
    success="#8fbf7f",
    warning="#e5a13d",
    error="#e5706b",
    foreground="#d7dce4",
    background="#14171c",
    surface="#1b1f26",
    panel="#262c36",
    variables={
        "evidence": "#2e4154",
        "block-cursor-background": "#2f4c6b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#262c36",
        "scrollbar": "#3a4352",
        "scrollbar-background": "#1b1f26",
    },
)

LIGHT = Theme(
    name="dateline-light",
    dark=False,
    primary="#1f5f99",
    secondary="#5a6472",
    accent="#8a5a00",
    success="#2f6f2f",
    warning="#9a5b00",
    error="#b3261e",
    foreground="#1d2229",
    background="#fbfaf7",
    surface="#f2f0ea",
    panel="#e6e3da",
    variables={
        "evidence": "#b9cbdb",
        "block-cursor-background": "#cfe0f2",
        "block-cursor-foreground": "#0b0f14",
        "block-cursor-blurred-background": "#e6e3da",
        "scrollbar": "#c9c3b4",
        "scrollbar-background": "#f2f0ea",
    },
)

CONTRAST = Theme(
    name="dateline-contrast",
    dark=True,
    primary="#7cc4ff",
    secondary="#e0e0e0",
    accent="#ffd75f",
    success="#9dff8a",
    warning="#ffb000",
    error="#ff8080",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    variables={
        "evidence": "#25476a",
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#4d4d4d",
        "scrollbar": "#ffffff",
        "scrollbar-background": "#262626",
        "text-warning": "#ffb000",
        "text-accent": "#ffd75f",
        "text-primary": "#7cc4ff",
        "text-success": "#9dff8a",
        "text-error": "#ff8080",
    },
)

TERMINAL = Theme(
    name="dateline-terminal",
    dark=True,
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_default",
    accent="ansi_cyan",
    success="ansi_green",
    warning="ansi_yellow",
    error="ansi_red",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "evidence": "ansi_bright_black",
        "ansi-background": "ansi_black",
        "warning-muted": "ansi_default",
        "ansi-foreground": "ansi_white",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-blurred-background": "ansi_bright_black",
        "scrollbar": "ansi_bright_black",
        "scrollbar-background": "ansi_default",
        "text-warning": "ansi_yellow",
        "text-accent": "ansi_cyan",
        "text-primary": "ansi_blue",
        "text-success": "ansi_green",
        "text-error": "ansi_red",
        "border-blurred": "ansi_bright_black",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_black",
    },
)

THEMES = (DARK, LIGHT, CONTRAST, TERMINAL)
"""In the order in which T goes through them."""


def called(theme: str) -> str:
    """What a person calls a theme: `dark` for `dateline-dark`."""
    return theme.removeprefix("dateline-")
