/* A stream of sensor samples: windows with overlap, samples with times brought to a fixed rate, and
 * scores of windows smoothed into one label, which begins and ends. Mote's Java classes of the
 * package dev.mote.model.stream do the same, step for step. Constant memory; a sample costs constant
 * work, apart from the window that it completes. */
#ifndef MOTE_STREAM_H
#define MOTE_STREAM_H

#include "mote_runtime.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Label of a stream that has none. */
#define MOTE_UNKNOWN (-1)

/* Places in a stream count samples at the model's rate from its start, those that a gap swallowed
 * included, and wrap at 2^32. */
typedef struct {
    uint32_t at;             /* samples that had come when this was decided */
    uint32_t begin;          /* where the label begins, and the previous one ended */
    uint32_t previous_begin; /* where that one had begun */
    int16_t label;           /* class from now on, or MOTE_UNKNOWN */
    int16_t previous;        /* class until then, or MOTE_UNKNOWN */
} mote_stream_event;

typedef struct {
    mote_int window_length; /* samples */
    mote_int stride;        /* samples from window to window, [1, window_length] */
    mote_int channels;
    uint32_t interval;          /* microseconds from sample to sample, at least 1 */
    uint16_t interval_fraction; /* the part below, in 2^-16 microseconds */
    uint32_t max_gap;           /* microseconds without a sample that are bridged; below 2^30 */
} mote_stream_params;

typedef struct {
    mote_int outputs;    /* scores of a window: one a class, or one for the second of two classes */
    mote_int zero_point; /* of the scores */
    int32_t one;         /* score less zero point that stands for 1, [1, 2^16] */
    int32_t enter;       /* the best class needs this mean score, in 2^-8 steps, [0, 2^16] */
    int32_t leave;       /* down to which a label stays, likewise; at most enter */
    uint8_t average;     /* windows whose scores are averaged, [1, 100] */
    uint8_t majority;    /* windows whose labels vote, [1, 100] */
    uint16_t minimum;    /* windows in a row after which a new label counts, [1, 10000] */
    mote_int stride;     /* samples from window to window */
    mote_int lead;       /* samples from where that begins which a window stands for to its end */
} mote_stream_label_params;

typedef struct {
    uint32_t position; /* samples since the start */
    mote_int fill;     /* samples in the window */
    /* label */
    uint32_t label_begin;
    uint32_t candidate_begin;
    uint16_t candidate_windows; /* in a row */
    int16_t label;
    int16_t candidate;
    int16_t held;       /* label before the vote */
    uint8_t scored;     /* windows in the history of scores, and where the next one goes */
    uint8_t scored_at;
    uint8_t voted;      /* the same of votes */
    uint8_t voted_at;
    /* times, in microseconds */
    uint32_t time;      /* of the sample that arrived */
    uint32_t last_time; /* of the one before */
    uint32_t next_time; /* of the next sample to make, and its part below a microsecond */
    uint16_t next_fraction;
    uint8_t arrival;    /* what becomes of the sample that arrived */
    uint8_t started;
    /* what was wrong with them */
    uint32_t gaps;      /* silences that were not bridged */
    uint32_t repeated;  /* samples dropped, with the time of the one before */
    uint32_t backward;  /* samples dropped, older than the one before */
} mote_stream_state;

/* The start of a stream. */
void mote_stream_start(mote_stream_state *state);

/* Forgets samples and scores: what comes next does not continue what came before. */
void mote_stream_empty(mote_stream_state *state);

/* Appends a sample to the window. sample: [channels], window: [window_length, channels]. */
void mote_stream_push(MOTE_CONST mote_stream_params *p, mote_stream_state *state,
        const int16_t *sample, int16_t *window);

/* Makes room for the next samples of a full window. */
void mote_stream_slide(MOTE_CONST mote_stream_params *p, mote_stream_state *state, int16_t *window);

/* A sample arrived at time, in microseconds that wrap at 2^32. 1 if the silence before it ended the
 * label, which event tells; else 0. */
int32_t mote_stream_time(MOTE_CONST mote_stream_params *p, mote_stream_state *state, uint32_t time,
        mote_stream_event *event);

/* Appends the next sample that follows from the one that arrived: 1, or 0 where there are no more.
 * last: [channels], kept from sample to sample. */
int32_t mote_stream_next(MOTE_CONST mote_stream_params *p, mote_stream_state *state,
        const int16_t *sample, int16_t *last, int16_t *window);

/* Where the scores of the next window go. history: [average, outputs]. */
int8_t *mote_stream_scores(MOTE_CONST mote_stream_label_params *p, const mote_stream_state *state,
        int8_t *history);

/* The scores of a window are in the history: 1 if they change the label, which event tells; else 0.
 * What smoothed scores tell is of the middle of the windows that went into them, and begins there.
 * votes: [majority]. */
int32_t mote_stream_label(MOTE_CONST mote_stream_label_params *p, mote_stream_state *state,
        const int8_t *history, int16_t *votes, mote_stream_event *event);

/* The label ends at where, without another: 1, and event tells it; 0 where there is none. */
int32_t mote_stream_end(mote_stream_state *state, uint32_t where, mote_stream_event *event);

/* A stream for self tests, drawn on the device: level and loudness change after as many samples as a
 * window has; times have jitter, repetitions, steps back and silences longer than a window. Start
 * with all 0 but random and time. */
typedef struct {
    uint32_t random; /* state of xorshift32, not 0 */
    uint32_t segment;
    uint32_t time;
    mote_int left; /* samples of the segment */
} mote_stream_drawing;

/* Draws the next sample and returns its time. */
uint32_t mote_stream_draw(MOTE_CONST mote_stream_params *p, mote_stream_drawing *drawing,
        int16_t *sample);

#ifdef __cplusplus
}
#endif

#endif
