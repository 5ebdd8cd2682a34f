package dev.mote.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The C files of this module: {@code runtime/} goes into generated projects, {@code host/} runs them on this machine. */
public final class FirmwareFiles {
    private FirmwareFiles() {}

    /**
     * Text of a file.
     *
     * @param path as {@code runtime/mote_conv2d_s8.c}
     * @throws IllegalArgumentException if there is no such file
     */
    public static String read(String path) {
        try (InputStream in = FirmwareFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no firmware file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
