import pytest

from bpogov.values import zone_database, zone_words


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("EDT", "America/New_York"),
        ("Manila", "Asia/Manila"),
        ("bogot\u00e1", "America/Bogota"),
        ("Bogot\u00e1, Colombia", "America/Bogota"),
        ("New York", "America/New_York"),
        ("america/new york", "America/New_York"),
        ("Asia/Manilla", "Asia/Manila"),
        ("Cebu City", "Asia/Manila"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Philippines", "Asia/Manila"),
        ("India", "Asia/Kolkata"),
        ("utc", "UTC"),
        ("Etc/UTC", "UTC"),
        ("Eastern", "America/New_York"),
        ("United States", ""),
        ("Mars/Olympus Mons", ""),
        ("Etc/GMT", ""),
        ("nowhere", ""),
        ("+8", ""),
        ("", ""),
    ],
)
def test_finds_the_zone_that_is_meant(text: str, zone: str) -> None:
    """Abbreviations, cities, countries with one zone, other writings and near misses give a zone; the rest none."""
    assert zone_words.meant(text) == zone


@pytest.mark.parametrize("text", ["IST", "cst", " BST "])
def test_knows_shared_abbreviations(text: str) -> None:
    """Some abbreviations have more than one meaning."""
    assert len(zone_words.several(text)) > 1


def test_knows_no_other_shared_abbreviations() -> None:
    """A city or an abbreviation with one meaning is not shared."""
    assert zone_words.several("Manila") == ()
    assert zone_words.several("EDT") == ()


def test_every_suggestion_is_a_name() -> None:
    """No abbreviation and no city leads to a zone that is then refused."""
    abbreviations = set(zone_words._ABBREVIATIONS.values())
    shared = {zone for zones in zone_words._SHARED.values() for zone in zones}
    assert abbreviations | shared | set(zone_words._CITIES) <= zone_database.names()
