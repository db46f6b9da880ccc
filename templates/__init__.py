"""What readers see: each template reads one view and computes nothing."""
