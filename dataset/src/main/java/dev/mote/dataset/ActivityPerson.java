package dev.mote.dataset;

/**
 * What stays the same in all that one person does: how fast, how strongly, and how the sensor sits on the wrist.
 *
 * @param walkingHertz steps a second
 * @param runningHertz steps a second
 * @param pedalHertz turns of the pedals a second
 * @param vigour factor of all movements
 * @param swing amplitude of the arm in walking, in radians
 * @param swingSpeed factor of the speed of a golf swing
 * @param mounting turns of the sensor against the wrist about x, y, z, in radians
 * @param bias of each axis, in g
 * @param noise deviation of the sensor's noise, in g
 */
record ActivityPerson(
        double walkingHertz,
        double runningHertz,
        double pedalHertz,
        double vigour,
        double swing,
        double swingSpeed,
        double[] mounting,
        double[] bias,
        double noise) {
    static ActivityPerson of(SeededRandom random) {
        return new ActivityPerson(
                random.uniform(1.5, 2.2),
                random.uniform(2.2, 3.0),
                random.uniform(0.9, 1.7),
                random.uniform(0.65, 1.35),
                random.uniform(0.1, 0.4),
                random.uniform(0.75, 1.25),
                triple(random, 0.35),
                triple(random, 0.02),
                random.uniform(0.008, 0.03));
    }

    private static double[] triple(SeededRandom random, double deviation) {
        return new double[] {random.normal(0, deviation), random.normal(0, deviation), random.normal(0, deviation)};
    }
}
