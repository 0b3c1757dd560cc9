"""The rules: one check a module, each with one good and one bad sample."""

from __future__ import annotations

from prep_tracker.loading.rules import (
    ask_one_question,
    case_by_level,
    case_diagram,
    case_time_budget,
    code_language,
    dialect,
    email_fields,
    exercise_parts,
    figure,
    formula,
    heading_level,
    image_file,
    key_points,
    link_address,
    missing_section,
    probes,
    proof_block,
    proof_can_fail,
    proof_imports,
    raw_html,
    section_length,
    section_order,
    sources,
    undated_claim,
    weak_good_great,
)
from prep_tracker.loading.rules.rule import Finding, Rule

RULES: tuple[Rule, ...] = (
    ask_one_question.RULE,
    missing_section.RULE,
    section_order.RULE,
    section_length.RULE,
    key_points.RULE,
    weak_good_great.RULE,
    probes.RULE,
    sources.RULE,
    raw_html.RULE,
    heading_level.RULE,
    dialect.RULE,
    link_address.RULE,
    image_file.RULE,
    code_language.RULE,
    figure.RULE,
    formula.RULE,
    undated_claim.RULE,
    proof_block.RULE,
    proof_can_fail.RULE,
    proof_imports.RULE,
    case_time_budget.RULE,
    case_by_level.RULE,
    case_diagram.RULE,
    email_fields.RULE,
    exercise_parts.RULE,
)

__all__ = ["RULES", "Finding", "Rule"]
