"""What is counted and paid: points, the service factor, a pool's sheet, corrections. Pure and exact."""
