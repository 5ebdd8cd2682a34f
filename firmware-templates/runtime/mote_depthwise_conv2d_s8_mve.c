#include "mote_mve_math.h"

/* Channels that are gathered together: a vector of bytes. Their words take PITCH bytes a column. */
enum { BLOCK = 16, PITCH = 4 * BLOCK, CHUNK = 16 };

/* Where the bytes of a chunk come from: four words of a window, 16 weights. */
typedef struct {
    int32_t places[4];      /* of the words, in bytes from the first one of the window */
    uint8_t weights[CHUNK]; /* index of each weight for the first of the rows that share words */
    uint8_t ys[CHUNK];      /* its row in the kernel; NO_ROW where there is no weight */
} chunk;

enum { NO_ROW = 255 };

/* A layer, and its scratch. */
typedef struct {
    mote_int quads;    /* words of a column */
    int is_column;     /* whether an output row needs but one */
    mote_int columns;  /* of a quad: those of an output row, or those of all groups */
    mote_int group;    /* bytes to the next group */
    mote_int chunks;   /* of a window */
    mote_int shift;    /* rows of a word to the next output row */
    chunk *table;      /* Format: [chunks] */
    int8_t *weights;   /* Format: [BLOCK / 4][rows][chunks][4][CHUNK] */
    int8_t *nothing;   /* a block of zero points */
    int8_t *words;     /* Format: [groups][quads][columns][BLOCK][4] */
} work;

/* Output pixels of four channels: lines of them. */
typedef struct {
    mote_int count, lines;
    mote_int step, line_step;         /* bytes to the window of the next one */
    mote_int out_step, out_line_step; /* elements to the next one */
} pixels;

static void fill_table(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it) {
    MOTE_CONST mote_window *w = &p->window;
    mote_int quad = 0;
    mote_int x = 0;
    for (mote_int word = 0; word < 4 * it->chunks; word++) {
        chunk *const part = &it->table[word / 4];
        const int is_inside = quad < it->quads;
        part->places[word % 4] = is_inside ? (quad * it->columns + x * w->dilation_w) * PITCH : 0;
        for (mote_int i = 0; i < 4; i++) {
            const mote_int y = 4 * quad + i;
            part->ys[word % 4 * 4 + i] = (uint8_t)(is_inside ? y : NO_ROW);
            part->weights[word % 4 * 4 + i] = (uint8_t)(y * w->kernel_w + x);
        }
        x++;
        if (x == w->kernel_w) {
            x = 0;
            quad++;
        }
    }
}

/* The first of four channels: the last four may begin among those before them. */
static inline mote_int first_of_four(mote_int four, mote_int channels) {
    return four + MOTE_LANES > channels ? channels - MOTE_LANES : four;
}

/* Weights of channels from first on to the bytes of a chunk, for the row that is shift rows behind
 * the first; from fours to fours in scratch they are step bytes apart. */
static void spread(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const chunk *part,
                   mote_int shift, mote_int first, mote_int channels, mote_int step, int8_t *to) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int size = w->kernel_h * w->kernel_w;
#if MOTE_MVE
    const uint8x16_t ys = vsubq_n_u8(vldrbq_u8(part->ys), (uint8_t)shift);
    const mve_pred16_t taps = vcmphiq_u8(vdupq_n_u8((uint8_t)w->kernel_h), ys);
    const uint8x16_t at = vsubq_n_u8(vldrbq_u8(part->weights), (uint8_t)(shift * w->kernel_w));
#endif
    for (mote_int four = 0; four < channels; four += MOTE_LANES, to += step) {
        MOTE_CONST int8_t *weights = p->weights + (first + first_of_four(four, channels)) * size;
#if MOTE_MVE
        vstrbq_s8(to, vldrbq_gather_offset_z_s8(weights, at, taps));
        weights += size;
        vstrbq_s8(to + CHUNK, vldrbq_gather_offset_z_s8(weights, at, taps));
        weights += size;
        vstrbq_s8(to + 2 * CHUNK, vldrbq_gather_offset_z_s8(weights, at, taps));
        weights += size;
        vstrbq_s8(to + 3 * CHUNK, vldrbq_gather_offset_z_s8(weights, at, taps));
#else
        for (mote_int i = 0; i < MOTE_LANES * CHUNK; i++) {
            const mote_int y = part->ys[i % CHUNK] - shift;
            const uint8_t at = (uint8_t)(part->weights[i % CHUNK] - shift * w->kernel_w);
            to[i] = y >= 0 && y < w->kernel_h ? weights[i / CHUNK * size + at] : 0;
        }
#endif
    }
}

static void spread_weights(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it,
                           mote_int first, mote_int channels) {
    const mote_int step = p->rows * it->chunks * MOTE_LANES * CHUNK;
    int8_t *to = it->weights;
    for (mote_int row = 0; row < p->rows; row++) {
        for (mote_int i = 0; i < it->chunks; i++, to += MOTE_LANES * CHUNK) {
            spread(p, &it->table[i], row * it->shift, first, channels, step, to);
        }
    }
}

/* Words of columns from four rows, each steps[i] bytes a column; channels of them count. */
MOTE_NOINLINE static void interleave(const int8_t *const *rows, const mote_int *steps,
                                     mote_int columns, mote_int channels, int8_t *to) {
#if MOTE_MVE
    const int8_t *row_0 = rows[0];
    const int8_t *row_1 = rows[1];
    const int8_t *row_2 = rows[2];
    const int8_t *row_3 = rows[3];
    __asm__ volatile("ldr lr, %[channels]\n\t"
                     "vctp.8 lr\n\t"
                     "ldr lr, %[columns]\n\t"
                     "wls lr, lr, 2f\n"
                     "1:\n\t"
                     "vpstttt\n\t"
                     "vldrbt.u8 q0, [%[row_0]]\n\t"
                     "vldrbt.u8 q1, [%[row_1]]\n\t"
                     "vldrbt.u8 q2, [%[row_2]]\n\t"
                     "vldrbt.u8 q3, [%[row_3]]\n\t"
                     "add %[row_0], %[row_0], %[step_0]\n\t"
                     "add %[row_1], %[row_1], %[step_1]\n\t"
                     "vst40.8 {q0, q1, q2, q3}, [%[to]]\n\t"
                     "vst41.8 {q0, q1, q2, q3}, [%[to]]\n\t"
                     "add %[row_2], %[row_2], %[step_2]\n\t"
                     "add %[row_3], %[row_3], %[step_3]\n\t"
                     "vst42.8 {q0, q1, q2, q3}, [%[to]]\n\t"
                     "vst43.8 {q0, q1, q2, q3}, [%[to]]!\n\t"
                     "le lr, 1b\n"
                     "2:"
                     : [row_0] "+r"(row_0), [row_1] "+r"(row_1), [row_2] "+r"(row_2),
                       [row_3] "+r"(row_3), [to] "+r"(to)
                     : [columns] "m"(columns), [channels] "m"(channels), [step_0] "r"(steps[0]),
                       [step_1] "r"(steps[1]), [step_2] "r"(steps[2]), [step_3] "r"(steps[3])
                     : "cc", "memory", "lr", "q0", "q1", "q2", "q3");
#else
    for (mote_int x = 0; x < columns; x++, to += PITCH) {
        for (mote_int i = 0; i < 4 * channels; i++) {
            to[i] = rows[i % 4][x * steps[i % 4] + i / 4];
        }
    }
#endif
}

/* Words of columns whose first row is top; step: elements of the input to the next column. in: the
 * first of the channels. */
static void gather(MOTE_CONST mote_window *w, const work *it, const int8_t *in, mote_int top,
                   mote_int columns, mote_int step, mote_int channels, int8_t *to) {
    for (mote_int quad = 0; quad < it->quads; quad++, to += it->columns * PITCH) {
        const int8_t *rows[4];
        mote_int steps[4];
        for (mote_int i = 0; i < 4; i++, top += w->dilation_h) {
            const int is_inside = top >= 0 && top < w->in_h;
            rows[i] = is_inside ? in + top * w->in_w * w->in_c : it->nothing;
            steps[i] = is_inside ? step : 0;
        }
        interleave(rows, steps, columns, channels, to);
    }
}

/* Words of all windows of the output rows from y to end. */
static void gather_rows(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it,
                        const int8_t *in, mote_int y, mote_int end, mote_int channels) {
    MOTE_CONST mote_window *w = &p->window;
    int8_t *to = it->words;
    mote_int groups = (end - y + p->rows - 1) / p->rows;
    mote_int top = y * w->stride_h - w->pad_top;
    const mote_int down = p->rows * w->stride_h;
    if (!it->is_column) {
        const mote_int right = w->pad_left + w->in_w;
        const mote_int columns = (right < it->columns ? right : it->columns) - w->pad_left;
        to += w->pad_left * PITCH;
        for (; groups > 0; groups--, top += down, to += it->group) {
            gather(w, it, in, top, columns, w->in_c, channels, to);
        }
        return;
    }
    /* One column: groups that lie inside the input are columns of one call. */
    const mote_int last = w->in_h - 1 - (4 * it->quads - 1) * w->dilation_h;
    for (mote_int n; groups > 0; groups -= n, top += n * down, to += n * PITCH) {
        n = 1;
        while (n < groups && top >= 0 && top + n * down <= last) {
            n++;
        }
        gather(w, it, in, top, n, down * w->in_w * w->in_c, channels, to);
    }
}

#if MOTE_MVE
/* Outputs of four channels, from windows of one chunk. On its own it has all registers. */
MOTE_NOINLINE static void output_four(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p,
                                      const work *it, const int8_t *weights, const int8_t *from,
                                      mote_int channel, const pixels *px, int8_t *to) {
    const mote_int count = px->count;
    const int32_t *bias = p->bias + channel;
    const int8_t *shifts = p->output.shifts + channel;
    const int32x4_t multipliers = vldrwq_s32(p->output.multipliers + channel);
    const int8x16_t weights_0 = vldrbq_s8(weights);
    const int8x16_t weights_1 = vldrbq_s8(weights + CHUNK);
    const int8x16_t weights_2 = vldrbq_s8(weights + 2 * CHUNK);
    const int8x16_t weights_3 = vldrbq_s8(weights + 3 * CHUNK);
    for (mote_int lines = px->lines; lines > 0; lines--) {
        int32_t sum_0, sum_1, sum_2, sum_3;
        int8_t *out = to;
        int32x4_t x, y;
        int32x4_t at = vaddq_n_s32(vldrwq_s32(it->table->places), (int32_t)from);
        __asm__ volatile("ldr lr, %[count]\n\t"
                         "wls lr, lr, 2f\n"
                         "1:\n\t"
                         "vldrw.u32 %q[x], [%q[at]]\n\t"
                         "vldrw.u32 %q[y], [%q[at], #4]\n\t"
                         "vmladav.s8 %[sum_0], %q[x], %q[weights_0]\n\t"
                         "vldrw.u32 %q[x], [%q[at], #8]\n\t"
                         "vmladav.s8 %[sum_1], %q[y], %q[weights_1]\n\t"
                         "vldrw.u32 %q[y], [%q[at], #12]\n\t"
                         "vmladav.s8 %[sum_2], %q[x], %q[weights_2]\n\t"
                         "vmladav.s8 %[sum_3], %q[y], %q[weights_3]\n\t"
                         "vadd.i32 %q[at], %q[at], %[step]\n\t"
                         "vmov %q[x][2], %q[x][0], %[sum_0], %[sum_2]\n\t"
                         "vmov %q[x][3], %q[x][1], %[sum_1], %[sum_3]\n\t"
                         "vldrw.u32 %q[y], [%[bias]]\n\t"
                         "vadd.i32 %q[x], %q[x], %q[y]\n\t"
                         "vqrdmulh.s32 %q[x], %q[x], %q[multipliers]\n\t"
                         "vshr.s32 %q[y], %q[x], #31\n\t"
                         "vadd.i32 %q[x], %q[x], %q[y]\n\t"
                         "vldrb.s32 %q[y], [%[shifts]]\n\t"
                         "vrshl.s32 %q[x], %q[x], %q[y]\n\t"
                         "vadd.i32 %q[x], %q[x], %[zero_point]\n\t"
                         "vqmovnb.s32 %q[x], %q[x]\n\t"
                         "vqmovnb.s16 %q[x], %q[x]\n\t"
                         "vstrb.32 %q[x], [%[out]]\n\t"
                         "add %[out], %[out], %[out_step]\n\t"
                         "le lr, 1b\n"
                         "2:"
                         : [out] "+&l"(out), [sum_0] "=&Te"(sum_0), [sum_1] "=&Te"(sum_1),
                           [sum_2] "=&Te"(sum_2), [sum_3] "=&Te"(sum_3), [x] "=&w"(x), [y] "=&w"(y),
                           [at] "+&w"(at)
                         : [weights_0] "w"(weights_0), [weights_1] "w"(weights_1),
                           [weights_2] "w"(weights_2), [weights_3] "w"(weights_3),
                           [multipliers] "w"(multipliers), [bias] "r"(bias), [shifts] "l"(shifts),
                           [count] "m"(count), [step] "r"(px->step),
                           [zero_point] "r"(p->output.zero_point), [out_step] "r"(px->out_step)
                         : "cc", "memory", "lr");
        from += px->line_step;
        to += px->out_line_step;
    }
}

/* The same from windows of any size. */
static void output_many(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it,
                        const int8_t *weights, const int8_t *from, mote_int channel,
                        const pixels *px, int8_t *out) {
    const int32_t *bias = p->bias + channel;
    const mote_int count = px->count;
    for (mote_int i = 0; i < count * px->lines; i++) {
        int32_t sum_0 = bias[0];
        int32_t sum_1 = bias[1];
        int32_t sum_2 = bias[2];
        int32_t sum_3 = bias[3];
        const chunk *part = it->table;
        const int8_t *with = weights;
        const mote_int line = i / count;
        const int8_t *window = from + line * px->line_step + (i - line * count) * px->step;
        for (mote_int k = it->chunks; k > 0; k--, part++, with += 4 * CHUNK) {
            const uint32x4_t at =
                    vaddq_n_u32(vreinterpretq_u32_s32(vldrwq_s32(part->places)), (uint32_t)window);
            sum_0 = vmladavaq_s8(sum_0, vreinterpretq_s8_s32(vldrwq_gather_base_s32(at, 0)),
                                 vldrbq_s8(with));
            sum_1 = vmladavaq_s8(sum_1, vreinterpretq_s8_s32(vldrwq_gather_base_s32(at, 4)),
                                 vldrbq_s8(with + CHUNK));
            sum_2 = vmladavaq_s8(sum_2, vreinterpretq_s8_s32(vldrwq_gather_base_s32(at, 8)),
                                 vldrbq_s8(with + 2 * CHUNK));
            sum_3 = vmladavaq_s8(sum_3, vreinterpretq_s8_s32(vldrwq_gather_base_s32(at, 12)),
                                 vldrbq_s8(with + 3 * CHUNK));
        }
        const int32_t sums[MOTE_LANES] = {sum_0, sum_1, sum_2, sum_3};
        int32x4_t x = vqrdmulhq_s32(vldrwq_s32(sums), vldrwq_s32(p->output.multipliers + channel));
        x = vaddq_s32(x, vshrq_n_s32(x, 31));
        x = vrshlq_s32(x, vldrbq_s32(p->output.shifts + channel));
        x = vaddq_n_s32(x, p->output.zero_point);
        x = vmaxq_s32(vminq_s32(x, vdupq_n_s32(INT8_MAX)), vdupq_n_s32(INT8_MIN));
        vstrbq_s32(out + line * px->out_line_step + (i - line * count) * px->out_step, x);
    }
}
#else
static void output_many(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it,
                        const int8_t *weights, const int8_t *from, mote_int channel,
                        const pixels *px, int8_t *out) {
    for (mote_int i = 0; i < px->lines * px->count * MOTE_LANES; i++) {
        const mote_int lane = i % MOTE_LANES;
        const mote_int x = i / MOTE_LANES % px->count;
        const mote_int line = i / MOTE_LANES / px->count;
        const int8_t *window = from + line * px->line_step + x * px->step + 4 * lane;
        int32_t sum = p->bias[channel + lane];
        for (mote_int k = 0; k < it->chunks * CHUNK; k++) {
            const chunk *part = &it->table[k / CHUNK];
            const int8_t weight = weights[(k / CHUNK * MOTE_LANES + lane) * CHUNK + k % CHUNK];
            if (weight != 0) {
                sum += window[part->places[k / 4 % 4] + k % 4] * weight;
            }
        }
        out[line * px->out_line_step + x * px->out_step + lane] =
                mote_output(&p->output, channel + lane, sum);
    }
}
#endif

/* Outputs of channels from first on, of the output rows from y to end, which are gathered. */
static void output_rows(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p, const work *it,
                        mote_int first, mote_int channels, mote_int y, mote_int end, int8_t *out) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int row_elements = w->out_w * w->out_c;
    const mote_int down = p->rows * row_elements;
    const mote_int full = (end - y) / p->rows; /* groups with all rows */
    const mote_int more = (end - y) - full * p->rows;
    const int is_column = it->is_column;
    const int8_t *weights = it->weights;
    pixels px = {.count = w->out_w,
                 .lines = 1,
                 .step = is_column ? PITCH : w->stride_w * PITCH,
                 .line_step = it->group,
                 .out_step = is_column ? down : w->out_c,
                 .out_line_step = down};
    mote_int *const groups = is_column ? &px.count : &px.lines;
    out += y * row_elements + first;
    for (mote_int four = 0; four < channels; four += MOTE_LANES) {
        const mote_int lane = first_of_four(four, channels);
        const int8_t *from = it->words + 4 * lane;
        int8_t *to = out + lane;
        for (mote_int row = 0; row < p->rows; row++, to += row_elements) {
            *groups = full + (row < more);
#if MOTE_MVE
            if (it->chunks == 1) {
                output_four(p, it, weights, from, first + lane, &px, to);
            } else {
                output_many(p, it, weights, from, first + lane, &px, to);
            }
#else
            output_many(p, it, weights, from, first + lane, &px, to);
#endif
            weights += it->chunks * MOTE_LANES * CHUNK;
        }
    }
}

void mote_depthwise_conv2d_s8_mve(MOTE_CONST mote_depthwise_conv2d_s8_mve_params *p,
                                  const int8_t *in, int8_t *out, void *scratch) {
    MOTE_CONST mote_window *w = &p->window;
    const mote_int quads = (w->kernel_h + 3) / 4;
    const mote_int width = (w->out_w - 1) * w->stride_w + (w->kernel_w - 1) * w->dilation_w + 1;
    const int is_column = width == 1;
    const mote_int columns = is_column ? p->groups : width;
    const mote_int chunks = (quads * w->kernel_w + 3) / 4;
    chunk *const table = scratch;
    int8_t *const weights = (int8_t *)(table + chunks);
    int8_t *const nothing = weights + p->rows * chunks * BLOCK * CHUNK;
    const work it = {.quads = quads,
                     .is_column = is_column,
                     .columns = columns,
                     .group = is_column ? PITCH : quads * columns * PITCH,
                     .chunks = chunks,
                     .shift = w->stride_h / w->dilation_h,
                     .table = table,
                     .weights = weights,
                     .nothing = nothing,
                     .words = nothing + BLOCK};
    const mote_int at_once = p->rows * p->groups;
    const mote_int elements = w->out_h * w->out_w * w->out_c;
    fill_table(p, &it);
    mote_fill_bytes(nothing, p->input_zero_point, BLOCK + p->groups * quads * width * PITCH);
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c, out += elements) {
        for (mote_int c = 0; c < w->out_c; c += BLOCK) {
            const mote_int first = first_of_four(c, w->out_c);
            const mote_int channels = w->out_c - first < BLOCK ? w->out_c - first : BLOCK;
            spread_weights(p, &it, first, channels);
            for (mote_int y = 0; y < w->out_h; y += at_once) {
                const mote_int end = w->out_h - y < at_once ? w->out_h : y + at_once;
                gather_rows(p, &it, in + first, y, end, channels);
                output_rows(p, &it, first, channels, y, end, out);
            }
        }
    }
    mote_clamp_bytes(p->output.min, p->output.max, out - w->batches * elements,
                     w->batches * elements);
}
