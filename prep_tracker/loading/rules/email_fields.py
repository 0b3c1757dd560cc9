"""An e-mail template uses only known fields that it names in `needs`, and no logic beyond if and for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prep_tracker.loading.entry import Entry
from prep_tracker.loading.rules.rule import Finding, Rule, place_of
from prep_tracker.model.email import EmailTemplate
from prep_tracker.model.pack import Pack

_PERSON = ("name", "first_name", "role", "email")
_GROUPS = {
    "me": ("name", "email", "phone", "link"),
    "interviewer": _PERSON,
    "recruiter": _PERSON,
    "referrer": _PERSON,
}
_SINGLE = (
    "company role team date round discussed learned promised requested promised_date weak_question"
    " better_answer reason offer_detail counter start_date new_times since deadline link_to_work"
)
FIELDS = frozenset(
    [*_SINGLE.split(), *(f"{group}.{name}" for group, names in _GROUPS.items() for name in names)]
)
FILTERS = frozenset({"upper", "lower", "title", "trim", "replace", "join"})
_NODES = frozenset(
    [
        "Template",
        "Output",
        "TemplateData",
        "Name",
        "Getattr",
        "Const",
        "Filter",
        "If",
        "For",
        "Not",
        "And",
        "Or",
        "Compare",
        "Operand",
        "CondExpr",
        "Keyword",
    ]
)


def find_fields(source: str) -> tuple[set[str], str]:
    """Fields that a template uses, and why it cannot be used (empty when it can)."""
    import jinja2

    try:
        tree = jinja2.Environment(autoescape=True).parse(source)
    except (jinja2.TemplateSyntaxError, RecursionError) as error:
        return set(), f"it is no template: {error}"[:200]
    fields: set[str] = set()
    own = {
        target.name
        for loop in tree.find_all(jinja2.nodes.For)
        for target in loop.find_all(jinja2.nodes.Name)
    }
    own = {name for name in own if name.partition(".")[0] not in _GROUPS and name not in FIELDS}
    fault = _walk(tree, fields, own)
    return fields, fault


def _walk(node: Any, fields: set[str], own: set[str]) -> str:
    kind = type(node).__name__
    if kind not in _NODES:
        return f"{kind} is not allowed; only fields, if and for"
    if kind == "Filter" and node.name not in FILTERS:
        return f"the filter {node.name} is not allowed"
    if kind == "Getattr" and type(node.node).__name__ == "Name":
        fields.add(f"{node.node.name}.{node.attr}")
        return ""
    if kind == "Getattr":
        return "a field has one dot at most"
    if kind == "Name" and node.name not in own:
        fields.add(node.name)
    faults = (_walk(child, fields, own) for child in node.iter_child_nodes())
    return next((fault for fault in faults if fault), "")


def check(_pack: Pack, entry: Entry) -> Iterator[Finding]:
    """Parse the subject and each tone."""
    template = entry.item
    if not isinstance(template, EmailTemplate):
        return
    needs = set(template.needs)
    hint = "known fields are listed in the guide for writing questions"
    if needs - FIELDS:
        yield Finding(
            message=f"`needs` names {', '.join(sorted(needs - FIELDS))}",
            hint=hint,
            **place_of(entry, "needs"),
        )
    for name, source in (("subject", template.subject), *template.bodies):
        fields, fault = find_fields(source)
        where = place_of(entry, "subject" if name == "subject" else "needs")
        if fault:
            yield Finding(
                message=f"{name}: {fault}", hint="write {{ field }} and plain text", **where
            )
        elif fields - needs:
            message = f"{name} uses {', '.join(sorted(fields - needs))}"
            yield Finding(message=message, hint="name it in `needs`, or leave it out", **where)
    missing = needs - {field for field, _ in template.example}
    if template.example and missing:
        message = f"the example has no {', '.join(sorted(missing))}"
        yield Finding(message=message, hint="give a sample value", **place_of(entry, "example"))


RULE = Rule(
    name="email-fields",
    sentence="An e-mail uses known fields that it names in `needs`, six filters, and no logic beyond if and for.",
    good="Thank you, {{ interviewer.first_name | title }}.\n",
    bad="Thank you, {{ interviewer.__class__ }}.\n",
    check=check,
    sample="email text",
)
