package dev.mote.app.studio.training;

import java.util.concurrent.CompletableFuture;

/** Starts a training outside of the studio. */
interface Launcher {
    /** A training that was started. */
    interface Running {
        /** Its exit code, above 128 after a signal. */
        CompletableFuture<Integer> exit();

        /** Asks it to end; what it has left goes on later. */
        void end();
    }

    /** @param resume from the checkpoint of its run's folder */
    Running start(Training training, boolean resume);
}
