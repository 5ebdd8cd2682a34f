package dev.mote.app.studio.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Trainings that run until a test ends them. */
final class FakeLauncher implements Launcher {
    static final int TERMINATED = 143;

    /** @param resume whether it was to go on from a checkpoint */
    record Started(String name, boolean resume, CompletableFuture<Integer> exit) implements Running {
        @Override
        public void end() {
            exit.complete(TERMINATED);
        }
    }

    final List<Started> started = new ArrayList<>();

    @Override
    public Running start(Training training, boolean resume) {
        Started process = new Started(training.order().name(), resume, new CompletableFuture<>());
        started.add(process);
        return process;
    }

    List<String> names() {
        return started.stream().map(Started::name).toList();
    }

    Started last() {
        return started.getLast();
    }
}
