package dev.mote.device.board;

import java.util.List;

/**
 * What a kernel's file takes of flash.
 *
 * @param name of its function: {@code mote_conv2d_s8}
 * @param bytes code and tables
 */
public record KernelCode(String name, long bytes) {
    private static final int TEXT = 0;
    private static final int DATA = 1;
    private static final int FILE = 5;

    /** @param berkeley what the {@code size} of GNU binutils prints of object files: a head line, then a line a file */
    static List<KernelCode> parse(String berkeley) {
        return berkeley.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .map(line -> new KernelCode(
                        line[FILE].replaceFirst("\\.o$", ""), Long.parseLong(line[TEXT]) + Long.parseLong(line[DATA])))
                .toList();
    }
}
