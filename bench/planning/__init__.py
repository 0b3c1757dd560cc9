"""Plans judged on learners whose memory the planner does not know."""
