package dev.mote.device.fault;

/** A Gaussian with the level as its deviation, cut at three of them, down and across; the edge continues outwards. */
record ImageBlur(Setting setting) implements ValueFault {
    ImageBlur {
        setting.require(FaultKind.BLUR);
    }

    @Override
    public ValueChange change(Site site, Chance chance) {
        double[] weights = weights(setting.value());
        int channels = site.channels();
        int row = site.width() * channels;
        return (number, micros, values) -> {
            if (weights.length > 1) {
                pass(values, weights, site.height(), row, row);
                for (int y = 0; y < site.height(); y++) {
                    passRow(values, weights, y * row, site.width(), channels);
                }
            }
        };
    }

    /** They add up to 1. */
    private static double[] weights(double deviation) {
        int reach = (int) Math.ceil(3 * deviation);
        double[] weights = new double[2 * reach + 1];
        double sum = 0;
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = reach == 0 ? 1 : StrictMath.exp(-i * i / (2 * deviation * deviation));
            sum += weights[i + reach];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** Along columns: {@code lines} lines of {@code width} values. */
    private static void pass(float[] values, double[] weights, int lines, int stride, int width) {
        for (int x = 0; x < width; x++) {
            line(values, weights, x, lines, stride);
        }
    }

    private static void passRow(float[] values, double[] weights, int at, int pixels, int channels) {
        for (int c = 0; c < channels; c++) {
            line(values, weights, at + c, pixels, channels);
        }
    }

    private static void line(float[] values, double[] weights, int at, int count, int stride) {
        float[] before = new float[count];
        for (int i = 0; i < count; i++) {
            before[i] = values[at + i * stride];
        }
        int reach = weights.length / 2;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                sum += weights[k] * before[Math.clamp(i + k - reach, 0, count - 1)];
            }
            values[at + i * stride] = (float) sum;
        }
    }
}
