package dev.mote.app.pipeline;

import dev.mote.model.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files of raw little-endian tensors: samples back to back, all inputs of one in graph order. */
public final class RawSamples {
    private RawSamples() {}

    /**
     * The whole file.
     *
     * @param sampleBytes of all inputs of a sample
     * @throws BadInputException if it is a folder, or does not hold whole samples
     */
    public static byte[] read(Path file, int sampleBytes) throws IOException {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + ": is a folder, expected a file of raw tensors; give the file");
        }
        byte[] samples = Files.readAllBytes(file);
        if (samples.length == 0 || samples.length % sampleBytes != 0) {
            throw new BadInputException(file + ": has " + samples.length + " bytes, expected a multiple of "
                    + sampleBytes + ", the size of one sample; write raw little-endian tensors without a header");
        }
        return samples;
    }

    /** {@code samples}, cut. */
    public static List<byte[]> cut(byte[] samples, int sampleBytes) {
        List<byte[]> cut = new ArrayList<>();
        for (int offset = 0; offset < samples.length; offset += sampleBytes) {
            cut.add(Arrays.copyOfRange(samples, offset, offset + sampleBytes));
        }
        return cut;
    }
}
