"""The help on comparing: each rule it names is the one that gives its example its relation."""

import re

import pytest

import resources
from tests.db.comparing.test_case import Case

PAGE = resources.path("help", "en", "comparing.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(
    r"^\| (\d) \| .+ \| (\w+) \| ([ABC]\.\d+) and ([ABC]\.\d+):", PAGE, re.MULTILINE
)


def test_the_help_has_every_rule_with_an_example():
    assert [int(rule) for rule, *_ in EXAMPLES] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(("rule", "relation", "one", "other"), EXAMPLES)
def test_an_example_relates_as_the_help_says(case, rule, relation, one, other):
    told = Case(case)
    where = {c.key: address for address, _, c in told.claims}
    found = {
        (p.proposal.rule, str(p.relation))
        for p in told.pairs.values()
        if {where[p.a.key], where[p.b.key]} == {one, other}
    }
    assert (int(rule), relation) in found
