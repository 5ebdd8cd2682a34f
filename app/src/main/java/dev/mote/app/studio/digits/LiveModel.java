package dev.mote.app.studio.digits;

import dev.mote.app.studio.workspace.FileState;
import dev.mote.device.live.LiveClassifier;
import java.util.Optional;

/**
 * A model of the workspace that is ready for drawings.
 *
 * @param name of its run and its file
 * @param state of its file
 * @param dataset that it was trained on, as far as its file tells
 * @param floatNote why there is no float model to compare with
 */
record LiveModel(
        String name,
        FileState state,
        LiveClassifier classifier,
        Optional<String> dataset,
        boolean synthetic,
        Optional<String> floatNote) {}
