#define MOTE_WIDE 0
#include "mote_dsp_dense.h"
#include "mote_dsp_gather.h"

/* Each pixel is a fully connected layer of its window. */
void mote_conv2d_s8_direct_dsp(MOTE_CONST mote_conv2d_s8_direct_dsp_params *p, const int8_t *in,
                               int8_t *out, void *scratch) {
    MOTE_CONST mote_dsp_window *w = &p->window;
    mote_inside part = mote_inside_of(w);
    for (mote_int n = 0; n < w->batches; n++, in += w->in_h * w->in_w * w->in_c) {
        for (mote_int y = 0; y < w->out_h; y++) {
            mote_move_to_row(w, &part, in, y);
            for (mote_int x = 0; x < w->out_w; x++, out += w->out_c) {
                mote_move_to_column(w, &part, x);
                mote_gather_bytes(w, &part, p->input_zero_point, scratch);
                dense(&p->pixel, scratch, scratch, out);
            }
        }
    }
}
