"""Many futures of one case: a recipe, the futures it makes, what each comes to, and all of them in plain words."""
