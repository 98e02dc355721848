"""From a scenario and one option in one grade branch to the problem the solver is asked."""
