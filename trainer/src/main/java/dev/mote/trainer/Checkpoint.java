package dev.mote.trainer;

import dev.mote.trainer.network.Weights;
import java.util.List;
import java.util.Optional;

/**
 * What the file of a checkpoint holds. Its format is in docs/recipes.md.
 *
 * @param identity of recipe, data and program: only the same three can go on
 * @param before the end of the first part, where quantization-aware training is under way
 * @param state of the part that is under way
 */
record Checkpoint(Identity identity, Optional<Part> before, FitState state) {
    /** @param data a fingerprint of every sample */
    record Identity(String recipe, String data, String program) {}

    /** A part of the training that is over. */
    record Part(Weights weights, List<History.Epoch> epochs, boolean stoppedEarly) {}
}
