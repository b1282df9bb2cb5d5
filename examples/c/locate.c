/*
 * Says which grid each position is in: a line "longitude,latitude" in, a line "code,status" out.
 *
 *   cc -I include examples/c/locate.c -L FOLDER -lGewuC -Wl,-rpath,FOLDER -o locate
 *   ./locate grids.index < positions.csv
 */
#include <stdio.h>

#include "gewu.h"

static void answer(const gewu_index *index, double lon, double lat)
{
    char code[64] = "";
    uint8_t on_border;
    int32_t cell = gewu_locate(index, lon, lat, &on_border);
    if (cell >= 0)
        gewu_code(index, cell, code, sizeof code);
    printf("%s,%s\n", code,
           cell == GEWU_INVALID   ? "invalid"
           : cell == GEWU_OUTSIDE ? "outside"
           : on_border            ? "border"
                                  : "inside");
}

int main(int argc, char **argv)
{
    char error[1024];
    double lon, lat;
    long line = 1;

    if (argc != 2) {
        fprintf(stderr, "usage: %s INDEX < POSITIONS\n", argv[0]);
        return 64;
    }
    if (gewu_abi_version() != GEWU_ABI_VERSION) {
        fprintf(stderr, "libGewuC has interface %d, this program needs %d\n",
                (int)gewu_abi_version(), GEWU_ABI_VERSION);
        return 1;
    }
    gewu_index *index = gewu_open(argv[1], error, sizeof error);
    if (index == NULL) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }
    for (; scanf("%lf,%lf", &lon, &lat) == 2; line++)
        answer(index, lon, lat);
    int readable = feof(stdin);
    gewu_close(index);
    if (!readable) {
        fprintf(stderr, "line %ld is no longitude and latitude with a comma between\n", line);
        return 1;
    }
    return 0;
}
