package dev.mote.device.sweep;

import dev.mote.device.stream.SampleStream;
import dev.mote.device.stream.StreamFormat;
import dev.mote.device.stream.TimedSample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The samples of a stream in memory, for those that read it many times. */
public final class StreamCopy implements ReopenableStream {
    /** Samples of a block: a stream does not tell how long it is. */
    private static final int BLOCK = 4096;

    private final String name;
    private final StreamFormat format;
    private final Map<String, Long> defects;
    private final List<Block> blocks;
    private final long samples;

    private record Block(float[] values, long[] micros, int[] labels, int[] stretches) {
        Block(int width) {
            this(new float[BLOCK * width], new long[BLOCK], new int[BLOCK], new int[BLOCK]);
        }
    }

    private StreamCopy(String name, StreamFormat format, Map<String, Long> defects, List<Block> blocks, long samples) {
        this.name = name;
        this.format = format;
        this.defects = Map.copyOf(defects);
        this.blocks = List.copyOf(blocks);
        this.samples = samples;
    }

    /** @return empty if the stream has more than {@code mostValues} values; it was read until there */
    public static Optional<StreamCopy> of(String name, SampleStream stream, long mostValues) {
        int width = stream.format().sampleShape().elements();
        List<Block> blocks = new ArrayList<>();
        long count = 0;
        for (Optional<TimedSample> next = stream.next(); next.isPresent(); next = stream.next()) {
            int place = (int) (count % BLOCK);
            if (place == 0) {
                blocks.add(new Block(width));
            }
            put(blocks.getLast(), place, width, next.get());
            count++;
            if (count * width > mostValues) {
                return Optional.empty();
            }
        }
        return Optional.of(new StreamCopy(name, stream.format(), stream.defects(), blocks, count));
    }

    private static void put(Block block, int place, int width, TimedSample sample) {
        System.arraycopy(sample.values(), 0, block.values, place * width, width);
        block.micros[place] = sample.micros();
        block.labels[place] = sample.label();
        block.stretches[place] = sample.stretch();
    }

    @Override
    public String name() {
        return name;
    }

    public StreamFormat format() {
        return format;
    }

    public long samples() {
        return samples;
    }

    @Override
    public SampleStream open() {
        return open(0, samples);
    }

    /** @param count of samples from {@code first} on; fewer where the stream ends */
    public SampleStream open(long first, long count) {
        return new Reader(first, Math.min(first + count, samples));
    }

    private final class Reader implements SampleStream {
        private final long end;
        private long next;

        Reader(long first, long end) {
            this.next = first;
            this.end = end;
        }

        @Override
        public StreamFormat format() {
            return format;
        }

        @Override
        public Optional<TimedSample> next() {
            if (next >= end) {
                return Optional.empty();
            }
            Block block = blocks.get((int) (next / BLOCK));
            int place = (int) (next % BLOCK);
            next++;
            int width = format.sampleShape().elements();
            float[] values = Arrays.copyOfRange(block.values, place * width, (place + 1) * width);
            return Optional.of(
                    new TimedSample(block.micros[place], values, block.labels[place], block.stretches[place]));
        }

        @Override
        public Map<String, Long> defects() {
            return defects;
        }
    }
}
