"""The hall sign: the wall screen with called numbers, waits and paused windows."""
