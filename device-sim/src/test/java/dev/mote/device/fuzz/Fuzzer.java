package dev.mote.device.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Changes files, tries them, and keeps those that reach new code: they are changed further. */
final class Fuzzer {
    /** Of one file, in processor time; a machine that is busy with other things counts no more. */
    static final long MOST_MILLIS = 10_000;

    private static final int LARGEST_KEPT = 1 << 16;

    private final FuzzTarget target;
    private final RandomGenerator random;
    private final Mutations mutations;
    private final List<Mutations.Base> kept = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Trial trial;
    private long executions;

    Fuzzer(FuzzTarget target, RandomGenerator random, Trial trial) {
        this.target = target;
        this.random = random;
        this.mutations = new Mutations(random);
        this.trial = trial;
    }

    /** Tries a file as it is; it is changed later whether or not it reaches anything new. */
    void seed(byte[] file) {
        tryOut(file);
        if (file.length <= LARGEST_KEPT) {
            kept.add(Mutations.base(file));
        }
    }

    /** One changed file. */
    void step() {
        Mutations.Base base = kept.get(random.nextInt(kept.size()));
        byte[] file = mutations.change(base, kept.get(random.nextInt(kept.size())));
        if (tryOut(file) && file.length <= LARGEST_KEPT) {
            kept.add(Mutations.base(file));
        }
    }

    private boolean tryOut(byte[] file) {
        executions++;
        Coverage.begin();
        FuzzTarget.Outcome outcome = trial.run(target, file);
        kinds.merge(outcome.kind(), 1, Integer::sum);
        return Coverage.isNew();
    }

    long executions() {
        return executions;
    }

    /** Files that reached something, seeds included. */
    int kept() {
        return kept.size();
    }

    /** How often each kind of outcome came. */
    Map<String, Integer> kinds() {
        return kinds;
    }
}
