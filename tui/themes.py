"""The app's colours, dark and light."""

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
        "block-cursor-background": "#cfe0f2",
        "block-cursor-foreground": "#0b0f14",
        "block-cursor-blurred-background": "#e6e3da",
        "scrollbar": "#c9c3b4",
        "scrollbar-background": "#f2f0ea",
    },
)
