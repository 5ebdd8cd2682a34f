package dev.mote.app.studio.digits;

import dev.mote.app.studio.UnknownIdException;
import dev.mote.app.studio.workspace.FileState;
import dev.mote.app.studio.workspace.ModelEntry;
import dev.mote.app.studio.workspace.ModestModel;
import dev.mote.app.studio.workspace.RecentlyUsed;
import dev.mote.device.live.LiveClassifier;
import dev.mote.model.BadInputException;
import dev.mote.model.graph.Int8Model;
import jakarta.inject.Singleton;
import java.util.Map;

/** Which models one can draw for, found out once for each state of a file. */
@Singleton
public final class PictureModels {
    private static final int MOST = 1000;

    /** Larger ones are not looked into for a list. */
    private static final long MOST_BYTES = 8 << 20;

    private final Map<FileState, Boolean> suitable = new RecentlyUsed<>(MOST);

    PictureModels() {}

    synchronized boolean isSuitable(ModelEntry model) {
        try {
            return suitable.computeIfAbsent(FileState.of(model.file()), PictureModels::isUsable);
        } catch (UnknownIdException e) {
            return false;
        }
    }

    private static boolean isUsable(FileState state) {
        if (state.bytes() > MOST_BYTES) {
            return false;
        }
        try {
            LiveClassifier.requireUsable(new Int8Model(LiveModels.requireInt8(ModestModel.read(state.file()))));
            return true;
        } catch (BadInputException e) {
            return false;
        }
    }
}
