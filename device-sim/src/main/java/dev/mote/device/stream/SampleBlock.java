package dev.mote.device.stream;

import dev.mote.model.stream.StreamPlan;
import java.util.List;
import java.util.Optional;

/** Samples of a stream, as the device gets them: sensor counts. */
final class SampleBlock {
    /** Of one block: pictures have many. */
    private static final int MOST_COUNTS = 1 << 20;

    private final int channels;
    private final short[] counts;
    private final long[] micros;
    private final int[] labels;
    private final int[] stretches;
    private int size;
    private boolean last;

    private SampleBlock(int capacity, int channels) {
        this.channels = channels;
        this.counts = new short[capacity * channels];
        this.micros = new long[capacity];
        this.labels = new int[capacity];
        this.stretches = new int[capacity];
    }

    /** The next samples of a stream; {@code most}, or fewer if they are pictures or the stream ends. */
    static SampleBlock read(SampleStream stream, StreamPlan plan, int most) {
        int capacity = Math.clamp(MOST_COUNTS / plan.channelCount(), 1, most);
        SampleBlock block = new SampleBlock(capacity, plan.channelCount());
        while (block.size < capacity) {
            Optional<TimedSample> sample = stream.next();
            if (sample.isEmpty()) {
                block.last = true;
                return block;
            }
            block.add(sample.get(), plan);
        }
        return block;
    }

    /** These samples. @param last whether the stream ends with them */
    static SampleBlock of(List<TimedSample> samples, StreamPlan plan, boolean last) {
        SampleBlock block = new SampleBlock(samples.size(), plan.channelCount());
        samples.forEach(sample -> block.add(sample, plan));
        block.last = last;
        return block;
    }

    private void add(TimedSample sample, StreamPlan plan) {
        for (int channel = 0; channel < channels; channel++) {
            counts[size * channels + channel] = plan.counts(channel, sample.values()[channel]);
        }
        micros[size] = sample.micros();
        labels[size] = sample.label();
        stretches[size] = sample.stretch();
        size++;
    }

    int size() {
        return size;
    }

    /** Whether the stream ends here. */
    boolean isLast() {
        return last;
    }

    void copy(int i, short[] sample) {
        System.arraycopy(counts, i * channels, sample, 0, channels);
    }

    long micros(int i) {
        return micros[i];
    }

    int label(int i) {
        return labels[i];
    }

    int stretch(int i) {
        return stretches[i];
    }
}
