package dev.mote.app.studio.training;

import dev.mote.app.pipeline.TrainingLock;
import dev.mote.app.studio.UnknownIdException;
import dev.mote.model.BadInputException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One training at a time, in the order in which they came. All states are in files, too, so that nothing is lost with the studio. */
final class TrainingQueue {
    static final int MOST_WAITING = 32;

    private static final int SIGNALLED = 128;
    private static final int LONGEST_END_SECONDS = 10;

    /** The one that runs. */
    private record Current(String id, Launcher.Running process, long startedMillis, boolean asked) {}

    private final TrainingStore store;
    private final Launcher launcher;
    private final BooleanSupplier busyElsewhere;
    private final Map<String, Training> trainings = new LinkedHashMap<>();
    private Optional<Current> current = Optional.empty();
    private boolean closed;

    /** @param busyElsewhere whether a training runs in the workspace that is not the queue's */
    TrainingQueue(TrainingStore store, Launcher launcher, BooleanSupplier busyElsewhere) {
        this.store = store;
        this.launcher = launcher;
        this.busyElsewhere = busyElsewhere;
        store.all().forEach(training -> trainings.put(training.id(), training));
    }

    /** In the order in which they were queued. */
    synchronized List<Training> trainings() {
        trainings.values().removeIf(training -> Files.notExists(training.orderFile()));
        return trainings.values().stream()
                .sorted(Comparator.comparingLong(training -> training.order().queuedMillis()))
                .toList();
    }

    synchronized boolean isStopping(Training training) {
        return current.filter(running -> running.id().equals(training.id()) && running.asked())
                .isPresent();
    }

    /** When its process was started; 0 for another one than this queue's current. */
    synchronized long startedMillis(Training training) {
        return current.filter(running -> running.id().equals(training.id()))
                .map(Current::startedMillis)
                .orElse(0L);
    }

    /** @param order is given the place of the folder that was made for it */
    synchronized Training submit(String recipe, Function<String, TrainingOrder> order) {
        requireRoom();
        Training training = store.create(recipe, order);
        trainings.put(training.id(), training);
        advance();
        return trainings.get(training.id());
    }

    private void requireRoom() {
        long waiting = trainings().stream()
                .filter(training -> training.is(TrainingState.WAITING))
                .count();
        if (waiting >= MOST_WAITING) {
            throw new BadInputException(
                    waiting + " trainings are waiting already, at most " + MOST_WAITING + " may; remove some of them");
        }
    }

    /** Ends the one that runs; it can go on later. */
    synchronized Training stop(String id) {
        Training training = training(id);
        Current running = current.filter(process -> process.id().equals(id))
                .orElseThrow(() -> new BadInputException(training.order().name()
                        + ": does not run here; only a training that the studio runs can be stopped"));
        current = Optional.of(new Current(id, running.process(), running.startedMillis(), true));
        running.process().end();
        return training;
    }

    /** Queues one again that was stopped or has failed. */
    synchronized Training resume(String id) {
        Training training = training(id);
        if (!training.is(TrainingState.STOPPED) && !training.is(TrainingState.FAILED)) {
            throw new BadInputException(training.order().name() + ": only a stopped training can go on");
        }
        requireRoom();
        keep(training.with(training.order().queuedAt(System.currentTimeMillis())));
        advance();
        return trainings.get(id);
    }

    /** Forgets one that does not run. */
    synchronized void remove(String id) {
        Training training = training(id);
        if (training.is(TrainingState.RUNNING)) {
            throw new BadInputException(training.order().name() + ": is running; stop it first");
        }
        store.remove(training);
        trainings.remove(id);
    }

    synchronized Optional<Training> find(String id) {
        return Optional.ofNullable(trainings.get(id)).filter(training -> Files.exists(training.orderFile()));
    }

    private Training training(String id) {
        return find(id).orElseThrow(() -> new UnknownIdException("training"));
    }

    /** Starts the next one if nothing else runs. To be called now and then: other trainings of the workspace end unseen. */
    synchronized void advance() {
        if (closed || current.isPresent()) {
            return;
        }
        for (Training training : trainings()) {
            if (training.is(TrainingState.RUNNING)) {
                if (TrainingLock.isHeld(training.run())) {
                    return;
                }
                settleLeft(training);
            }
        }
        Optional<Training> next = trainings().stream()
                .filter(training -> training.is(TrainingState.WAITING))
                .findFirst();
        if (next.isPresent() && !busyElsewhere.getAsBoolean()) {
            start(next.get());
        }
    }

    /** One that an earlier studio left running. */
    private void settleLeft(Training training) {
        boolean done = Files.exists(training.run().floatModel())
                && Files.notExists(training.run().checkpoint())
                && Files.notExists(training.run().progress());
        keep(training.with(
                done
                        ? training.order().in(TrainingState.DONE, Optional.empty())
                        : training.order().in(TrainingState.STOPPED, Optional.of("the studio ended before it"))));
    }

    private void start(Training training) {
        boolean resume = Files.exists(training.run().checkpoint());
        keep(training.with(training.order().in(TrainingState.RUNNING, Optional.empty())));
        try {
            long now = System.currentTimeMillis();
            Launcher.Running process = launcher.start(training, resume);
            current = Optional.of(new Current(training.id(), process, now, false));
            process.exit().thenAccept(code -> ended(training.id(), code));
        } catch (BadInputException e) {
            keep(training.with(training.order().in(TrainingState.FAILED, Optional.of(e.getMessage()))));
        }
    }

    private synchronized void ended(String id, int code) {
        if (closed) {
            // Nothing is written any more; the next studio sees that the lock is free.
            return;
        }
        boolean asked = current.filter(running -> running.id().equals(id) && running.asked())
                .isPresent();
        current = Optional.empty();
        find(id).ifPresent(training -> keep(training.with(after(training, code, asked))));
        advance();
    }

    private TrainingOrder after(Training training, int code, boolean asked) {
        TrainingOrder order = training.order();
        if (code == 0) {
            return order.in(TrainingState.DONE, Optional.empty());
        }
        if (asked) {
            return order.in(TrainingState.STOPPED, Optional.empty());
        }
        if (code > SIGNALLED) {
            return order.in(
                    TrainingState.STOPPED,
                    Optional.of("its process was ended from outside, by signal " + (code - SIGNALLED)));
        }
        String words = TrainingLog.lastWords(training.log()).orElse("ended with exit code " + code);
        return order.in(TrainingState.FAILED, Optional.of(words));
    }

    private void keep(Training training) {
        trainings.put(training.id(), training);
        store.save(training);
    }

    /** Takes over a run of the command, in place of what was known by its id. */
    synchronized Training adopt(String recipe, TrainingOrder order, String id) {
        find(id).ifPresent(known -> {
            throw new BadInputException(known.order().name() + ": is queued already");
        });
        return submit(recipe, place -> order);
    }

    /** Ends what runs, and waits for it. */
    void close() {
        List<Launcher.Running> processes = new ArrayList<>();
        synchronized (this) {
            closed = true;
            current.ifPresent(running -> processes.add(running.process()));
        }
        for (Launcher.Running process : processes) {
            process.end();
            try {
                process.exit().get(LONGEST_END_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // The next studio finds it by its lock.
            }
        }
    }
}
