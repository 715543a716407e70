"""Entities to statements: who did what where and when, each with its sentence."""
