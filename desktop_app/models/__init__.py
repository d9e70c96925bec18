"""Qt item models: they show what they are given and never search by themselves."""
