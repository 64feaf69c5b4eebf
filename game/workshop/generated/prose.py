"""Prose for generated stories: as long as a page is, and no two pages alike.

It is there to be read by a machine; it only has to weigh what prose weighs.
"""

from __future__ import annotations

from random import Random

_WHO = (
    "The ferryman", "An old woman with a basket", "Your shadow", "The child from the mill", "Somebody's dog",
    "The lamp over the door", "A cart without a horse", "The schoolmaster", "The wind off the lake",
    "A choir of nine or ten", "The man with the ladder", "Nobody in particular", "The bell, or what is left",
    "A boy with a drum", "The keeper of the gate", "Your own voice", "The last of the snow", "A tired heron",
    "The widow from the corner house", "The road itself", "A pair of boots on a sill",
    "The baker's apprentice",
)  # fmt: skip
_DOES = (
    "waits", "goes by slowly", "leans towards you", "has stopped to listen", "says nothing at all",
    "is counting under its breath", "turns round once and settles", "keeps time with two fingers",
    "looks as if it had been asked a question", "hums what might be the second half of a tune",
    "lets the silence stand a little longer than is polite", "knows the words and will not sing them",
    "has been here since before the rain", "puts down what it was carrying", "will not meet your eye",
    "moves over to make room", "is later than anyone remembers", "holds quite still",
)  # fmt: skip
_WHERE = (
    "at the edge of the square", "under the dripping eaves", "between the third stone and the fourth",
    "where the path forks", "by the light of somebody else's window", "on the far side of the water",
    "at the foot of the stairs", "among the nets and the empty barrels", "in the doorway of the forge",
    "as though there were all the time in the world", "with the door half open behind",
    "in the hour before the lamps are lit", "where nobody has swept", "and the birches go on for miles",
    "until the echo has come back from the hill", "just as the kettle begins to sing",
    "while the tide makes up its mind", "with one hand on the rail", "against all advice",
)  # fmt: skip
_SAID = (
    "You came the long way, then.", "I had it from my mother, and she had it wrong.",
    "Is it cold where you sleep?",
    "There were more of us, once.", "Sing it or don't, but shut the door.", "That is not how it ends.",
    "I would wait, if I were you; I always have.", "Nobody has asked me that in years.", "Mind the step.",
    "It rests there. Four beats. Then you may.", "We do not say that name before supper.",
)  # fmt: skip
_DO = (
    "Ask about {}", "Look behind {}", "Go on, past {}", "Wait beside {}", "Take hold of {}", "Speak of {}",
    "Leave {} alone", "Carry {} a little way", "Put your ear to {}", "Turn back for {}", "Say yes to {}",
    "Follow {}", "Say nothing, and mend {}", "Sit down by {}",
)  # fmt: skip
_THING = (
    "the lamp", "the broken oar", "the letter", "the wall", "the red scarf", "the miller's daughter",
    "the bell",
    "the bridge", "the hum in the wood", "the stranger", "the empty chair", "the map", "the second door",
    "the orchard", "the fire", "the stones in the ford", "the old promise", "the drum", "the well",
    "the bread",
    "the names on the beam", "the quiet", "the harp", "the ladder", "the light on the lake", "the roof",
)  # fmt: skip


def sentence(dice: Random) -> str:
    """Give one sentence, of about twelve words."""
    return f"{dice.choice(_WHO)} {dice.choice(_DOES)} {dice.choice(_WHERE)}."


def sentences(dice: Random, words: int) -> list[str]:
    """Give sentences of about so many words together."""
    told: list[str] = []
    count = 0
    while count < words:
        told.append(sentence(dice))
        count += told[-1].count(" ") + 1
    return told


def speech(dice: Random) -> str:
    """Give what somebody says, in quotes."""
    return f'"{dice.choice(_SAID)}"'


def label(dice: Random) -> str:
    """Give what a choice may be called."""
    return dice.choice(_DO).format(dice.choice(_THING))
