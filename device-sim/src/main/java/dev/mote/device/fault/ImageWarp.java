package dev.mote.device.fault;

/** Moves the pixels of an image [height, width, channels]: bilinear, and what comes in from outside continues the edge. */
final class ImageWarp {
    /** Where the pixel at (y, x) comes from. */
    interface Source {
        /** @param from set to y and x */
        void of(int y, int x, double[] from);
    }

    private final int height;
    private final int width;
    private final int channels;

    ImageWarp(Site site) {
        this.height = site.height();
        this.width = site.width();
        this.channels = site.channels();
    }

    void apply(float[] values, Source source) {
        float[] before = values.clone();
        double[] from = new double[2];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                source.of(y, x, from);
                for (int c = 0; c < channels; c++) {
                    values[(y * width + x) * channels + c] = (float) at(before, from[0], from[1], c);
                }
            }
        }
    }

    private double at(float[] image, double y, double x, int channel) {
        double insideY = Math.clamp(y, 0, height - 1);
        double insideX = Math.clamp(x, 0, width - 1);
        int top = (int) insideY;
        int left = (int) insideX;
        int bottom = Math.min(top + 1, height - 1);
        int right = Math.min(left + 1, width - 1);
        double shareY = insideY - top;
        double shareX = insideX - left;
        double upper = mix(pixel(image, top, left, channel), pixel(image, top, right, channel), shareX);
        double lower = mix(pixel(image, bottom, left, channel), pixel(image, bottom, right, channel), shareX);
        return mix(upper, lower, shareY);
    }

    private float pixel(float[] image, int y, int x, int channel) {
        return image[(y * width + x) * channels + channel];
    }

    private static double mix(double a, double b, double share) {
        return share == 0 ? a : a + (b - a) * share;
    }
}
