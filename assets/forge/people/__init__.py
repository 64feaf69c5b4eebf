"""The people of the story, cut from paper and gilt, and baked into the parts that the player moves."""
