package dev.mote.device.board;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BiConsumer;

/** Samples in counts with their times, as a device gets them. */
public final class StreamRecording {
    private final int channels;
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private int samples;

    public StreamRecording(int channels) {
        this.channels = channels;
    }

    /** @param micros of which the device gets the lower 32 bits */
    public void add(long micros, short[] counts) {
        ByteBuffer record = ByteBuffer.allocate(recordBytes()).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) micros);
        for (short count : counts) {
            record.putShort(count);
        }
        records.writeBytes(record.array());
        samples++;
    }

    public int samples() {
        return samples;
    }

    byte[] bytes() {
        return records.toByteArray();
    }

    /** Calls {@code target} with each sample: time, of 32 bits, and counts, which the next one overwrites. */
    void forEach(BiConsumer<Integer, short[]> target) {
        ByteBuffer all = ByteBuffer.wrap(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        short[] counts = new short[channels];
        while (all.hasRemaining()) {
            int micros = all.getInt();
            for (int c = 0; c < channels; c++) {
                counts[c] = all.getShort();
            }
            target.accept(micros, counts);
        }
    }

    private int recordBytes() {
        return Integer.BYTES + Short.BYTES * channels;
    }
}
