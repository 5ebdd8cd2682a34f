package dev.mote.app.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** An image as a PNG inside the page, pixel for pixel: the style sheet enlarges it. */
final class ImagePng {
    private static final int RGB = 3;

    private ImagePng() {}

    static String dataUri(SampleKind.Image kind, float[] values) {
        BufferedImage image = new BufferedImage(
                kind.width(),
                kind.height(),
                kind.channels() == RGB ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < kind.height(); y++) {
            for (int x = 0; x < kind.width(); x++) {
                int pixel = (y * kind.width() + x) * kind.channels();
                for (int band = 0; band < image.getRaster().getNumBands(); band++) {
                    image.getRaster().setSample(x, y, band, level(kind, values[pixel + band]));
                }
            }
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
    }

    private static int level(SampleKind.Image kind, float value) {
        double share = (value - kind.black()) / (kind.white() - kind.black());
        return (int) Math.round(255 * Math.clamp(share, 0, 1));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // A stream in memory: by default ImageIO goes through a file.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
