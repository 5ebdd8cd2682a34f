package dev.mote.device.fault;

/**
 * The random numbers of one fault: each is a function of the seed, of the fault, of the sample's number and of what it is for. So a
 * number does not depend on which others were drawn, nor on the thread. The mixing is that of SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class Chance {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final long ITEM = 0xD1342543DE82EF95L;

    private final long key;

    private Chance(long key) {
        this.key = key;
    }

    /** @param position of the fault in the list that the user gave, so that two of one kind differ */
    public static Chance of(long seed, String kind, int position) {
        return new Chance(mix(mix(seed + GAMMA) ^ mix(kind.hashCode() * GAMMA + position)));
    }

    /** Numbers of a part that shares none with the others. */
    public Chance part(long number) {
        return new Chance(mix(key ^ mix(number * ITEM + GAMMA)));
    }

    public long bits(long number, int item) {
        return mix(mix(key + number * GAMMA) ^ (item + 1) * ITEM);
    }

    /** In [0, 1). */
    public double uniform(long number, int item) {
        return (bits(number, item) >>> 11) * 0x1.0p-53;
    }

    /** In [from, to). */
    public double uniform(long number, int item, double from, double to) {
        return from + (to - from) * uniform(number, item);
    }

    /** Of mean 0 and deviation 1, by the formula of Box and Muller 1958; the same bits on every machine. */
    public double normal(long number, int item) {
        long bits = bits(number, item);
        double radius = ((bits >>> 11) + 1) * 0x1.0p-53;
        double angle = 2 * Math.PI * ((mix(bits ^ ITEM) >>> 11) * 0x1.0p-53);
        return Math.sqrt(-2 * StrictMath.log(radius)) * StrictMath.cos(angle);
    }

    /** 1 or -1. */
    public int sign(long number, int item) {
        return bits(number, item) < 0 ? -1 : 1;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
