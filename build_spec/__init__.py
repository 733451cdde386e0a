"""What set-up and releases need: translations, the Qt probe, frozen builds, the smoke test of the frozen apps."""
