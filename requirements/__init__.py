"""The locked packages of Vado."""
