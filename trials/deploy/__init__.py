"""Whether docs/deployment.md, followed as it is written, ends in a programme that runs; needs root and debootstrap."""
