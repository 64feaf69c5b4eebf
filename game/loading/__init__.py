"""From the author's YAML to a story, or to a report of what keeps it from being one."""
