package dev.mote.app.studio.training;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The queue begins with the studio and ends with it. */
@Singleton
final class TrainingBeans {
    private static final int LOOKS_EVERY_MILLIS = 500;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trainings").factory());

    @Produces
    @Singleton
    static TrainingQueue queue(TrainingStore store, ChildProgram program, CommandTrainings command) {
        return new TrainingQueue(store, program, command::anyRuns);
    }

    void begin(@Observes StartupEvent event, TrainingQueue queue) {
        clock.scheduleWithFixedDelay(() -> look(queue), 0, LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A failure must not end the clock: the disk may be full now and not later. */
    private static void look(TrainingQueue queue) {
        try {
            queue.advance();
        } catch (RuntimeException e) {
            System.err.println("mote: trainings: " + e.getMessage());
        }
    }

    void end(@Observes ShutdownEvent event, TrainingQueue queue) {
        clock.shutdown();
        queue.close();
    }
}
