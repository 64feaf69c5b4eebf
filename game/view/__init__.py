"""What should be seen and heard, as values: nothing here draws, sounds, waits or changes anything."""
