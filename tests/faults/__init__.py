"""Break things on purpose: lines, hubs, disks, processes."""
