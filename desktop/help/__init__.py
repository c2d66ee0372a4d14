"""The help: topics in Markdown, and the window that shows them."""
