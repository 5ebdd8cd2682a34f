#include "mote_mve_math.h"

enum { CHUNK = 16 };

/* Windows, and what filters make of them. The assembly below knows this order; it moves the
 * pointers from four filters to the next. */
typedef struct {
    const int8_t *first, *second; /* windows of two pixels */
    mote_int size;                /* elements of a window */
    const int32_t *bias;
    const int32_t *multipliers;
    const int8_t *shifts;
    int8_t *out, *out_second; /* element of the next filter */
    mote_int zero_point;
    const int8_t *end; /* of the weights */
    mote_int min, max;
} pair;

#if MOTE_MVE
/* Both loops below need all registers: r11 the pair, r5 the weights, even ones the sums, r1 and r3
 * the windows, r9 the elements left. */

/* Chunks of two windows times those of four filters. */
#define DOT_2X4                                                                                    \
    "vldrb.u8 q0, [r1], #16\n\t"                                                                   \
    "vldrb.u8 q2, [r5], #16\n\t"                                                                   \
    "vldrb.u8 q1, [r3], #16\n\t"                                                                   \
    "vmladava.s8 r0, q0, q2\n\t"                                                                   \
    "vldrb.u8 q3, [r5], #16\n\t"                                                                   \
    "vmladava.s8 r8, q1, q2\n\t"                                                                   \
    "vldrb.u8 q2, [r5], #16\n\t"                                                                   \
    "vmladava.s8 r2, q0, q3\n\t"                                                                   \
    "vmladava.s8 r10, q1, q3\n\t"                                                                  \
    "vldrb.u8 q3, [r5], #16\n\t"                                                                   \
    "vmladava.s8 r4, q0, q2\n\t"                                                                   \
    "vmladava.s8 r12, q1, q2\n\t"                                                                  \
    "vmladava.s8 r6, q0, q3\n\t"                                                                   \
    "vmladava.s8 lr, q1, q3\n\t"

/* All fours of filters of two windows. */
static inline void filter_two(pair *both, const int8_t *first_weight) {
    register pair *it __asm__("r11") = both;
    register const int8_t *weights __asm__("r5") = first_weight;
    __asm__ volatile("ldrd r0, r2, [r11, #40]\n\t"
                     "vdup.32 q4, r0\n\t"
                     "vdup.32 q5, r2\n"
                     "0:\n\t"
                     "ldrd r9, r12, [r11, #8]\n\t"
                     "ldrd r1, r3, [r11]\n\t"
                     "ldrd r0, r2, [r12], #8\n\t"
                     "ldrd r4, r6, [r12], #8\n\t"
                     "str r12, [r11, #12]\n\t"
                     "mov r8, r0\n\t"
                     "mov r10, r2\n\t"
                     "mov r12, r4\n\t"
                     "mov lr, r6\n\t"
                     "subs r9, r9, #16\n\t"
                     "bmi 3f\n\t"
                     "tst r9, #16\n\t" /* an odd number of chunks begins with the second */
                     "beq 2f\n"
                     "1:\n\t" DOT_2X4 "2:\n\t" DOT_2X4 "subs r9, r9, #32\n\t"
                     "bpl 1b\n"
                     "3:\n\t"
                     "ands r9, r9, #15\n\t"
                     "beq 4f\n\t"
                     "vctp.8 r9\n\t"
                     "vpsttt\n\t"
                     "vldrbt.u8 q0, [r1]\n\t"
                     "vldrbt.u8 q1, [r3]\n\t"
                     "vldrbt.u8 q2, [r5]\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q3, [r5]\n\t"
                     "vmladava.s8 r0, q0, q2\n\t"
                     "vmladava.s8 r8, q1, q2\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q2, [r5]\n\t"
                     "vmladava.s8 r2, q0, q3\n\t"
                     "vmladava.s8 r10, q1, q3\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q3, [r5]\n\t"
                     "add r5, r5, r9\n\t"
                     "vmladava.s8 r4, q0, q2\n\t"
                     "vmladava.s8 r12, q1, q2\n\t"
                     "vmladava.s8 r6, q0, q3\n\t"
                     "vmladava.s8 lr, q1, q3\n"
                     "4:\n\t"
                     "vmov q0[2], q0[0], r0, r4\n\t"
                     "vmov q0[3], q0[1], r2, r6\n\t"
                     "ldrd r0, r2, [r11, #16]\n\t"
                     "vmov q1[2], q1[0], r8, r12\n\t"
                     "vmov q1[3], q1[1], r10, lr\n\t"
                     "ldrd r4, r6, [r11, #24]\n\t"
                     "vldrw.u32 q2, [r0], #16\n\t"
                     "vldrb.s32 q3, [r2], #4\n\t"
                     "ldrd r8, r9, [r11, #32]\n\t"
                     "vqrdmulh.s32 q0, q0, q2\n\t"
                     "vqrdmulh.s32 q1, q1, q2\n\t"
                     "strd r0, r2, [r11, #16]\n\t"
                     "vshr.s32 q2, q0, #31\n\t"
                     "vadd.i32 q0, q0, q2\n\t"
                     "vshr.s32 q2, q1, #31\n\t"
                     "vadd.i32 q1, q1, q2\n\t"
                     "vrshl.s32 q0, q0, q3\n\t"
                     "vrshl.s32 q1, q1, q3\n\t"
                     "vadd.i32 q0, q0, r8\n\t"
                     "vadd.i32 q1, q1, r8\n\t"
                     "vmax.s32 q0, q0, q4\n\t"
                     "vmax.s32 q1, q1, q4\n\t"
                     "vmin.s32 q0, q0, q5\n\t"
                     "vmin.s32 q1, q1, q5\n\t"
                     "vstrb.32 q0, [r4], #4\n\t"
                     "vstrb.32 q1, [r6], #4\n\t"
                     "strd r4, r6, [r11, #24]\n\t"
                     "cmp r5, r9\n\t"
                     "bne 0b"
                     : "+r"(weights)
                     : "r"(it)
                     : "cc", "memory", "r0", "r1", "r2", "r3", "r4", "r6", "r8", "r9", "r10", "r12",
                       "lr", "q0", "q1", "q2", "q3", "q4", "q5");
}

/* The same for the first window alone. */
static inline void filter_one(pair *both, const int8_t *first_weight) {
    register pair *it __asm__("r11") = both;
    register const int8_t *weights __asm__("r5") = first_weight;
    __asm__ volatile("ldrd r0, r2, [r11, #40]\n\t"
                     "vdup.32 q4, r0\n\t"
                     "vdup.32 q5, r2\n\t"
                     "ldrd r8, r10, [r11, #32]\n\t"
                     "ldr r3, [r11, #24]\n"
                     "0:\n\t"
                     "ldrd r9, r12, [r11, #8]\n\t"
                     "ldr r1, [r11]\n\t"
                     "ldrd r0, r2, [r12], #8\n\t"
                     "ldrd r4, r6, [r12], #8\n\t"
                     "str r12, [r11, #12]\n\t"
                     "lsr lr, r9, #4\n\t"
                     "wls lr, lr, 2f\n"
                     "1:\n\t"
                     "vldrb.u8 q0, [r1], #16\n\t"
                     "vldrb.u8 q2, [r5], #16\n\t"
                     "vmladava.s8 r0, q0, q2\n\t"
                     "vldrb.u8 q3, [r5], #16\n\t"
                     "vmladava.s8 r2, q0, q3\n\t"
                     "vldrb.u8 q2, [r5], #16\n\t"
                     "vmladava.s8 r4, q0, q2\n\t"
                     "vldrb.u8 q3, [r5], #16\n\t"
                     "vmladava.s8 r6, q0, q3\n\t"
                     "le lr, 1b\n"
                     "2:\n\t"
                     "ands r9, r9, #15\n\t"
                     "beq 4f\n\t"
                     "vctp.8 r9\n\t"
                     "vpstt\n\t"
                     "vldrbt.u8 q0, [r1]\n\t"
                     "vldrbt.u8 q2, [r5]\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q3, [r5]\n\t"
                     "vmladava.s8 r0, q0, q2\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q2, [r5]\n\t"
                     "vmladava.s8 r2, q0, q3\n\t"
                     "add r5, r5, r9\n\t"
                     "vpst\n\t"
                     "vldrbt.u8 q3, [r5]\n\t"
                     "add r5, r5, r9\n\t"
                     "vmladava.s8 r4, q0, q2\n\t"
                     "vmladava.s8 r6, q0, q3\n"
                     "4:\n\t"
                     "vmov q0[2], q0[0], r0, r4\n\t"
                     "vmov q0[3], q0[1], r2, r6\n\t"
                     "ldrd r0, r2, [r11, #16]\n\t"
                     "vldrw.u32 q2, [r0], #16\n\t"
                     "vldrb.s32 q3, [r2], #4\n\t"
                     "vqrdmulh.s32 q0, q0, q2\n\t"
                     "strd r0, r2, [r11, #16]\n\t"
                     "vshr.s32 q2, q0, #31\n\t"
                     "vadd.i32 q0, q0, q2\n\t"
                     "vrshl.s32 q0, q0, q3\n\t"
                     "vadd.i32 q0, q0, r8\n\t"
                     "vmax.s32 q0, q0, q4\n\t"
                     "vmin.s32 q0, q0, q5\n\t"
                     "vstrb.32 q0, [r3], #4\n\t"
                     "cmp r5, r10\n\t"
                     "bne 0b\n\t"
                     "str r3, [r11, #24]"
                     : "+r"(weights)
                     : "r"(it)
                     : "cc", "memory", "r0", "r1", "r2", "r3", "r4", "r6", "r8", "r9", "r10", "r12",
                       "lr", "q0", "q1", "q2", "q3", "q4", "q5");
}
#else
/* All fours of filters of a window. */
static void filter_window(const pair *it, const int8_t *window, const int8_t *weights,
                          int8_t *out) {
    const mote_output_scaling scaling = {it->multipliers, it->shifts, 1, it->zero_point,
                                         it->min,         it->max};
    const mote_int whole = it->size - it->size % CHUNK;
    for (mote_int c = 0; weights < it->end; c += MOTE_LANES, weights += MOTE_LANES * it->size) {
        for (mote_int lane = 0; lane < MOTE_LANES; lane++) {
            int32_t sum = it->bias[c + lane];
            for (mote_int k = 0; k < it->size; k++) {
                const mote_int begin = k < whole ? k / CHUNK * CHUNK : whole;
                const mote_int length = k < whole ? CHUNK : it->size - whole;
                sum += window[k] * weights[begin * MOTE_LANES + lane * length + k - begin];
            }
            *out++ = mote_output(&scaling, c + lane, sum);
        }
    }
}

static void filter_one(pair *it, const int8_t *weights) {
    filter_window(it, it->first, weights, it->out);
}

static void filter_two(pair *it, const int8_t *weights) {
    filter_window(it, it->first, weights, it->out);
    filter_window(it, it->second, weights, it->out_second);
}
#endif

/* Sum of n products. */
static inline int32_t dot(const int8_t *window, const int8_t *weights, mote_int n, int32_t sum) {
#if MOTE_MVE
    for (; n > 0; n -= CHUNK, window += CHUNK, weights += CHUNK) {
        const mve_pred16_t left = vctp8q((uint32_t)n);
        sum = vmladavaq_s8(sum, vldrbq_z_s8(window, left), vldrbq_z_s8(weights, left));
    }
#else
    for (mote_int i = 0; i < n; i++) {
        sum += window[i] * weights[i];
    }
#endif
    return sum;
}

/* Filters behind the last four, from channel c on. */
MOTE_NOINLINE static void filter_rest(MOTE_CONST mote_conv2d_s8_mve_params *p, mote_int c,
                                      const int8_t *window, mote_int size, int8_t *out) {
    MOTE_CONST int8_t *weights = p->weights + c * size;
    for (; c < p->window.out_c; c++, weights += size) {
        out[c] = mote_output(&p->output, c, dot(window, weights, size, p->bias[c]));
    }
}

/* Output pixels whose windows are step apart; returns their end. */
MOTE_NOINLINE static int8_t *filter_run(MOTE_CONST mote_conv2d_s8_mve_params *p, mote_int size,
                                        const int8_t *window, mote_int step, mote_int count,
                                        int8_t *out) {
    const mote_int out_c = p->window.out_c;
    const mote_int fours = out_c - out_c % MOTE_LANES;
    pair it = {.size = size,
               .end = p->weights + fours * size,
               .zero_point = p->output.zero_point,
               .min = p->output.min,
               .max = p->output.max};
    for (mote_int n; count > 0; count -= n, window += n * step, out += n * out_c) {
        n = count > 1 ? 2 : 1;
        it.first = window;
        it.second = window + step;
        it.bias = p->bias;
        it.multipliers = p->output.multipliers;
        it.shifts = p->output.shifts;
        it.out = out;
        it.out_second = out + out_c;
        if (fours > 0) {
            if (n == 2) {
                filter_two(&it, p->weights);
            } else {
                filter_one(&it, p->weights);
            }
        }
        if (fours < out_c) {
            filter_rest(p, fours, window, size, out);
            if (n == 2) {
                filter_rest(p, fours, it.second, size, out + out_c);
            }
        }
    }
    return out;
}

/* How columns of few channels go to scratch: some of them at once, each byte to its place. */
typedef struct {
    mote_int columns; /* 1: as vectors */
    uint8_t places[CHUNK];
} scatter;

static scatter scatter_of(mote_int in_c, mote_int pitch) {
    scatter it = {1, {0}};
    if (in_c <= CHUNK / 2) {
        while ((it.columns + 1) * in_c <= CHUNK && it.columns * pitch + in_c <= UINT8_MAX) {
            it.columns++;
        }
        for (mote_int i = 0, x = 0; x < it.columns; x++) {
            for (mote_int c = 0; c < in_c; c++, i++) {
                it.places[i] = (uint8_t)(x * pitch + c);
            }
        }
    }
    return it;
}

/* Copies columns of in_c elements; in scratch they are pitch apart. */
MOTE_NOINLINE static void copy_columns(const scatter *it, const int8_t *in, mote_int in_c,
                                       mote_int columns, mote_int pitch, int8_t *to) {
#if MOTE_MVE
    if (it->columns > 1) {
        const uint8x16_t places = vldrbq_u8(it->places);
        const mote_int most = it->columns * in_c;
        const mote_int step = it->columns * pitch;
        for (mote_int n = columns * in_c; n > 0; n -= most, in += most, to += step) {
            const mve_pred16_t left = vctp8q((uint32_t)(n < most ? n : most));
            vstrbq_scatter_offset_p_s8(to, places, vldrbq_z_s8(in, left), left);
        }
        return;
    }
    for (mote_int c = 0; c < in_c; c += CHUNK) {
        const int8_t *from = in + c;
        int8_t *at = to + c;
        const mve_pred16_t left = vctp8q((uint32_t)(in_c - c));
        for (mote_int x = columns; x > 0; x--, from += in_c, at += pitch) {
            vstrbq_p_s8(at, vldrbq_z_s8(from, left), left);
        }
    }
#else
    (void)it;
    for (mote_int x = 0; x < columns; x++, in += in_c, to += pitch) {
        memcpy(to, in, (size_t)in_c);
    }
#endif
}

/* Columns of count output pixels from (y, x) on, each kernel_h rows of in_c elements. Samples
 * outside of the input are the zero point. */
static void gather(MOTE_CONST mote_conv2d_s8_mve_params *p, const scatter *places, const int8_t *in,
                   mote_int y, mote_int x, mote_int count, int8_t *to) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int in_c = w->in_c;
    const mote_int pitch = w->kernel_h * in_c;
    const mote_int left = x * w->stride_w - w->pad_left;
    const mote_int columns = (count - 1) * w->stride_w + w->kernel_w;
    const mote_int begin = left < 0 ? -left : 0;
    const mote_int end = left + columns > w->in_w ? w->in_w - left : columns;
    const mote_int top = y * w->stride_h - w->pad_top;
    const mote_int bottom = top + (w->kernel_h - 1) * w->dilation_h;
    if (top < 0 || bottom >= w->in_h) {
        mote_fill_bytes(to, p->input_zero_point, columns * pitch);
    } else {
        mote_fill_bytes(to, p->input_zero_point, begin * pitch);
        mote_fill_bytes(to + end * pitch, p->input_zero_point, (columns - end) * pitch);
    }
    to += begin * pitch;
    for (mote_int row = top; row <= bottom; row += w->dilation_h, to += in_c) {
        if (row >= 0 && row < w->in_h) {
            const int8_t *from = in + (row * w->in_w + left + begin) * in_c;
            copy_columns(places, from, in_c, end - begin, pitch, to);
        }
    }
}

void mote_conv2d_s8_mve(MOTE_CONST mote_conv2d_s8_mve_params *p, const int8_t *in, int8_t *out,
                        void *scratch) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int pitch = w->kernel_h * w->in_c;
    const mote_int size = w->kernel_w * pitch;
    const mote_int line = w->in_w * w->in_c;
    const scatter places = scatter_of(w->in_c, pitch);
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * line) {
        for (mote_int y = 0; y < w->out_h; y++) {
            if (p->pixels == 0) {
                out = filter_run(p, size, in + y * w->stride_h * line, w->stride_w * w->in_c,
                                 w->out_w, out);
                continue;
            }
            for (mote_int x = 0, count; x < w->out_w; x += count) {
                count = w->out_w - x < p->pixels ? w->out_w - x : p->pixels;
                gather(p, &places, in, y, x, count, scratch);
                out = filter_run(p, size, scratch, w->stride_w * pitch, count, out);
            }
        }
    }
}
