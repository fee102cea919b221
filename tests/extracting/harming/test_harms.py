"""Whom a sentence says came to harm: one row a construction. All places and people are invented."""

import pytest

from ..told import harms

VERBS = [
    (
        "Two gunmen killed the guard.",
        ["killed: the guard = 1 security_force"],
        "a figure before an active verb does the harm",
    ),
    ("Two men shot a cook in the chest.", ["injured: a = 1 other"], "shot an unnamed person"),
    (
        "Five others injured the day before are in hospital.",
        ["injured: Five = 5 people"],
        "the day before is nobody",
    ),
    (
        "Gunmen lured him to a mill and then shot and robbed him.",
        ["injured: him = 1 people"],
        "shot and robbed him",
    ),
    ("Man shot, killed in Oker", ["killed: Man = 1 people"], "a headline's shot, killed"),
    ("One man was grazed.", ["injured: One = 1 people"], "grazed"),
    ("A male was shot in the arm.", ["injured: A = 1 people"], "a male is a person"),
    (
        "Officers found a man suffering from gunshot wounds.",
        ["injured: a = 1 people"],
        "who suffers from wounds",
    ),
    (
        "A man with a gunshot wound to the leg walked in.",
        ["injured: A = 1 people"],
        "who has a wound",
    ),
    (
        "Four people were found dead with gunshot wounds.",
        ["killed: Four = 4 people"],
        "the dead with wounds are dead",
    ),
    ("Two teens are in stable condition.", ["injured: Two = 2 child"], "a stable condition"),
    ("Tuesday's shooting death was the third.", [], "a day is no victim"),
    (
        "Two drivers were abducted and killed 14 days later by gunmen.",
        ["abducted: Two = 2 people", "killed: Two = 2 people"],
        "days later are nobody's",
    ),
    (
        "A cook was killed and a driver injured when gunmen opened fire.",
        ["killed: A = 1 other", "injured: a = 1 people"],
        "who did it when stands in another clause",
    ),
    (
        "A nurse associated with the strike was shot in the neck and killed.",
        ["killed: A = 1 medic"],
        "a participle that tells which nurse",
    ),
    (
        "The head of a clinic was killed and a pharmacy owner arrested.",
        ["killed: The head = 1 other", "detained: a = 1 other"],
        "a head of something is a person",
    ),
    ("A medical assistant was shot and killed.", ["killed: A = 1 other"], "an assistant"),
    ("A cleric was tortured to death.", ["killed: A = 1 other"], "tortured to death"),
    ("A medic was mortally wounded.", ["killed: A = 1 medic"], "mortally wounded"),
    ("In Sorn, two Kettans were killed.", ["killed: two = 2 people"], "a place before a people"),
    ("Three others are recovering.", ["injured: Three = 3 people"], "recovering"),
    ("Eleven corpses were brought to a hospital.", ["killed: Eleven = 11 people"], "corpses"),
    (
        "A cook and two guards were caught in the blaze and died on the road.",
        ["killed: A = 1 other", "killed: two = 2 security_force"],
        "the second of two verbs",
    ),
    (
        "He said ten people were missing and feared abducted.",
        ["abducted: ten = 10 people", "missing: ten = 10 people"],
        "not the speaker",
    ),
    ("Fifteen suspects were apprehended.", ["detained: Fifteen = 15 attacker"], "apprehended"),
    ("Twelve people were killed in Oker.", ["killed: Twelve = 12 people"], "passive"),
    ("Gunmen killed at least 12 villagers.", ["killed: at least 12 = 12+ civilian"], "active"),
    ("The 12 people killed in Oker were buried.", ["killed: 12 = 12 people"], "reduced clause"),
    ("Villagers mourned four herders slain there.", ["killed: four = 4 civilian"], "slain"),
    (
        "A shell killed three and wounded nine.",
        ["killed: three = 3 people", "injured: nine = 9 people"],
        "two verbs, two harms",
    ),
    (
        "A bomb went off, killing 14 people and wounding 31.",
        ["killed: 14 = 14 people", "injured: 31 = 31 people"],
        "participles",
    ),
    ("Forty people were killed or wounded.", ["killed_or_injured: Forty = 40 people"], "or: mixed"),
    (
        "Two soldiers were kidnapped and killed.",
        ["abducted: Two = 2 security_force", "killed: Two = 2 security_force"],
        "one subject, two harms",
    ),
    (
        "Six prisoners were executed by rebels.",
        ["killed: Six = 6 people"],
        "the doer is not harmed",
    ),
    ("Gunmen were killed.", ["killed: Gunmen = 2+ armed_group"], "bare plural in -men"),
    ("Soldiers were killed.", ["killed: Soldiers = 2+ security_force"], "bare plural"),
    ("He was killed with a knife.", ["killed: He = 1 people"], "pronoun"),
    (
        "He was killed along with eight gunmen.",
        ["killed: He = 1 people", "killed: eight = 8 armed_group"],
        "along with",
    ),
    ("Both guards died of their wounds.", ["killed: Both = 2 security_force"], "died"),
    (
        "Ten died instantly and two died later.",
        ["killed: Ten = 10 people", "killed: two = 2 people"],
        "died and died later",
    ),
    (
        "The guards who died were young; six others were hurt.",
        ["injured: six = 6 people"],
        "the known ones are no new figure",
    ),
    ("Six villagers were hit by shrapnel.", ["injured: Six = 6 civilian"], "hit by shrapnel"),
    ("Six people were hospitalized.", ["injured: Six = 6 people"], "hospitalized"),
    ("Two guards sustained injuries.", ["injured: Two = 2 security_force"], "sustained injuries"),
    (
        "Also killed in the raid were a nurse and two guards.",
        ["killed: a = 1 medic", "killed: two = 2 security_force"],
        "the verb first",
    ),
    (
        "A suicide bomber killed himself and six others.",
        ["killed: himself = 1 attacker", "killed: six = 6 people"],
        "himself and others",
    ),
    ("Those killed were farmers.", [], "the predicate is nobody else"),
    ("The guard was treated there.", ["injured: The guard = 1 security_force"], "treated"),
    ("A baker was shot in the leg.", ["injured: A = 1 civilian"], "shot in the leg"),
    ("Two guards were later killed.", ["killed: Two = 2 security_force"], "later killed"),
    ("Two guards were taken to hospital.", ["injured: Two = 2 security_force"], "to hospital"),
    ("Four people are in critical condition.", ["injured: Four = 4 people"], "critical condition"),
    (
        "Four of them were in critical condition.",
        ["injured: Four = 4 people, part"],
        "condition of a part",
    ),
]

STRIKING = [
    ("Gunmen gunned down a judge.", ["killed: a = 1 official"], "gunned down"),
    ("She was riddled with bullets.", ["killed: She = 1 people"], "riddled with bullets"),
    ("A bullet hit Ana Belmor.", ["injured: Ana Belmor = 1 people"], "a bullet hit her"),
    ("He fired, striking two men.", ["injured: two = 2 people"], "a shot that struck"),
    ("A ball hit two men.", [], "hit without a shot"),
    ("Troops were shot at by a guard.", [], "shot at"),
    ("Two men were shot at a mill.", ["injured: Two = 2 people"], "where they were shot"),
    ("The envoy shot back that he was wrong.", [], "shot back"),
    ("Ibarro was shot down over Oker.", [], "a pilot shot down"),
    ("Guards beat and killed two men.", ["killed: two = 2 people"], "two verbs, one object"),
    (
        "Ibarro fatally shot two men and himself.",
        ["killed: two = 2 people", "killed: himself = 1 people"],
        "others and himself",
    ),
    ("Raiders hacked to death at least 19 herders.", ["killed: at least 19 = 19+ civilian"], "to"),
    ("Two of them were burned alive.", ["killed: Two = 2 people, part"], "burned alive"),
    ("A driver was hit by a bullet and later succumbed.", ["killed: A = 1 people"], "succumbed"),
    ("A soldier was shot dead near the mill.", ["killed: A = 1 security_force"], "shot dead"),
    ("A soldier was shot near the mill.", ["injured: A = 1 security_force"], "shot only wounds"),
    ("Gunmen shot dead three herders.", ["killed: three = 3 civilian"], "shot dead, active"),
    ("Gunmen shot three herders dead.", ["killed: three = 3 civilian"], "dead at the end"),
    ("Gunmen shot and wounded three herders.", ["injured: three = 3 civilian"], "shot and wounded"),
    ("Two men were shot and killed.", ["killed: Two = 2 people"], "shot and killed"),
    ("The teacher was beaten to death.", ["killed: The teacher = 1 other"], "beaten to death"),
    ("A boy was burned to death.", ["killed: A = 1 child"], "burned to death"),
    ("He was fatally stabbed.", ["killed: He = 1 people"], "fatally stabbed"),
    (
        "Two guards were shot, and one dead dog was found.",
        ["injured: Two = 2 security_force"],
        "dead beyond a comma is another's",
    ),
]

STATES = [
    (
        "The blast left 12 dead and 30 injured.",
        ["killed: 12 = 12 people", "injured: 30 = 30 people"],
        "left dead and injured",
    ),
    (
        "The blast left 12 people dead and 30 others injured.",
        ["killed: 12 = 12 people", "injured: 30 = 30 people"],
        "left people dead",
    ),
    (
        "12 killed, 30 wounded in Oker.",
        ["killed: 12 = 12 people", "injured: 30 = 30 people"],
        "verbless",
    ),
    ("Dozens dead or injured in Oker.", ["killed_or_injured: Dozens = 24+ people"], "mixed state"),
    (
        "Dozens of people were dead or injured.",
        ["killed_or_injured: Dozens = 24+ people"],
        "mixed state, full clause",
    ),
    ("Three miners are missing.", ["missing: Three = 3 people"], "are missing"),
    ("Three miners are still missing.", ["missing: Three = 3 people"], "are still missing"),
    (
        "Three miners have been missing for days.",
        ["missing: Three = 3 people"],
        "have been missing",
    ),
    ("Three miners went missing.", ["missing: Three = 3 people"], "went missing"),
    ("Ten people remain missing.", ["missing: Ten = 10 people"], "remain missing"),
    ("Ten villagers remain unaccounted for.", ["missing: Ten = 10 civilian"], "unaccounted for"),
    ("The flood left 400 people homeless.", ["displaced: 400 = 400 people"], "homeless"),
    ("Thirty dead civilians were counted.", ["killed: Thirty = 30 civilian"], "state before noun"),
    ("The four slain officers were buried.", ["killed: four = 4 security_force"], "the slain four"),
    ("Twelve people are said to be dead.", ["killed: Twelve = 12 people"], "said to be dead"),
]

NOUNS = [
    ("There were 77 fatalities.", ["killed: 77 = 77 people"], "fatalities"),
    (
        "There were 40 deaths and 255 injuries.",
        ["killed: 40 = 40 people", "injured: 255 = 255 people"],
        "deaths and injuries",
    ),
    (
        "The shelling caused dozens of casualties.",
        ["killed_or_injured: dozens = 24+ people"],
        "dozens of casualties",
    ),
    ("Shelling caused casualties.", ["killed_or_injured: casualties = 1+ people"], "bare"),
    (
        "The army inflicted casualties on hundreds of rebels.",
        ["killed_or_injured: hundreds = 200+ armed_group"],
        "inflicted on a figure",
    ),
    ("Five bodies were found in a well.", ["killed: Five = 5 people"], "bodies"),
    ("The body of a farmer was found.", ["killed: a = 1 civilian"], "the body of"),
    (
        "The bodies of two men and a woman were found.",
        ["killed: two = 2 people", "killed: a = 1 woman"],
        "the bodies of several",
    ),
    ("The death of two guards angered Sarn.", ["killed: two = 2 security_force"], "the death of"),
    ("The mayor's murder angered Sarn.", ["killed: The mayor = 1 official"], "somebody's murder"),
    ("The killing of four guards angers Sarn.", ["killed: four = 4 security_force"], "killing of"),
    ("The death toll rose to 70.", ["killed: 70 = 70 people"], "toll rose to"),
    ("The death toll rose from 12 to 15.", ["killed: 15 = 15 people"], "from what it was"),
    ("The death toll has risen to at least 70.", ["killed: at least 70 = 70+ people"], "has risen"),
    ("The death toll was in the 70s.", ["killed: in the 70s = 70-79 people"], "in the 70s"),
    ("A nurse put the toll at 16.", ["killed: 16 = 16 people"], "put the toll at"),
    (
        "He put the death toll at 16 and the number of injured at 40.",
        ["killed: 16 = 16 people", "injured: 40 = 40 people"],
        "toll and number of injured",
    ),
    ("The number of dead reached 23.", ["killed: 23 = 23 people"], "number of dead"),
]

LIVES = [
    (
        "She lost her husband and two sons.",
        ["killed: her husband = 1 people", "killed: two = 2 people"],
        "lost one's own",
    ),
    ("The clinic lost three nurses.", ["killed: three = 3 medic"], "lost counted people"),
    ("The attack claimed the lives of nine villagers.", ["killed: nine = 9 civilian"], "claimed"),
    ("The attack claimed nine lives.", ["killed: nine = 9 people"], "claimed nine lives"),
    ("Nine villagers lost their lives.", ["killed: Nine = 9 civilian"], "lost their lives"),
    ("She lost her life in the raid.", ["killed: She = 1 people"], "lost her life"),
    ("The raid took the lives of two drivers.", ["killed: two = 2 people"], "took the lives"),
    ("Forty lives were lost.", ["killed: Forty = 40 people"], "lives were lost"),
    ("The raid cost nine people their lives.", ["killed: nine = 9 people"], "cost their lives"),
    ("The raid cost the lives of three boys.", ["killed: three = 3 child"], "cost the lives of"),
]

TAKEN = [
    ("Gunmen took 30 people hostage.", ["abducted: 30 = 30 people"], "took hostage"),
    ("Gunmen took 30 hostages.", ["abducted: 30 = 30 people"], "took hostages"),
    ("Thirty villagers were taken hostage.", ["abducted: Thirty = 30 civilian"], "taken hostage"),
    (
        "Gunmen abducted a nun and two drivers.",
        ["abducted: a = 1 other", "abducted: two = 2 people"],
        "abducted a list",
    ),
    ("Rebels hold 12 soldiers captive.", ["abducted: 12 = 12 security_force"], "hold captive"),
    ("Rebels have taken 11 prisoners.", ["detained: 11 = 11 people"], "taken prisoners"),
    ("Ten villagers were taken prisoner.", ["detained: Ten = 10 civilian"], "taken prisoner"),
    ("Police arrested nine suspects.", ["detained: nine = 9 attacker"], "arrested"),
    (
        "Nine suspects were arrested and two were jailed.",
        ["detained: Nine = 9 attacker", "detained: two = 2 attacker"],
        "arrested and jailed",
    ),
    ("Rebels captured six soldiers.", ["abducted: six = 6 security_force"], "captured"),
    ("Villagers were taken as hostages.", ["abducted: Villagers = 2+ civilian"], "as hostages"),
    ("Six people were taken into captivity.", ["abducted: Six = 6 people"], "captivity"),
    ("Ibarro is being held at a penitentiary.", ["detained: Ibarro = 1 people"], "penitentiary"),
    (
        "Rebels seized a driver they had kidnapped.",
        ["abducted: a = 1 people"],
        "whom they had kidnapped",
    ),
    (
        "The army arrested, jailed, and murdered six monks.",
        ["detained: six = 6 other", "killed: six = 6 other"],
        "three verbs with one object",
    ),
    ("Rebels captured the town of Oker.", [], "a town is captured, nobody is"),
    ("Soldiers captured six rifles.", [], "rifles are captured, nobody is"),
    ("Two boys vanished.", ["missing: Two = 2 child"], "vanished"),
]

DISPLACED = [
    ("Some 2,000 people fled Oker.", ["displaced: Some 2,000 = 1800-2200 people"], "fled"),
    ("Two hundred families were displaced.", ["displaced: Two hundred = 200 civilian"], "families"),
    ("Shelling forced 300 families to flee.", ["displaced: 300 = 300 civilian"], "forced to flee"),
    ("Six families were forced to flee.", ["displaced: Six = 6 civilian"], "were forced to flee"),
    ("Three suspects fled on motorbikes.", [], "suspects who flee are not displaced"),
    ("The gunmen fled the scene.", [], "gunmen who flee are not displaced"),
    ("Another man fled on foot.", [], "nor is another"),
    ("Ana Belmor fled the scene.", [], "one person who flees is not displaced"),
]

NOBODY = [
    ("No one was hurt in the blast.", ["injured: No one = 0 people"], "no one"),
    ("Nobody was killed.", ["killed: Nobody = 0 people"], "nobody"),
    ("The raid killed nobody.", ["killed: nobody = 0 people"], "nobody, at the full stop"),
    ("There were no casualties.", ["killed_or_injured: no = 0 people"], "no casualties"),
    ("The blast caused no injuries.", ["injured: no = 0 people"], "no injuries"),
    ("The guards were not injured.", ["injured: not = 0 security_force"], "were not injured"),
    ("The blast did not kill anyone.", ["killed: not = 0 people"], "did not kill anyone"),
    ("The guards weren't hurt.", ["injured: weren't = 0 security_force"], "a contraction"),
    ("The mayor wasn’t hurt.", ["injured: wasn’t = 0 official"], "a curly contraction"),
    ("No lives were lost.", ["killed: No = 0 people"], "no lives lost"),
    (
        "Not a single soldier was hurt.",
        ["injured: Not a single = 0 security_force"],
        "not a single",
    ),
    ("None of the 12 passengers was hurt.", ["injured: None = 0 people"], "none of twelve"),
    (
        "Neither of the two guards was hurt.",
        ["injured: Neither of = 0 security_force"],
        "neither of the two",
    ),
    ("None of the patients was hurt.", ["injured: None = 0 people"], "none of the patients"),
    ("There were no reports of casualties.", ["killed_or_injured: no = 0 people"], "no reports"),
    (
        "The army did not suffer any losses.",
        ["killed: not suffer any = 0 people"],
        "did not suffer any",
    ),
    (
        "It went off without causing any casualties.",
        ["killed_or_injured: without causing any = 0 people"],
        "without causing any",
    ),
    (
        "It went off without casualties.",
        ["killed_or_injured: without = 0 people"],
        "without",
    ),
    ("They did not mention any casualties.", [], "not mentioned is not a zero"),
]

LISTS = [
    (
        "Rockets killed three people in Oker, two in Sarn and one in Belm.",
        ["killed: three = 3 people", "killed: two = 2 people", "killed: one = 1 people"],
        "by place",
    ),
    (
        "A guard, two cooks and a driver were killed.",
        ["killed: A = 1 security_force", "killed: two = 2 other", "killed: a = 1 people"],
        "subjects",
    ),
    (
        "Gunmen killed a guard, two cooks and a driver.",
        ["killed: a = 1 security_force", "killed: two = 2 other", "killed: a = 1 people"],
        "objects",
    ),
    (
        "Several soldiers and a child were wounded.",
        ["injured: Several = 3+ security_force", "injured: a = 1 child"],
        "vague and single",
    ),
    (
        "Six soldiers died and four more were hurt.",
        ["killed: Six = 6 security_force", "injured: four more = 4 security_force"],
        "four more of the same",
    ),
    (
        "Three people, a father and his two sons, were killed.",
        ["killed: Three = 3 people"],
        "an apposition is nobody else",
    ),
]

NAMES = [
    ("Ana Belmor was killed by a stray bullet.", ["killed: Ana Belmor = 1 people"], "passive"),
    ("Ana Belmor, 34, was killed.", ["killed: Ana Belmor = 1 people"], "with an age"),
    ("Ana Belmor, a nurse from Oker, was killed.", ["killed: Ana Belmor = 1 medic"], "apposition"),
    ("Ana Belmor, who ran the mill, was shot dead.", ["killed: Ana Belmor = 1 people"], "who"),
    (
        "The blast killed Ana Belmor, the mayor.",
        ["killed: Ana Belmor = 1 official"],
        "as an object",
    ),
    (
        "Ana Belmor and Tomas Rillen were killed.",
        ["killed: Ana Belmor = 1 people", "killed: Tomas Rillen = 1 people"],
        "two names",
    ),
    ("The 34-year-old farmer was killed.", ["killed: The 34-year-old farmer = 1 civilian"], "age"),
    ("A 9-year-old boy was killed.", ["killed: A = 1 child"], "a child by age"),
]

NOT_PEOPLE = [
    (
        "They found the baker suffering from several wounds.",
        ["injured: the baker = 1 civilian"],
        "wounds are no people",
    ),
    ("The army is recovering weapons.", [], "weapons are recovered"),
    ("Three shells hit 12 houses in Oker.", [], "houses"),
    ("Twelve houses were destroyed and three bombs exploded.", [], "bombs"),
    ("Fire killed 300 cattle in Oker.", [], "cattle"),
    ("The army killed time for two hours.", [], "hours"),
    ("The attack cost $3 million and 40 jobs.", [], "money and jobs"),
    ("Gunmen on 12 motorbikes killed two herders.", ["killed: two = 2 civilian"], "motorbikes"),
    ("Some 3,000 people live in Oker.", [], "a population"),
    ("About 200 soldiers were deployed in Oker.", [], "troops"),
    ("Four gunmen attacked the mill.", [], "attackers"),
    ("The 5th Brigade killed six rebels.", ["killed: six = 6 armed_group"], "a brigade's number"),
    ("On 3 March the raid killed four people.", ["killed: four = 4 people"], "a date"),
    ("Room 12 was hit and nine students were wounded.", ["injured: nine = 9 people"], "a label"),
    ("They walked 30 km and lost 14 goats.", [], "distances and goats"),
    ("Police counted how many were killed.", [], "how many"),
    ("The M23 killed six guards.", ["killed: six = 6 security_force"], "a number in a name"),
]

# Facts that stay the same whatever the words for the people or the deed.
LOADED = [
    (
        "Oker counted 12 fatalities and 30 wounded.",
        ["killed: 12 = 12 people", "injured: 30 = 30 people"],
        "fatalities beside the wounded",
    ),
    (
        "Oker counted 12 martyrs and 30 wounded.",
        ["killed: 12 = 12 people", "injured: 30 = 30 people"],
        "martyrs beside the wounded",
    ),
    ("The army slew 12 men.", ["killed: 12 = 12 people"], "slew"),
    ("Twelve holy warriors died.", ["killed: Twelve = 12 armed_group"], "warriors"),
    ("Twelve Hezbollah fighters died.", ["killed: Twelve = 12 armed_group"], "of any group"),
    ("An imam died.", ["killed: An = 1 other"], "an imam"),
    ("A bishop died.", ["killed: A = 1 other"], "and a bishop"),
    (
        "Six members of the junta forces died.",
        ["killed: Six = 6 security_force"],
        "forces of a junta",
    ),
    (
        "The raid left 12 members of the council dead.",
        ["killed: 12 = 12 armed_group"],
        "members of anything",
    ),
    (
        "Sarn: 12 members of the army killed in ambush",
        ["killed: 12 = 12 security_force"],
        "members in a headline",
    ),
    ("POLICE ARRESTED AHMED OSRA ON MONDAY.", ["detained: AHMED OSRA = 1 people"], "no verb"),
    ("Police arrested Li Wei on Monday.", ["detained: Li Wei = 1 people"], "no plural"),
]

AGED = [
    ("13-year-old dies after a fall in Oker", ["killed: 13-year-old = 1 child"], "an age dies"),
    ("An Oker eighth-grader died Monday.", ["killed: An = 1 child"], "a pupil of a grade"),
    ("9-year-old shot in the foot", ["injured: 9-year-old = 1 child"], "an age shot"),
    ("Suspect arrested in Oker", ["detained: Suspect = 1 attacker"], "a suspect is a noun"),
    ("A clerk who shot himself fled.", ["injured: A = 1 other"], "who shot himself"),
    ("It went off, hitting Osra in the ankle.", ["injured: Osra = 1 people"], "what was hit"),
    ("The wall fell, killing her and a dog.", ["killed: her = 1 people"], "her, and no dog"),
    ("The teen had passed away.", ["killed: The teen = 1 child"], "passed away"),
    ("Oker teen recovering after shooting", ["injured: Oker teen = 1 child"], "recovering"),
    ("A nurse is expected to recover.", ["injured: A = 1 medic"], "expected to recover"),
    (
        "A nurse was wounded when she was struck by a bullet.",
        ["injured: A = 1 medic"],
        "one nurse is counted once",
    ),
    ("On Monday, a nurse was killed.", ["killed: a = 1 medic"], "Monday is nobody's name"),
    (
        "Ana Osra, 34, Li Belmor, 29, and Tom Ulm, 40, were hurt.",
        [f"injured: {name} = 1 people" for name in ("Ana Osra", "Li Belmor", "Tom Ulm")],
        "ages between names",
    ),
]
TOLD_OF_NONE = [
    ("NO DAMAGE OR CASUALTIES RESULTED.", ["killed_or_injured: NO = 0 people"], "no damage or"),
    ("There were no victims.", ["killed_or_injured: no = 0 people"], "no victims"),
    (
        "IT PASSED WITHOUT CAUSING ANY DAMAGE OR VICTIMS.",
        ["killed_or_injured: WITHOUT = 0 people"],
        "without any",
    ),
    ("THE BLAST DID NOT CAUSE INJURIES.", ["injured: NOT = 0 people"], "did not cause"),
]
THE_MANY = [
    ("They mourned the murder of the nuns.", ["killed: the nuns = 2+ other"], "the nuns"),
    ("THEY MOURNED THE MURDER OF THE JESUITS.", ["killed: THE JESUITS = 2+ other"], "in capitals"),
]

ROWS = (
    VERBS + STRIKING + STATES + NOUNS + LIVES + TAKEN + DISPLACED + NOBODY + LISTS + NAMES
    + NOT_PEOPLE + LOADED + AGED + TOLD_OF_NONE + THE_MANY
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in ROWS])
def test_harm_is_found_where_the_words_say_so(text: str, expected: list[str]) -> None:
    assert harms(text) == expected
