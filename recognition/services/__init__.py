"""Making and withdrawing certificates; writing down hours."""
