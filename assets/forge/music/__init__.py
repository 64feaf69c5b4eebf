"""The composer and the orchestra: scores in, recordings out. Nothing here is needed to play the game."""
