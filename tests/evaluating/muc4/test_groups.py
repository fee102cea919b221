from tollbook.evaluating.muc4.groups import aliases_of, find_groups


def test_a_group_is_found_under_any_of_its_names() -> None:
    found = find_groups("REBELS OF THE FARABUNDO MARTI\nNATIONAL LIBERATION FRONT (FMLN) FLED.")
    assert [group.name for group in found] == ["FMLN", "FMLN"]
    assert {group.kind for group in found} == {"guerrilla"}


def test_the_longest_name_wins() -> None:
    (group,) = find_groups("THE SALVADORAN ARMED FORCES DENIED IT.")
    assert (group.name, group.kind) == ("ARMED FORCES", "state")


def test_a_name_inside_a_word_is_none() -> None:
    assert find_groups("THE ELNORA BRIDGE") == []


def test_every_name_of_a_group_is_known() -> None:
    assert {"SHINING PATH", "SENDERO LUMINOSO"} <= aliases_of("SHINING PATH")
