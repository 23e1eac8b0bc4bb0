from hypothesis import HealthCheck, settings

# No test depends on the clock or on chance: the same examples each time, however busy the machine is.
settings.register_profile("vado", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("vado")

pytest_plugins = ["tests.fixtures", "tests.signed_in"]
