"""Documents in Markdown (handbook, worksheets): as installed in a folder, and as coordinators changed them."""
