"""The children's doors: nothing asked, nothing stored, no script (CH-01 to CH-04)."""
