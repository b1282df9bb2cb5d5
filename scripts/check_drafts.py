"""Makes a long table of people from a short one: its rows again and again, each with a resident ID of its
own whose check character is right (GB 11643-1999).

    check_drafts.py SOURCE TARGET BYTES
"""

import sys

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resident(number: int) -> bytes:
    """An ID for each number: a birthday of the century before, and its place among those of the day."""
    day, place = divmod(number, 1000)
    year, of_year = divmod(day, 12 * 28)
    month, of_month = divmod(of_year, 28)
    digits = f"990101{1900 + year:04}{month + 1:02}{of_month + 1:02}{place:03}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    return (digits + "10X98765432"[total % 11]).encode()


def main(source: str, target: str, size: int) -> None:
    with open(source, "rb") as file:
        head = file.readline()
        rows = file.readlines()
    written = len(head)
    number = 0
    with open(target, "wb") as file:
        file.write(head)
        while True:
            for row in rows:
                key, comma, rest = row.partition(b",")
                if len(key) == 18 and key[:6].isdigit():
                    row = resident(number) + comma + rest
                    number += 1
                if written + len(row) > size:
                    return
                file.write(row)
                written += len(row)


main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
