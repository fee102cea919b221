"""Invented reports, as many as are wanted, each the same whenever it is asked for."""

import random

PLACES = ("Osra", "Velm", "Tarkin Bridge", "Old Market", "Ketta", "Upper Sorn", "Lake Imber")
GROUPS = ("villagers", "soldiers", "traders", "people", "police officers", "fighters", "pupils")
SOURCES = ("the mayor", "a hospital official", "two residents", "the army", "a local monitor")
PARAGRAPHS = 8


def invented_report(number: int) -> str:
    """Write a report of some three hundred words.

    Example:
        >>> invented_report(7) == invented_report(7)
        True
    """
    dice = random.Random(number)
    headline = f"Attack in {dice.choice(PLACES)} leaves {dice.randint(2, 90)} dead"
    return "\n\n".join([headline, *(_paragraph(dice) for _ in range(PARAGRAPHS))])


def _paragraph(dice: random.Random) -> str:
    place, group, source = dice.choice(PLACES), dice.choice(GROUPS), dice.choice(SOURCES)
    killed, hurt = dice.randint(2, 90), dice.randint(2, 200)
    return (
        f"At least {killed} {group} were killed and {hurt} wounded near {place} on Monday, "
        f"{source} said. Shops stayed closed and the road to {dice.choice(PLACES)} was cut for "
        f"{dice.randint(2, 30)} hours. {source.capitalize()} added that {dice.randint(1, 9)} "
        f"houses burned down."
    )
