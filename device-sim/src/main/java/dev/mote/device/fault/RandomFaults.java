package dev.mote.device.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Faults that a device in the field may have: how many, which, and how bad is drawn. */
public final class RandomFaults {
    /** Of one device. */
    private static final int MOST = 5;

    private RandomFaults() {}

    /**
     * @param mean faults a device has on average: their number has the distribution of Poisson, cut at {@value #MOST}
     * @param levels of every kind that may occur; each kind is as likely as any other, and so is each of its levels
     */
    public static Faults draw(Chance chance, double mean, Map<FaultKind, List<Fault>> levels) {
        List<FaultKind> kinds = List.copyOf(levels.keySet());
        List<Fault> drawn = new ArrayList<>();
        int count = kinds.isEmpty() ? 0 : poisson(chance.uniform(0, 0), mean);
        for (int i = 1; i <= count; i++) {
            FaultKind kind = kinds.get((int) (chance.uniform(i, 0) * kinds.size()));
            List<Fault> choices = levels.get(kind);
            drawn.add(choices.get((int) (chance.uniform(i, 1) * choices.size())));
        }
        return new Faults(drawn);
    }

    /** The quantile of {@code share}. */
    private static int poisson(double share, double mean) {
        double probability = StrictMath.exp(-mean);
        double sum = probability;
        int count = 0;
        while (sum <= share && count < MOST) {
            count++;
            probability *= mean / count;
            sum += probability;
        }
        return count;
    }
}
