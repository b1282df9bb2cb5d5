#!/usr/bin/env python3
"""Say which grid each position is in: a line "longitude,latitude" in, a line "code,status" out.

usage: GEWU_LIBRARY=FOLDER/libGewuC.so locate.py INDEX < POSITIONS

Needs nothing but Python 3.8: ctypes loads the library. Class Index is all that a program of your own
takes over. ctypes lets go of the interpreter's lock during a call, so threads may ask at once.
"""
import array
import ctypes
import os
import sys

ABI_VERSION = 1
OUTSIDE, INVALID = -1, -2


class Index:
    """An index file that is open; close it, or use it in a `with` statement."""

    def __init__(self, library, path):
        self._library = _declared(ctypes.CDLL(library))
        version = self._library.gewu_abi_version()
        if version != ABI_VERSION:
            raise OSError(f"{library} has interface {version}, this program needs {ABI_VERSION}")
        error = ctypes.create_string_buffer(1024)
        self._index = self._library.gewu_open(os.fsencode(path), error, len(error))
        if not self._index:
            raise OSError(error.value.decode("utf-8", "replace"))
        self.cell_count = self._library.gewu_cell_count(self._index)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Close the index; it answers nothing afterwards."""
        index, self._index = self._index, None
        self._library.gewu_close(index)

    def locate(self, longitude, latitude):
        """The cell of a position (OUTSIDE, INVALID) and whether it is exactly on a border."""
        border = ctypes.c_uint8()
        cell = self._library.gewu_locate(
            self._open(), longitude, latitude, ctypes.byref(border))
        return cell, bool(border.value)

    def locate_batch(self, ordinates, threads=1):
        """The cells and borders of many positions: longitude, latitude, longitude, latitude...

        Takes an array.array("d") or any other writable buffer of doubles, a NumPy array of shape
        (n, 2) among them, without copying it; gives two ctypes arrays.
        """
        view = memoryview(ordinates).cast("B").cast("d")
        if len(view) % 2:
            raise ValueError(f"{len(view)} numbers are no pairs of longitude and latitude")
        count = len(view) // 2
        cells, borders = (ctypes.c_int32 * count)(), (ctypes.c_uint8 * count)()
        if count:
            self._library.gewu_locate_batch(
                self._open(), (ctypes.c_double * len(view)).from_buffer(view), count,
                cells, borders, threads)
        return cells, borders

    def code(self, cell):
        """The code of a cell; None for one that there is not."""
        size = 64
        while True:
            code = ctypes.create_string_buffer(size)
            length = self._library.gewu_code(self._open(), cell, code, size)
            if length < size:
                return None if length < 0 else code.value.decode("utf-8")
            size = length + 1

    def _open(self):
        if not self._index:
            raise ValueError("the index is closed")
        return self._index


def _declared(library):
    """The library with the types of its functions, as in include/gewu.h."""
    pointer, size, int32 = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int32
    for name, result, arguments in (
        ("gewu_abi_version", int32, []),
        ("gewu_open", pointer, [ctypes.c_char_p, ctypes.c_char_p, size]),
        ("gewu_close", None, [pointer]),
        ("gewu_cell_count", int32, [pointer]),
        ("gewu_locate", int32, [pointer, ctypes.c_double, ctypes.c_double, pointer]),
        ("gewu_locate_batch", None, [pointer, pointer, size, pointer, pointer, int32]),
        ("gewu_code", int32, [pointer, int32, ctypes.c_char_p, size]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    try:
        index = Index(os.environ.get("GEWU_LIBRARY", "libGewuC.so"), sys.argv[1])
    except OSError as error:
        sys.exit(str(error))
    ordinates = array.array("d")
    for number, line in enumerate(sys.stdin, 1):
        try:
            longitude, latitude = map(float, line.split(","))
        except ValueError:
            sys.exit(f"line {number} is no longitude and latitude with a comma between")
        ordinates.extend((longitude, latitude))
    with index:
        codes = [index.code(cell) for cell in range(index.cell_count)]
        for cell, border in zip(*index.locate_batch(ordinates, threads=2)):
            if cell == INVALID:
                print(",invalid")
            elif cell == OUTSIDE:
                print(",outside")
            else:
                print(f"{codes[cell]},{'border' if border else 'inside'}")


if __name__ == "__main__":
    main()
