"""Tools for everything that is kept on disk: keys that change with the content they stand for,
locks between processes, and who may use a file.

In: parts of a key, a path or a file's status. Out: a hash, a lock held, or yes or no. Imports
nothing of the project.
"""

from shomei.storage.keys import content_key
from shomei.storage.locks import exclusive, is_held

__all__ = ["content_key", "exclusive", "is_held"]
