package dev.mote.app.studio.digits;

/**
 * A picture of a data set.
 *
 * @param number of the picture in the test split
 * @param label what it shows
 * @param pixels [height, width], a byte each, in Base64
 */
public record Example(
        String dataset, boolean synthetic, int number, String label, int height, int width, byte[] pixels) {}
