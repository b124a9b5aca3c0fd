"""What rings, how it is told, and the agent that tells it while the app is closed."""
