package dev.mote.dataset;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;

/** Lets a person do an activity for a while. Amplitudes are in g, angles in radians, times in seconds. */
final class ActivityMotions {
    private static final double STEP_SECONDS = 1.0 / ArmMotion.RATE_HERTZ;

    private final ActivityPerson person;
    private final SeededRandom random;
    private final ArmMotion motion;

    private ActivityMotions(ActivityPerson person, int steps, SeededRandom random) {
        this.person = person;
        this.random = random;
        this.motion = new ArmMotion(steps);
    }

    static ArmMotion perform(Activity activity, ActivityPerson person, int steps, SeededRandom random) {
        ActivityMotions motions = new ActivityMotions(person, steps, random);
        switch (activity) {
            case WALKING -> motions.walk();
            case RUNNING -> motions.run();
            case CYCLING -> motions.cycle();
            case GOLFING -> motions.golf();
            case RESTING -> motions.rest();
        }
        return motions.motion;
    }

    private void walk() {
        double[] phase = phase(person.walkingHertz() * random.uniform(0.9, 1.1));
        double bounce = person.vigour() * random.uniform(0.2, 0.4);
        double heel = person.vigour() * random.uniform(0.1, 0.5);
        double shift = random.uniform(0, 2 * PI);
        // A hand in the pocket or on a bag hardly swings.
        double swing = random.chance(0.2) ? 0.05 : person.swing();
        for (int i = 0; i < motion.steps(); i++) {
            double p = phase[i];
            motion.up[i] = bounce * (sin(p) + 0.3 * sin(2 * p + shift)) + heel * strike(p);
            motion.forward[i] = 0.5 * bounce * sin(p + 1.3) + 0.3 * heel * strike(p);
            motion.left[i] = 0.35 * bounce * sin(p / 2 + 0.4);
            motion.pitch[i] = 0.15 + swing * sin(p / 2);
            motion.roll[i] = 0.2 * swing * sin(p / 2 + 0.8);
        }
    }

    private void run() {
        double[] phase = phase(person.runningHertz() * random.uniform(0.92, 1.08));
        double contact = random.uniform(0.35, 0.6);
        // 1 leaves the ground between the steps; a slow jog does not.
        double flight = Math.clamp(person.vigour() * random.uniform(0.45, 1.0), 0.35, 1.1);
        double heel = person.vigour() * random.uniform(0.1, 0.6);
        double swing = random.uniform(0.15, 0.45);
        double elbow = random.uniform(0.9, 1.7);
        for (int i = 0; i < motion.steps(); i++) {
            double p = phase[i];
            motion.up[i] = flight * (push(p, contact) - 1) + heel * strike(p);
            motion.forward[i] = 0.3 * flight * sin(p + 1.1);
            motion.left[i] = 0.25 * flight * sin(p / 2 + 0.4);
            motion.pitch[i] = elbow + swing * sin(p / 2);
            motion.roll[i] = 0.3 + 0.3 * swing * sin(p / 2 + 1);
        }
    }

    private void cycle() {
        double[] phase = phase(person.pedalHertz() * random.uniform(0.85, 1.15));
        double sway = person.vigour() * random.uniform(0.01, 0.09);
        double road = random.chance(0.25) ? random.uniform(0.008, 0.03) : random.uniform(0.03, 0.2);
        double lean = random.uniform(0.5, 1.2);
        double grip = random.normal(0.4, 0.3);
        Bursts coasting = new Bursts(0.05, 1.0, 4.0);
        Bursts bumps = new Bursts(0.4, 0.15, 0.35);
        double rumble = 0;
        for (int i = 0; i < motion.steps(); i++) {
            double pedalling = coasting.next() > 0 ? 0.1 : 1;
            double bump = bumps.next();
            rumble = 0.5 * rumble + random.normal(0, road);
            double hit = bump * sin(2 * PI * 11 * i * STEP_SECONDS) * (0.2 + 6 * road);
            motion.up[i] = rumble + hit + pedalling * sway * sin(2 * phase[i]);
            motion.forward[i] = 0.6 * random.normal(0, road) + pedalling * 0.7 * sway * sin(2 * phase[i] + 0.9);
            motion.left[i] = 0.5 * random.normal(0, road) + pedalling * 1.2 * sway * sin(phase[i]);
            motion.pitch[i] = lean + 0.02 * pedalling * sin(phase[i]);
            motion.roll[i] = grip + 0.03 * pedalling * sin(phase[i] + 0.5);
        }
    }

    private void golf() {
        double tremor = random.uniform(0.004, 0.015);
        for (int i = 0; i < motion.steps(); i++) {
            motion.up[i] = random.normal(0, tremor);
            motion.forward[i] = random.normal(0, tremor);
        }
        double address = random.normal(0.55, 0.1);
        // Starts anywhere between two swings.
        int at = -random.index(4 * ArmMotion.RATE_HERTZ);
        while (at < motion.steps()) {
            at = swing(at, address);
        }
    }

    /** Address with waggles, wind-up, downswing, follow-through, hold, and back; returns where the next one starts. */
    private int swing(int start, double address) {
        double strength = random.chance(0.3) ? random.uniform(0.3, 0.6) : random.uniform(0.7, 1.0);
        double top = address - strength * random.uniform(1.6, 2.4);
        double finish = address + strength * random.uniform(1.6, 2.6);
        int at = waggle(start, random.uniform(0.5, 2.2), address);
        at = turn(at, random.uniform(0.7, 1.1) / person.swingSpeed(), address, top);
        int down = at;
        at = turn(at, random.uniform(0.3, 0.42) / (0.5 + 0.5 * strength) / person.swingSpeed(), top, finish);
        impact((down + at) / 2, strength);
        double held = finish + random.normal(0, 0.1);
        at = turn(at, random.uniform(0.4, 1.2), finish, held);
        return turn(at, random.uniform(0.6, 1.2), held, address);
    }

    private int waggle(int start, double seconds, double address) {
        int end = start + (int) (seconds * ArmMotion.RATE_HERTZ);
        double hertz = random.uniform(0.8, 2.2);
        double angle = random.uniform(0.005, 0.05);
        for (int i = Math.max(start, 0); i < Math.min(end, motion.steps()); i++) {
            double fade = sin(PI * (i - start) / (end - start));
            double wave = fade * sin(2 * PI * hertz * (i - start) * STEP_SECONDS);
            motion.pitch[i] = address + angle * wave;
            motion.roll[i] = -0.3 + 0.5 * angle * wave;
        }
        return end;
    }

    /** From one angle to the other with no speed at both ends (minimum jerk). */
    private int turn(int start, double seconds, double from, double to) {
        int end = start + Math.max(2, (int) (seconds * ArmMotion.RATE_HERTZ));
        for (int i = Math.max(start, 0); i < Math.min(end, motion.steps()); i++) {
            double t = (double) (i - start) / (end - start);
            double done = t * t * t * (10 + t * (6 * t - 15));
            motion.pitch[i] = from + done * (to - from);
            motion.roll[i] = -0.3 + 0.35 * (motion.pitch[i] - 0.55);
        }
        return end;
    }

    private void impact(int at, double strength) {
        for (int i = Math.max(at, 0); i < Math.min(at + 5, motion.steps()); i++) {
            motion.forward[i] -= strength * 1.5 * exp(-(i - at) / 1.5) * ((i - at) % 2 == 0 ? 1 : -1);
        }
    }

    private void rest() {
        double pitch = random.uniform(-0.3, 1.8);
        double roll = random.uniform(-1.5, 1.5);
        double breathing = random.uniform(0.002, 0.012);
        double hertz = random.uniform(0.2, 0.35);
        // Some rest in a bus or a car.
        double ride = random.chance(0.15) ? random.uniform(0.01, 0.04) : 0.002;
        Bursts fidgets = new Bursts(0.12, 0.5, 2.0);
        double turned = 0;
        double turnPerStep = 0;
        for (int i = 0; i < motion.steps(); i++) {
            double fidget = fidgets.next();
            turnPerStep = fidget == 0 ? random.normal(0, 0.7) * STEP_SECONDS : turnPerStep;
            turned += fidget * turnPerStep;
            motion.up[i] = breathing * sin(2 * PI * hertz * i * STEP_SECONDS) + random.normal(0, ride);
            motion.forward[i] = fidget * random.normal(0, 0.08) + random.normal(0, ride);
            motion.left[i] = fidget * random.normal(0, 0.05) + random.normal(0, ride);
            motion.pitch[i] = pitch + turned;
            motion.roll[i] = roll - 0.5 * turned;
        }
    }

    /** Phase of a rhythm in radians, whose frequency wanders by a few percent. */
    private double[] phase(double hertz) {
        double[] phase = new double[motion.steps()];
        double at = random.uniform(0, 4 * PI);
        double wander = 0;
        for (int i = 0; i < phase.length; i++) {
            phase[i] = at;
            wander = 0.99 * wander + random.normal(0, 0.004);
            at += 2 * PI * hertz * (1 + wander) * STEP_SECONDS;
        }
        return phase;
    }

    /** The knock of a heel, a short pulse at the start of each step; its mean over the step is zero. */
    private static double strike(double phase) {
        double part = phase / (2 * PI) - Math.floor(phase / (2 * PI));
        return (part < 0.12 ? sin(PI * part / 0.12) : 0) - 0.0764;
    }

    /** The ground's push while running, in g, whose mean over a step is 1. */
    private static double push(double phase, double contact) {
        double part = phase / (2 * PI) - Math.floor(phase / (2 * PI));
        return part < contact ? PI / (2 * contact) * sin(PI * part / contact) : 0;
    }

    /** Now and then something happens for a while: 0 outside, rising to 1 and falling inside. */
    private final class Bursts {
        private final double perSecond;
        private final double minSeconds;
        private final double maxSeconds;
        private int length;
        private int at;

        Bursts(double perSecond, double minSeconds, double maxSeconds) {
            this.perSecond = perSecond;
            this.minSeconds = minSeconds;
            this.maxSeconds = maxSeconds;
        }

        double next() {
            if (at >= length) {
                at = 0;
                length = random.chance(perSecond * STEP_SECONDS)
                        ? (int) (random.uniform(minSeconds, maxSeconds) * ArmMotion.RATE_HERTZ)
                        : 0;
                return 0;
            }
            at++;
            return sin(PI * at / (length + 1));
        }
    }
}
