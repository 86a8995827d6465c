"""Tools for everything that is kept on disk: keys that change with the content they stand for, and
locks between processes.

In: parts of a key, or a path. Out: a hash, or a lock held. Imports nothing of the project.
"""

from shomei.storage.keys import content_key
from shomei.storage.locks import exclusive

__all__ = ["content_key", "exclusive"]
