"""Windows here are opened by the scripts; none of them, and no thread, may outlive a test."""

from tests.ui.conftest import no_leaks

__all__ = ["no_leaks"]
