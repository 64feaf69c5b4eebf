"""How Ember Hollow's pictures are graded in every mood and at other hours."""

MOODS = {
    "found": {"saturation": 0, "multiply": "#ffffff", "add": "#000000"},
    "commanded": {"saturation": -0.38, "multiply": "#f2c4be", "add": "#100205", "stiff": True, "pace": 0.6},
    "invited": {"saturation": 0.12, "multiply": "#fff6ec", "add": "#060200"},
    "hush1": {"saturation": -0.2, "multiply": "#f0f0f6", "add": "#020206", "hush": 0.3, "pace": 0.8},
    "hush2": {"saturation": -0.4, "multiply": "#e2e4ee", "add": "#06060c", "hush": 0.6, "pace": 0.5},
    "hush3": {"saturation": -0.6, "multiply": "#d2d6e2", "add": "#0a0b12", "hush": 0.9, "pace": 0.15},
    "night": {"saturation": -0.15, "multiply": "#6272aa", "add": "#02040e"},
    "dawn": {"saturation": -0.12, "multiply": "#f2e6f2", "add": "#141016"},
}

INDOORS = MOODS | {
    "night": {"saturation": -0.05, "multiply": "#8e8cbc", "add": "#000008"},
    "dawn": {},
}
