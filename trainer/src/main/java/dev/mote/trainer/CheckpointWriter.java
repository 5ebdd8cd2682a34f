package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The content of a checkpoint's file, between magic number and checksum; {@link CheckpointReader} reads it in the same order. */
final class CheckpointWriter {
    private final DataOutputStream out;

    CheckpointWriter(DataOutputStream out) {
        this.out = out;
    }

    void write(Checkpoint checkpoint) throws IOException {
        out.writeUTF(checkpoint.identity().recipe());
        out.writeUTF(checkpoint.identity().data());
        out.writeUTF(checkpoint.identity().program());
        out.writeBoolean(checkpoint.before().isPresent());
        if (checkpoint.before().isPresent()) {
            Checkpoint.Part part = checkpoint.before().get();
            weights(part.weights());
            epochs(part.epochs());
            out.writeBoolean(part.stoppedEarly());
        }
        FitState state = checkpoint.state();
        epochs(state.epochs());
        out.writeBoolean(state.stopped());
        out.writeInt(state.step());
        weights(state.weights());
        weights(state.optimizer());
        watched(state.stopping());
    }

    private void watched(FitState.Watched watched) throws IOException {
        out.writeBoolean(watched.best().isPresent());
        if (watched.best().isPresent()) {
            weights(watched.best().get());
        }
        out.writeDouble(watched.bestValue());
        out.writeInt(watched.bestEpoch());
        out.writeInt(watched.last().size());
        for (Weights last : watched.last()) {
            weights(last);
        }
    }

    private void weights(Weights weights) throws IOException {
        out.writeInt(weights.names().size());
        for (String name : weights.names()) {
            float[] values = weights.get(name);
            out.writeUTF(name);
            out.writeInt(values.length);
            for (float value : values) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        }
    }

    private void epochs(List<History.Epoch> epochs) throws IOException {
        out.writeInt(epochs.size());
        for (History.Epoch epoch : epochs) {
            out.writeInt(epoch.number());
            metrics(Optional.of(epoch.training()));
            metrics(epoch.validation());
            out.writeDouble(epoch.learningRate());
            out.writeDouble(epoch.seconds());
            out.writeDouble(epoch.tensorFlowSeconds());
        }
    }

    private void metrics(Optional<Metrics> metrics) throws IOException {
        out.writeBoolean(metrics.isPresent());
        if (metrics.isPresent()) {
            out.writeDouble(metrics.get().loss());
            out.writeBoolean(metrics.get().accuracy().isPresent());
            out.writeDouble(metrics.get().accuracy().orElse(0));
        }
    }
}
