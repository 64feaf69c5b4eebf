"""What makes the pictures, the people and the music; players never need it."""
