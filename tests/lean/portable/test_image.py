"""The memory image: restoring it restores everything."""

import json
import subprocess
from pathlib import Path

from shomei.lean.portable.engine import HOST
from shomei.lean.portable.node import find_node

SCRIPT = """
const images = require(process.argv[1]);
const PAGE = 65536;
const made = (pages) => {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 100, shared: true });
  const exports = {
    pthread_self: () => 7, emscripten_stack_set_limits() {}, _emscripten_stack_restore() {},
  };
  return { memory, exports, get bytes() { return new Uint8Array(memory.buffer) } };
};
const first = made(6);
first.bytes[5] = 1;
first.bytes[2 * PAGE] = 2; // the three pages after it are zero, and are not stored
const image = images.take(first, { base: 0, end: 0 });
const size = images.write(image, process.argv[2]);
const stored = images.open(process.argv[2], {
  size, length: image.length, stack: image.stack, thread: image.thread,
});
const smaller = made(1);
images.putBack(smaller, stored);
const larger = made(8);
larger.bytes.fill(9);
images.putBack(larger, stored);
const sum = (inside) => inside.bytes.reduce((total, one) => total + one, 0);
console.log(JSON.stringify([
  size / PAGE, smaller.bytes.length / PAGE, sum(smaller), larger.bytes.length / PAGE, sum(larger),
]));
"""


def test_the_zeros_at_the_end_are_not_stored_and_are_there_again(tmp_path: Path) -> None:
    command = [find_node().path, "-e", SCRIPT, str(HOST / "image.js"), str(tmp_path / "image")]
    answer = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert answer == [3, 6, 3, 8, 3]
