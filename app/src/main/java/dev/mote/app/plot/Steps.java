package dev.mote.app.plot;

import dev.mote.dataset.metrics.Histogram;

/** The outline of a histogram, from bin to bin. */
final class Steps {
    private Steps() {}

    static double[] x(Histogram histogram) {
        int bins = histogram.counts().size();
        double width = (histogram.high() - histogram.low()) / bins;
        double[] x = new double[2 * bins + 2];
        // A little off, or the library takes the edges of bins for its ticks, since they are equally far from each
        // other.
        x[0] = histogram.low() - width / 50;
        x[x.length - 1] = histogram.high();
        for (int bin = 0; bin < bins; bin++) {
            x[2 * bin + 1] = histogram.low() + bin * width;
            x[2 * bin + 2] = histogram.low() + (bin + 1) * width;
        }
        return x;
    }

    /** @param unit height of a value */
    static double[] y(Histogram histogram, double unit) {
        int bins = histogram.counts().size();
        double[] y = new double[2 * bins + 2];
        for (int bin = 0; bin < bins; bin++) {
            y[2 * bin + 1] = unit * histogram.counts().get(bin);
            y[2 * bin + 2] = y[2 * bin + 1];
        }
        return y;
    }
}
