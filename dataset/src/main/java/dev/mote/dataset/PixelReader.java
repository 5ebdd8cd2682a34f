package dev.mote.dataset;

import dev.mote.model.BadInputException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads one picture, and brings it to a given size and to grey or colour. */
final class PixelReader {
    /** 40 megapixels; a header that promises more is not followed. */
    private static final long MAX_PIXELS = 40_000_000;

    private static final int BYTE_MAX = 255;

    static {
        ImageIO.setUseCache(false);
    }

    private PixelReader() {}

    /** Pixels row by row, channels innermost, 0 to 255. Transparent parts count as black. */
    static byte[] read(Path file, ImageOptions options) {
        BufferedImage image = decode(file);
        boolean grey = image.getColorModel().getNumColorComponents() == 1
                && image.getRaster().getTransferType() == DataBuffer.TYPE_BYTE
                && image.getRaster().getNumBands() == 1;
        int channels = options.channels();
        double[] full = new double[image.getWidth() * image.getHeight() * channels];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                // Java takes stored grey levels for linear light and getRGB would brighten them.
                int rgb = grey ? image.getRaster().getSample(x, y, 0) * 0x010101 | 0xff000000 : image.getRGB(x, y);
                store(rgb, full, (y * image.getWidth() + x) * channels, channels);
            }
        }
        return resize(full, image.getWidth(), image.getHeight(), options);
    }

    private static BufferedImage decode(Path file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? null : ImageIO.getImageReaders(in);
            if (readers == null || !readers.hasNext()) {
                throw new BadInputException(file + ": is no PNG or JPEG picture; convert or remove it");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_PIXELS) {
                    throw new BadInputException(file + ": is " + reader.getWidth(0) + "x" + reader.getHeight(0)
                            + " pixels, more than " + MAX_PIXELS + "; make it smaller");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadInputException(
                    file + ": cannot be decoded (" + e.getMessage() + "): truncated or damaged? replace or remove it",
                    e);
        }
    }

    private static void store(int argb, double[] target, int offset, int channels) {
        double alpha = (argb >>> 24) / (double) BYTE_MAX;
        double red = alpha * (argb >> 16 & BYTE_MAX);
        double green = alpha * (argb >> 8 & BYTE_MAX);
        double blue = alpha * (argb & BYTE_MAX);
        if (channels == 1) {
            // Luma of ITU-R BT.601, as JPEG has it.
            target[offset] = 0.299 * red + 0.587 * green + 0.114 * blue;
        } else {
            target[offset] = red;
            target[offset + 1] = green;
            target[offset + 2] = blue;
        }
    }

    /** Each new pixel is the mean of the area that it covers. */
    private static byte[] resize(double[] full, int width, int height, ImageOptions options) {
        int channels = options.channels();
        double[][] columns = weights(width, options.width());
        double[][] rows = weights(height, options.height());
        byte[] small = new byte[options.height() * options.width() * channels];
        for (int y = 0; y < options.height(); y++) {
            for (int x = 0; x < options.width(); x++) {
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int j = 1; j < rows[y].length; j++) {
                        int line = ((int) rows[y][0] + j - 1) * width;
                        for (int i = 1; i < columns[x].length; i++) {
                            sum += rows[y][j]
                                    * columns[x][i]
                                    * full[(line + (int) columns[x][0] + i - 1) * channels + c];
                        }
                    }
                    small[(y * options.width() + x) * channels + c] = (byte) Math.clamp(Math.round(sum), 0, BYTE_MAX);
                }
            }
        }
        return small;
    }

    /** For each new pixel along one axis: the first old pixel it covers, then the share of each, which add up to 1. */
    private static double[][] weights(int from, int to) {
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            double start = (double) i * from / to;
            double end = (double) (i + 1) * from / to;
            int first = (int) start;
            int last = Math.clamp((int) Math.ceil(end), first + 1, from);
            weights[i] = new double[last - first + 1];
            weights[i][0] = first;
            for (int k = first; k < last; k++) {
                weights[i][k - first + 1] = (Math.min(end, k + 1) - Math.max(start, k)) / (end - start);
            }
        }
        return weights;
    }
}
