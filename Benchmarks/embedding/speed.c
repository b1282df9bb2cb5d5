/*
 * How many positions a second include/gewu.h answers: one call a position, and in a batch.
 *
 *   speed INDEX POINTS ANSWERS     POINTS: pairs of float64; ANSWERS gets an int32 each
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "gewu.h"

#define RUNS 7

static double now(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static void singly(const gewu_index *index, const double *lonlat, size_t count, int32_t *cells,
                   int32_t threads)
{
    (void)threads;
    for (size_t i = 0; i < count; i++)
        cells[i] = gewu_locate(index, lonlat[2 * i], lonlat[2 * i + 1], NULL);
}

static void batched(const gewu_index *index, const double *lonlat, size_t count, int32_t *cells,
                    int32_t threads)
{
    gewu_locate_batch(index, lonlat, count, cells, NULL, threads);
}

typedef void way(const gewu_index *, const double *, size_t, int32_t *, int32_t);

/* Prints the fastest of RUNS runs. */
static void measure(const char *name, way *locate, clockid_t clock, int32_t threads,
                    const gewu_index *index, const double *lonlat, size_t count, int32_t *cells)
{
    double best = 1e300;
    for (int run = 0; run < RUNS; run++) {
        double start = now(clock);
        locate(index, lonlat, count, cells, threads);
        double seconds = now(clock) - start;
        if (seconds < best)
            best = seconds;
    }
    printf("  %-44s %6.1f million positions/s\n", name, count / best / 1e6);
}

static double *read_points(const char *path, size_t *count)
{
    FILE *file = fopen(path, "rb");
    double *lonlat = NULL;
    if (file != NULL && fseek(file, 0, SEEK_END) == 0) {
        size_t size = (size_t)ftell(file);
        rewind(file);
        lonlat = malloc(size);
        *count = lonlat == NULL ? 0 : fread(lonlat, 16, size / 16, file);
    }
    if (file != NULL)
        fclose(file);
    return lonlat;
}

int main(int argc, char **argv)
{
    char error[1024];
    size_t count = 0;

    if (argc != 4) {
        fprintf(stderr, "usage: %s INDEX POINTS ANSWERS\n", argv[0]);
        return 64;
    }
    gewu_index *index = gewu_open(argv[1], error, sizeof error);
    if (index == NULL) {
        fprintf(stderr, "%s\n", error);
        return 1;
    }
    double *lonlat = read_points(argv[2], &count);
    int32_t *cells = calloc(count + 1, sizeof *cells);
    FILE *answers = fopen(argv[3], "wb");
    if (count == 0 || cells == NULL || answers == NULL) {
        fprintf(stderr, "%s has no positions, or %s cannot be written\n", argv[2], argv[3]);
        return 1;
    }
    measure("C, gewu_locate", singly, CLOCK_PROCESS_CPUTIME_ID, 1, index, lonlat, count, cells);
    measure("C, gewu_locate_batch", batched, CLOCK_PROCESS_CPUTIME_ID, 1, index, lonlat, count, cells);
    measure("C, gewu_locate_batch, 2 threads, by the clock", batched, CLOCK_MONOTONIC, 2, index, lonlat,
            count, cells);
    size_t written = fwrite(cells, sizeof *cells, count, answers);
    gewu_close(index);
    free(lonlat);
    free(cells);
    return fclose(answers) != 0 || written != count;
}
