"""How the language pipeline in `data/pipeline` is made: plain steps, run in the order of `project.yml`."""
