#include "mote_dsp_gather.h"

/* Pixels that are summed together: as many as registers hold. */
#define PIXELS 3

/* Channels whose sums are made before their outputs: even. */
#define CHANNELS 32

/* Words of a quad of all windows: two a pixel. */
#define QUAD_WORDS (2 * PIXELS)

/* A layer and its scratch. sum_pairs knows where its members are. */
typedef struct {
    const int32_t *windows;     /* [quads, PIXELS, 2] */
    const int32_t *end;         /* of their whole quads */
    MOTE_CONST int8_t *weights; /* of the first two filters */
    int32_t *sums;              /* [channels, PIXELS] */
    mote_int pairs;             /* of filters, at least 1 */
    mote_int quads;             /* whole ones of a window, at least 1 */
} pairs_of_filters;

/* The sums, without biases and tails, of all pairs of filters. */
#if MOTE_DSP
/* In C, gcc keeps fewer of these in registers. The loop over quads is entered so that the last turn
 * ends with the last of them. */
#define QUAD                                                                                       \
    "ldrd r8, r9, [r1], #8\n\t"                                                                    \
    "ldrd r12, lr, [r0], #8\n\t"                                                                   \
    "sxtb16 r10, r8\n\t"                                                                           \
    "sxtb16 r8, r8, ror #8\n\t"                                                                    \
    "sxtb16 r11, r9\n\t"                                                                           \
    "sxtb16 r9, r9, ror #8\n\t"                                                                    \
    "smlad r2, r12, r10, r2\n\t"                                                                   \
    "smlad r5, r12, r11, r5\n\t"                                                                   \
    "smlad r2, lr, r8, r2\n\t"                                                                     \
    "smlad r5, lr, r9, r5\n\t"                                                                     \
    "ldrd r12, lr, [r0], #8\n\t"                                                                   \
    "smlad r3, r12, r10, r3\n\t"                                                                   \
    "smlad r6, r12, r11, r6\n\t"                                                                   \
    "smlad r3, lr, r8, r3\n\t"                                                                     \
    "smlad r6, lr, r9, r6\n\t"                                                                     \
    "ldrd r12, lr, [r0], #8\n\t"                                                                   \
    "smlad r4, r12, r10, r4\n\t"                                                                   \
    "smlad r7, r12, r11, r7\n\t"                                                                   \
    "smlad r4, lr, r8, r4\n\t"                                                                     \
    "smlad r7, lr, r9, r7\n\t"
#define QUAD_CODE_BYTES "80"
#ifdef __OPTIMIZE_SIZE__
#define QUADS QUAD
#define QUADS_LESS_1 "0"
#else
#define QUADS QUAD QUAD QUAD QUAD
#define QUADS_LESS_1 "3"
#endif
MOTE_DSP_NAKED static void
sum_pairs(const pairs_of_filters *of __attribute__((unused))) {
    __asm volatile("push {r0, r4-r11, lr}\n\t"
                   "sub sp, #16\n\t"
                   "ldrd r4, r5, [r0]\n\t"
                   "ldrd r1, r6, [r0, #8]\n\t"
                   "ldrd r7, r8, [r0, #16]\n\t"
                   "rsb r8, r8, #0\n\t"
                   "and r8, r8, #" QUADS_LESS_1 "\n\t"
                   "mov r9, #" QUAD_CODE_BYTES "\n\t"
                   "adr r10, 2f\n\t"
                   "mla r10, r8, r9, r10\n\t"
                   "orr r10, r10, #1\n\t"
                   "strd r4, r5, [sp]\n\t" /* windows, end */
                   "strd r6, r10, [sp, #8]\n\t" /* sums, entry */
                   "str r7, [sp, #16]\n" /* pairs */
                   "1:\n\t"
                   "ldr r0, [sp]\n\t"
                   "ldr r12, [sp, #12]\n\t"
                   "movs r2, #0\n\t"
                   "movs r3, #0\n\t"
                   "movs r4, #0\n\t"
                   "movs r5, #0\n\t"
                   "movs r6, #0\n\t"
                   "movs r7, #0\n\t"
                   "bx r12\n\t"
                   ".balign 4\n"
                   "2:\n\t" QUADS "ldr r12, [sp, #4]\n\t"
                   "cmp r0, r12\n\t"
                   "bne.w 2b\n\t"
                   "ldr r12, [sp, #8]\n\t"
                   "strd r2, r3, [r12], #8\n\t"
                   "strd r4, r5, [r12], #8\n\t"
                   "strd r6, r7, [r12], #8\n\t"
                   "str r12, [sp, #8]\n\t"
                   "ldr r12, [sp, #16]\n\t"
                   "subs r12, r12, #1\n\t"
                   "str r12, [sp, #16]\n\t"
                   "bne.w 1b\n\t"
                   "add sp, #20\n\t"
                   "pop {r4-r11, pc}");
}
#undef QUAD
#undef QUADS
#else
static void sum_pairs(const pairs_of_filters *of) {
    MOTE_CONST int8_t *weights = of->weights;
    int32_t *sums = of->sums;
    for (mote_int i = 0; i < of->pairs; i++, sums += 2 * PIXELS) {
        memset(sums, 0, 2 * PIXELS * sizeof *sums);
        for (const int32_t *quad = of->windows; quad < of->end; quad += QUAD_WORDS) {
            for (mote_int f = 0; f < 2; f++, weights += MOTE_QUAD) {
                const int32_t four = mote_load_four(weights);
                for (mote_int k = 0; k < PIXELS; k++) {
                    int32_t *sum = &sums[f * PIXELS + k];
                    *sum = mote_add_products(quad[2 * k], mote_even_bytes(four), *sum);
                    *sum = mote_add_products(quad[2 * k + 1], mote_odd_bytes(four), *sum);
                }
            }
        }
    }
}
#endif

/* Adds the products of the tails of all pairs of filters. */
static void add_tails(const pairs_of_filters *of, MOTE_CONST int8_t *weights, mote_int tail) {
    int32_t *sums = of->sums;
    for (mote_int i = 0; i < of->pairs; i++, sums += 2 * PIXELS) {
        for (mote_int k = 0; k < tail; k++, weights += 2) {
            for (mote_int pixel = 0; pixel < PIXELS; pixel++) {
                const int32_t x = mote_tail_element(of->end + 2 * pixel, k);
                sums[pixel] += x * weights[0];
                sums[PIXELS + pixel] += x * weights[1];
            }
        }
    }
}

/* What output_pixels works on; it knows where the members are. */
typedef struct {
    const int32_t *sums;         /* [channels, PIXELS] */
    MOTE_CONST int32_t *factors; /* [channels, 2] */
    MOTE_CONST int8_t *shifts;
    int8_t *out;         /* of the first channel and pixel */
    mote_int second;     /* elements to those of the next pixel */
    mote_int third;      /* and of the one behind it */
    int32_t doubled_end; /* 2 * zero point + 1 */
    mote_int channels;   /* at least 1 */
} channels_of_pixels;

/* Output elements of three pixels, the last pixel's first: what is no pixel has the place of the
 * first one. */
#if MOTE_DSP
#define OUTPUT(sum)                                                                                \
    "add " sum ", r11, " sum ", lsl #1\n\t"                                                        \
    "smmulr " sum ", " sum ", r12\n\t"                                                             \
    "add " sum ", " sum ", " sum ", asr #31\n\t"                                                   \
    "asr " sum ", " sum ", lr\n\t"                                                                 \
    "add " sum ", " sum ", r6\n\t"                                                                 \
    "ssat " sum ", #8, " sum ", asr #1\n\t"
MOTE_DSP_NAKED static void
output_pixels(const channels_of_pixels *of __attribute__((unused))) {
    __asm volatile("push {r4-r11, lr}\n\t"
                   "ldm r0, {r0-r7}\n"
                   "1:\n\t"
                   "ldm r0!, {r8-r10}\n\t"
                   "ldrd r11, r12, [r1], #8\n\t"
                   "ldrsb lr, [r2], #1\n\t" OUTPUT("r10") OUTPUT("r9") OUTPUT("r8")
                   "strb r10, [r3, r5]\n\t"
                   "strb r9, [r3, r4]\n\t"
                   "strb r8, [r3], #1\n\t"
                   "subs r7, #1\n\t"
                   "bne 1b\n\t"
                   "pop {r4-r11, pc}");
}
#undef OUTPUT
#else
static void output_pixels(const channels_of_pixels *of) {
    for (mote_int c = 0; c < of->channels; c++) {
        const int32_t *sums = of->sums + PIXELS * c;
        MOTE_CONST int32_t *factors = of->factors + 2 * c;
        const mote_int places[PIXELS] = {0, of->second, of->third};
        for (mote_int pixel = PIXELS - 1; pixel >= 0; pixel--) {
            of->out[places[pixel] + c] = mote_output_dsp(sums[pixel], factors[0], factors[1],
                                                         of->shifts[c], of->doubled_end);
        }
    }
}
#endif

/* The window of an output pixel, widened. A row that begins with a quad goes without bytes, memory
 * for a window. */
static void gather(MOTE_CONST mote_conv2d_s8_dsp_params *p, const mote_inside *part,
                   int32_t *window, mote_int quads, int8_t *bytes) {
    MOTE_CONST mote_dsp_window *w = &p->window;
    if (part->row % MOTE_QUAD == 0 && w->dilation_w == 1 && mote_is_inside(w, part)) {
        const int8_t *in = part->in;
        for (mote_int k = 0; k < w->kernel_h; k++, in += part->line) {
            window = mote_widen(in, part->row / MOTE_QUAD, window, QUAD_WORDS);
        }
    } else {
        mote_gather_bytes(w, part, p->input_zero_point, bytes);
        mote_widen(bytes, quads, window, QUAD_WORDS);
    }
}

/* Outputs of the pixels whose windows are there, some channels at a time; returns their end. */
static int8_t *finish(MOTE_CONST mote_conv2d_s8_dsp_params *p, pairs_of_filters *of, mote_int tail,
                      mote_int pixels, int8_t *out) {
    const mote_int out_c = p->window.out_c;
    const mote_int quad_bytes = of->quads * MOTE_QUAD;
    MOTE_CONST int8_t *tails = p->weights + (out_c & ~1) * quad_bytes;
    channels_of_pixels outputs = {.sums = of->sums,
                                  .factors = p->output.channels,
                                  .shifts = p->output.shifts,
                                  .second = pixels > 1 ? out_c : 0,
                                  .third = pixels > 2 ? 2 * out_c : 0,
                                  .doubled_end = 2 * p->output.zero_point + 1};
    of->weights = p->weights;
    for (mote_int c = 0, channels; c < out_c; c += channels) {
        channels = out_c - c < CHANNELS ? out_c - c : CHANNELS;
        of->pairs = channels / 2;
        if (of->quads == 0) {
            memset(of->sums, 0, (size_t)(channels * PIXELS) * sizeof *of->sums);
        } else if (of->pairs > 0) {
            sum_pairs(of);
        }
        of->weights += 2 * of->pairs * quad_bytes;
        add_tails(of, tails, tail);
        tails += 2 * of->pairs * tail;
        if (channels % 2 != 0) {
            for (mote_int pixel = 0; pixel < PIXELS; pixel++) {
                of->sums[(channels - 1) * PIXELS + pixel] = mote_dot_widened(
                        of->windows + 2 * pixel, QUAD_WORDS, tails, of->quads, tail);
            }
        }
        outputs.out = out + c;
        outputs.channels = channels;
        output_pixels(&outputs);
        outputs.factors += 2 * channels;
        outputs.shifts += channels;
    }
    mote_clamp_outputs(&p->output, out, pixels * out_c);
    return out + pixels * out_c;
}

void mote_conv2d_s8_dsp(MOTE_CONST mote_conv2d_s8_dsp_params *p, const int8_t *in, int8_t *out,
                        void *scratch) {
    MOTE_CONST mote_dsp_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w * w->in_c;
    const mote_int tail = mote_tail(size);
    const mote_int quads = (size + MOTE_QUAD - 1) / MOTE_QUAD;
    const mote_int whole = tail > 0 ? quads - 1 : quads;
    int32_t *const windows = scratch;
    int32_t *const sums = windows + quads * QUAD_WORDS;
    int8_t *const bytes =
            (int8_t *)(sums + (w->out_c < CHANNELS ? w->out_c : CHANNELS) * PIXELS);
    pairs_of_filters of = {windows, windows + whole * QUAD_WORDS, p->weights, sums, 0, whole};
    mote_inside part = mote_inside_of(w);
    mote_int waiting = 0;
    if (w->batches * w->out_h * w->out_w < PIXELS) { /* the windows of no pixels are summed too */
        memset(windows, 0, (size_t)(quads * QUAD_WORDS) * sizeof *windows);
    }
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            mote_move_to_row(w, &part, in, y);
            for (mote_int x = 0; x < w->out_w; x++) {
                mote_move_to_column(w, &part, x);
                gather(p, &part, windows + 2 * waiting, quads, bytes);
                if (++waiting == PIXELS) {
                    out = finish(p, &of, tail, PIXELS, out);
                    waiting = 0;
                }
            }
        }
    }
    if (waiting > 0) {
        finish(p, &of, tail, waiting, out);
    }
}
