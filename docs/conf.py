"""The documentation as a site: `sphinx-build -W docs build/site` writes it."""

project = "Shomei (証明)"
extensions = ["myst_parser"]
exclude_patterns = ["conf.py"]
# Links to a section of a page are its title's, as on GitHub.
myst_heading_anchors = 4
html_theme = "furo"
html_title = project
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
