"""How everything looks: colours, drawings, distances, and what system and reader want of them."""
