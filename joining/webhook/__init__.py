"""What a membership system tells us as it happens: signed notices, in the shape of Standard Webhooks."""
