"""What to do until the interview: weights, planner, checklist, mock, follow-up."""
