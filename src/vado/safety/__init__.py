"""First, do no harm: what is dangerous, what to do now, and guards that inform before a change is kept as active."""
