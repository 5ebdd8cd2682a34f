package dev.mote.trainer;

import dev.mote.model.BadInputException;
import dev.mote.trainer.recipe.Recipe;
import dev.mote.trainer.tensorflow.TrainingSession;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/** Writes checkpoints of a run, and finds where an earlier one stopped. */
final class KeepCheckpoints {
    private final Optional<Checkpoints> options;
    private final Optional<Checkpoint.Identity> identity;
    private final Optional<Checkpoint> found;
    private boolean any;
    private long written;

    /** @throws BadInputException if the file to go on from is missing, damaged, or made with another recipe, data set or TensorFlow */
    KeepCheckpoints(Optional<Checkpoints> options, Recipe recipe, FitData data) {
        this.options = options;
        identity = options.map(used -> new Checkpoint.Identity(
                recipe.sha256(), fingerprint(data.training()), TrainingSession.tensorFlowVersion()));
        found = options.filter(Checkpoints::resume).map(used -> CheckpointFile.read(used.file()));
        found.ifPresent(checkpoint -> requireSame(checkpoint.identity()));
    }

    private void requireSame(Checkpoint.Identity other) {
        Checkpoint.Identity own = identity.orElseThrow();
        String what = !own.recipe().equals(other.recipe())
                ? "recipe"
                : !own.data().equals(other.data()) ? "data set" : "TensorFlow";
        if (!own.equals(other)) {
            throw new BadInputException(options.orElseThrow().file() + ": made with another " + what
                    + "; give the same, or leave out --resume to train anew");
        }
    }

    /** Of every value, target and group. */
    private static String fingerprint(Examples examples) {
        MessageDigest digest = Sha256.of();
        float[] input = new float[examples.inputShape().elements()];
        float[] target = new float[examples.targetWidth()];
        ByteBuffer bytes = ByteBuffer.allocate(4 * (input.length + target.length + 1));
        for (int i = 0; i < examples.count(); i++) {
            examples.copyInput(i, input, 0);
            examples.copyTarget(i, target, 0);
            bytes.clear();
            bytes.asFloatBuffer().put(input).put(target);
            bytes.putInt(bytes.capacity() - 4, examples.group(i));
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The end of the first part, if an earlier run was in the second. */
    Optional<Checkpoint.Part> before() {
        return found.flatMap(Checkpoint::before);
    }

    FitState.Keeper ofFirstPart() {
        return keeper(found.filter(checkpoint -> checkpoint.before().isEmpty()), Optional.empty());
    }

    FitState.Keeper ofSecondPart(Checkpoint.Part before) {
        return keeper(found.filter(checkpoint -> checkpoint.before().isPresent()), Optional.of(before));
    }

    private FitState.Keeper keeper(Optional<Checkpoint> saved, Optional<Checkpoint.Part> before) {
        if (options.isEmpty()) {
            return FitState.Keeper.NONE;
        }
        return new FitState.Keeper() {
            @Override
            public Optional<FitState> saved() {
                return saved.map(Checkpoint::state);
            }

            @Override
            public void save(FitState state) {
                write(new Checkpoint(identity.orElseThrow(), before, state));
            }
        };
    }

    private void write(Checkpoint checkpoint) {
        Checkpoints used = options.orElseThrow();
        // The first epoch is kept at once: it shows that all is well, and a short run can be interrupted, too.
        if (!any || System.nanoTime() - written >= used.apart().toNanos()) {
            CheckpointFile.write(used.file(), checkpoint);
            any = true;
            written = System.nanoTime();
        }
    }
}
