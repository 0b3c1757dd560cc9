"""Fixed vocabularies: level, role, round, how often asked, who is asked, competency."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Seniority at which a question is asked."""

    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"


class Role(StrEnum):
    """Job aimed at."""

    MLE = "mle"
    DS = "ds"
    RESEARCH = "research"
    GENAI = "genai"
    MLOPS = "mlops"


class Round(StrEnum):
    """Kind of interview."""

    CODING = "coding"
    ML_BREADTH = "ml-breadth"
    ML_DEPTH = "ml-depth"
    SYSTEM_DESIGN = "system-design"
    PROJECT = "project"
    BEHAVIORAL = "behavioral"
    BUSINESS = "business"


class Asked(StrEnum):
    """How often a question is met in interviews."""

    OFTEN = "often"
    SOMETIMES = "sometimes"
    RARE = "rare"


class Listener(StrEnum):
    """Who sits across the table when the candidate asks."""

    HIRING_MANAGER = "hiring-manager"
    PEER = "peer"
    SKIP_LEVEL = "skip-level"
    RECRUITER = "recruiter"
    RESEARCHER = "researcher"


class Competency(StrEnum):
    """What a behavioral prompt or a story shows."""

    PROBLEM_SOLVING = "problem-solving"
    OWNERSHIP = "ownership"
    CONFLICT = "conflict"
    FAILURE = "failure"
    LEARNING = "learning"
    PRIORITIZATION = "prioritization"
    AMBIGUITY = "ambiguity"
    COLLABORATION = "collaboration"
    INFLUENCE = "influence"
    LEADERSHIP = "leadership"
    MENTORING = "mentoring"
    COMMUNICATION = "communication"
    IMPACT = "impact"
    ETHICS = "ethics"
    FEEDBACK = "feedback"
    MOTIVATION = "motivation"


ROLE_TITLES: dict[Role, str] = {
    Role.MLE: "Machine-learning engineer",
    Role.DS: "Data scientist",
    Role.RESEARCH: "Research scientist or engineer",
    Role.GENAI: "Generative-AI engineer",
    Role.MLOPS: "ML platform engineer",
}

ROUND_TITLES: dict[Round, str] = {
    Round.CODING: "Coding",
    Round.ML_BREADTH: "ML breadth",
    Round.ML_DEPTH: "ML depth",
    Round.SYSTEM_DESIGN: "System design",
    Round.PROJECT: "Project deep dive",
    Round.BEHAVIORAL: "Behavioral",
    Round.BUSINESS: "Business and product",
}
