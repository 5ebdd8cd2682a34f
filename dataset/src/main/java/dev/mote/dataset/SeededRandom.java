package dev.mote.dataset;

/**
 * The random numbers of everything generated or split: SplitMix64 (Steele, Lea, Flood 2014), written out here so that a seed gives the
 * same bytes on every Java release and machine.
 */
final class SeededRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SeededRandom(long seed) {
        this.state = seed;
    }

    /** A generator of its own for part {@code number}, so that parts do not depend on how many numbers the others drew. */
    static SeededRandom of(long seed, String part, long number) {
        SeededRandom mixed = new SeededRandom(seed ^ part.hashCode() * GOLDEN_GAMMA);
        return new SeededRandom(mixed.next() ^ number * 0xD1342543DE82EF95L);
    }

    long next() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** In [from, to). */
    double uniform(double from, double to) {
        return from + (to - from) * ((next() >>> 11) * 0x1.0p-53);
    }

    /** In [0, bound). */
    int index(int bound) {
        return (int) uniform(0, bound);
    }

    boolean chance(double probability) {
        return uniform(0, 1) < probability;
    }

    /** Close to a normal distribution, but never beyond 6 deviations: a sum of 12 uniform numbers, which is exact everywhere. */
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform(0, 1);
        }
        return mean + deviation * sum;
    }

    void shuffle(int[] items) {
        for (int i = items.length - 1; i > 0; i--) {
            int j = index(i + 1);
            int item = items[i];
            items[i] = items[j];
            items[j] = item;
        }
    }
}
