"""What a planner may state: one small file per sheet, and the scenario that holds them all."""
