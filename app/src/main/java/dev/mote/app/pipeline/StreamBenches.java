package dev.mote.app.pipeline;

import dev.mote.dataset.DataDirectory;
import dev.mote.dataset.recording.Recording;
import dev.mote.device.board.StreamRecording;
import dev.mote.device.stream.RecordedStream;
import dev.mote.device.stream.StreamDemand;
import dev.mote.device.stream.StreamSettings;
import dev.mote.device.stream.TimedSample;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.ModelCard;
import dev.mote.model.stream.StreamPlan;
import java.util.List;
import java.util.Optional;

/** Recordings one after the other as one stream, with a silence between them. */
public final class StreamBenches {
    private static final long SILENCE_MICROS = 10_000_000;

    private StreamBenches() {}

    /**
     * @param name as of {@code --stream}
     * @param seed of generated data and of splits
     */
    public static StreamRecording recording(Int8Model model, String name, DataDirectory directory, long seed) {
        StreamPlan plan = StreamPlan.of(model);
        ModelCard card = model.graph().card();
        StreamRequest request = new StreamRequest(name, List.of(), directory, seed, 0, StreamSettings.DEFAULT);
        if (request.isLive()) {
            throw new BadInputException(
                    "--stream " + name + ": comes live, expected a recording; record it to a CSV" + " file first");
        }
        StreamSource source = StreamSource.of(request, StreamDemand.of(plan, card.preparation()), card);
        StreamRecording recorded = new StreamRecording(plan.channelCount());
        long start = 0;
        for (Recording recording : source.set().recordings()) {
            try (RecordedStream stream = source.open(recording)) {
                start = add(recorded, stream, plan, start) + SILENCE_MICROS;
            }
        }
        if (recorded.samples() == 0) {
            throw new BadInputException("--stream " + name + ": has no samples; choose another recording");
        }
        return recorded;
    }

    /** @return time of the last sample */
    private static long add(StreamRecording recorded, RecordedStream stream, StreamPlan plan, long start) {
        short[] counts = new short[plan.channelCount()];
        long end = start;
        long first = Long.MIN_VALUE;
        for (Optional<TimedSample> next = stream.next(); next.isPresent(); next = stream.next()) {
            TimedSample sample = next.get();
            first = first == Long.MIN_VALUE ? sample.micros() : first;
            for (int channel = 0; channel < counts.length; channel++) {
                counts[channel] = plan.counts(channel, sample.values()[channel]);
            }
            end = start + sample.micros() - first;
            recorded.add(end, counts);
        }
        return end;
    }
}
