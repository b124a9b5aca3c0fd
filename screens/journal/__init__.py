"""The Journal: six views of one page, and what its keys do."""
