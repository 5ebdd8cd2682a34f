package dev.mote.device.board;

/**
 * Sections of an image.
 *
 * @param text code and constants
 * @param data initialized memory: it takes flash and RAM
 * @param bss other static memory, the stack's included
 */
record ImageSizes(long text, long data, long bss) {
    private static final int TEXT = 0;
    private static final int DATA = 1;
    private static final int BSS = 2;

    /** @param berkeley what the {@code size} of GNU binutils prints: a head line, then the figures */
    static ImageSizes parse(String berkeley) {
        String[] figures =
                berkeley.lines().skip(1).findFirst().orElse("").strip().split("\\s+");
        return new ImageSizes(
                Long.parseLong(figures[TEXT]), Long.parseLong(figures[DATA]), Long.parseLong(figures[BSS]));
    }

    long flash() {
        return text + data;
    }

    long ram() {
        return data + bss;
    }
}
