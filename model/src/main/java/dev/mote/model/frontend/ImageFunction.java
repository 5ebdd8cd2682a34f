package dev.mote.model.frontend;

/**
 * From a camera's picture to that of the network, in integers: the reference, which the generated C equals. For several threads.
 *
 * <p>A pixel's mean over an area, each source pixel with the part of it that is covered, is rounded to a byte, a half up. Grey is
 * (19595 red + 38470 green + 7471 blue + 2^15) >> 16 (ITU-R BT.601). The level of a value is 255 less it where dark becomes bright, and
 * with stretch min(255, ((it - low) * 255 + floor(range / 2)) / range), low being the smallest such value of the crop and range the
 * largest less low, at least 16. With a box, the area is the smallest that holds all pixels of the crop whose level is 128 or more
 * (nothing: all is 0); its longer side becomes box, the other one in proportion, and the centre of mass comes to the middle, as far as
 * the box stays inside.
 */
public final class ImageFunction {
    private static final int LEAST_RANGE = 16;
    private static final int BRIGHT = 128;
    private static final int MOST = 255;

    private final ImageFrontEnd frontEnd;

    /** Part of the camera's picture. */
    private record Area(int top, int left, int height, int width) {}

    /** How values are stretched. */
    private record Levels(int low, int range) {}

    public ImageFunction(ImageFrontEnd frontEnd) {
        this.frontEnd = frontEnd;
    }

    /**
     * Pixels row by row, channels innermost, one unsigned byte each.
     *
     * @param frame [height, width, channels]
     */
    public byte[] apply(byte[] frame) {
        ImageFrontEnd.Crop crop = frontEnd.crop();
        Area whole = new Area(crop.top(), crop.left(), crop.height(), crop.width());
        Levels levels = frontEnd.stretch() ? levels(frame, whole) : new Levels(0, MOST);
        if (frontEnd.box() == 0) {
            return resized(frame, whole, levels, frontEnd.outputHeight(), frontEnd.outputWidth());
        }
        Area bright = bright(frame, whole, levels);
        return bright.height() == 0 ? new byte[frontEnd.outputLength()] : boxed(frame, bright, levels);
    }

    private Levels levels(byte[] frame, Area area) {
        int low = MOST;
        int high = 0;
        for (int y = area.top(); y < area.top() + area.height(); y++) {
            for (int x = area.left(); x < area.left() + area.width(); x++) {
                for (int c = 0; c < frontEnd.outputChannels(); c++) {
                    int value = turned(value(frame, y, x, c));
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new Levels(low, Math.max(high - low, LEAST_RANGE));
    }

    /** Of a pixel of the camera. */
    private int value(byte[] frame, int y, int x, int channel) {
        int at = (y * frontEnd.width() + x) * frontEnd.channels();
        return frontEnd.grey()
                ? grey(frame[at] & MOST, frame[at + 1] & MOST, frame[at + 2] & MOST)
                : frame[at + channel] & MOST;
    }

    private static int grey(int red, int green, int blue) {
        return 19595 * red + 38470 * green + 7471 * blue + (1 << 15) >> 16;
    }

    private int turned(int value) {
        return frontEnd.invert() ? MOST - value : value;
    }

    private static int level(int value, Levels levels) {
        return Math.min(MOST, ((value - levels.low()) * MOST + levels.range() / 2) / levels.range());
    }

    private Area bright(byte[] frame, Area area, Levels levels) {
        int top = Integer.MAX_VALUE;
        int left = Integer.MAX_VALUE;
        int bottom = -1;
        int right = -1;
        for (int y = area.top(); y < area.top() + area.height(); y++) {
            for (int x = area.left(); x < area.left() + area.width(); x++) {
                if (level(turned(value(frame, y, x, 0)), levels) >= BRIGHT) {
                    top = Math.min(top, y);
                    bottom = y;
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
            }
        }
        return bottom < 0 ? new Area(0, 0, 0, 0) : new Area(top, left, bottom - top + 1, right - left + 1);
    }

    private byte[] boxed(byte[] frame, Area area, Levels levels) {
        int longer = Math.max(area.height(), area.width());
        int height = Math.max(1, (area.height() * frontEnd.box() + longer / 2) / longer);
        int width = Math.max(1, (area.width() * frontEnd.box() + longer / 2) / longer);
        byte[] small = resized(frame, area, levels, height, width);
        long sum = 0;
        long down = 0;
        long across = 0;
        for (int i = 0; i < small.length; i++) {
            int level = small[i] & MOST;
            sum += level;
            down += (long) level * (i / width);
            across += (long) level * (i % width);
        }
        int top = corner(frontEnd.outputHeight(), height, sum, down);
        int left = corner(frontEnd.outputWidth(), width, sum, across);
        byte[] out = new byte[frontEnd.outputLength()];
        for (int y = 0; y < height; y++) {
            System.arraycopy(small, y * width, out, (top + y) * frontEnd.outputWidth() + left, width);
        }
        return out;
    }

    /** floor(side / 2 - moment / sum), inside of the picture: a pixel's middle is half a pixel from its corner. */
    private static int corner(int side, int length, long sum, long moment) {
        if (sum == 0) {
            return (side - length) / 2;
        }
        return Math.clamp((side * sum - 2 * moment) / (2 * sum), 0, side - length);
    }

    private byte[] resized(byte[] frame, Area area, Levels levels, int height, int width) {
        int channels = frontEnd.outputChannels();
        byte[] out = new byte[height * width * channels];
        int at = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int[] mean = new int[frontEnd.channels()];
                for (int c = 0; c < mean.length; c++) {
                    mean[c] = mean(frame, area, new int[] {y, height}, new int[] {x, width}, c);
                }
                for (int c = 0; c < channels; c++) {
                    int value = frontEnd.grey() ? grey(mean[0], mean[1], mean[2]) : mean[c];
                    out[at++] = (byte) level(Math.max(turned(value), levels.low()), levels);
                }
            }
        }
        return out;
    }

    /**
     * Mean of a channel over a part of the area. A source row has as many steps as there are new rows, and a new row as many as there
     * are source rows, so that parts of rows are whole numbers of steps.
     *
     * @param row which, and of how many
     * @param column likewise
     */
    private int mean(byte[] frame, Area area, int[] row, int[] column, int channel) {
        int firstY = row[0] * area.height();
        int endY = firstY + area.height();
        int firstX = column[0] * area.width();
        int endX = firstX + area.width();
        long sum = 0;
        for (int y = firstY / row[1]; y * row[1] < endY; y++) {
            int high = Math.min((y + 1) * row[1], endY) - Math.max(y * row[1], firstY);
            for (int x = firstX / column[1]; x * column[1] < endX; x++) {
                int wide = Math.min((x + 1) * column[1], endX) - Math.max(x * column[1], firstX);
                int at = ((area.top() + y) * frontEnd.width() + area.left() + x) * frontEnd.channels() + channel;
                sum += (long) high * wide * (frame[at] & MOST);
            }
        }
        long parts = (long) area.height() * area.width();
        return (int) ((sum + parts / 2) / parts);
    }
}
