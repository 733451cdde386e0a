"""What dev.py, set-up and releases need: how programs are run, translations, the Qt probe, frozen builds."""
