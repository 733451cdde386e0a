"""The handbook's page of rules and the policy to edit are what the practices declare, value by value."""

import tomllib

from build_spec import rules_page
from shared.domain.policy import settings
from shared.domain.policy_check import plain, revised


def test_the_files_are_up_to_date(capsys):
    assert rules_page.main(["--check"]) == 0, capsys.readouterr().out


def test_the_page_lists_every_value_with_what_it_is():
    for language in ("zh", "en"):
        lines = rules_page.page(language).splitlines()
        for section in rules_page.SECTIONS:
            for setting in settings(section):
                [line] = [each for each in lines if f"`{section.key}.{setting.name}`" in each]
                for text in (setting.value.name, setting.value.meaning, setting.value.source):
                    assert text.in_(language) in line


def test_the_document_is_the_policy_as_shipped():
    document = tomllib.loads(rules_page.document())
    whole = revised({}, plain(document), rules_page.SECTIONS)
    assert whole == {section.key: plain(section()) for section in rules_page.SECTIONS}
    assert set(document) == {"version", *(section.key for section in rules_page.SECTIONS)}
