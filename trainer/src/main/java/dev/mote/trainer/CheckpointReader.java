package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/** The content of a checkpoint's file, in the order of {@link CheckpointWriter}. Its checksum is right already. */
final class CheckpointReader {
    private final DataInputStream in;

    CheckpointReader(DataInputStream in) {
        this.in = in;
    }

    Checkpoint read() throws IOException {
        Checkpoint.Identity identity = new Checkpoint.Identity(in.readUTF(), in.readUTF(), in.readUTF());
        Optional<Checkpoint.Part> before = in.readBoolean()
                ? Optional.of(new Checkpoint.Part(weights(), epochs(), in.readBoolean()))
                : Optional.empty();
        return new Checkpoint(
                identity,
                before,
                new FitState(epochs(), in.readBoolean(), in.readInt(), weights(), weights(), watched()));
    }

    private FitState.Watched watched() throws IOException {
        Optional<Weights> best = in.readBoolean() ? Optional.of(weights()) : Optional.empty();
        double bestValue = in.readDouble();
        int bestEpoch = in.readInt();
        List<Weights> last = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            last.add(weights());
        }
        return new FitState.Watched(best, bestValue, bestEpoch, last);
    }

    private Weights weights() throws IOException {
        SequencedMap<String, float[]> arrays = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            float[] values = new float[in.readInt()];
            for (int k = 0; k < values.length; k++) {
                values[k] = Float.intBitsToFloat(in.readInt());
            }
            arrays.put(name, values);
        }
        return Weights.named(arrays);
    }

    private List<History.Epoch> epochs() throws IOException {
        List<History.Epoch> epochs = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            epochs.add(new History.Epoch(
                    in.readInt(),
                    metrics().orElseThrow(),
                    metrics(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble()));
        }
        return epochs;
    }

    private Optional<Metrics> metrics() throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        double loss = in.readDouble();
        boolean hasAccuracy = in.readBoolean();
        double accuracy = in.readDouble();
        return Optional.of(new Metrics(loss, hasAccuracy ? OptionalDouble.of(accuracy) : OptionalDouble.empty()));
    }
}
