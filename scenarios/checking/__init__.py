"""What a case rests on and what it cannot say yet, before anything is designed."""
