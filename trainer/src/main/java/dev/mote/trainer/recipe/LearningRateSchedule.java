package dev.mote.trainer.recipe;

import java.util.List;

/** A factor of the learning rate that changes over the run. */
public sealed interface LearningRateSchedule {
    /**
     * @param epoch 0 before the first step, 1.5 in the middle of the second epoch
     * @param epochs of the whole run, at least 1
     */
    double factor(double epoch, double epochs);

    record Constant() implements LearningRateSchedule {
        @Override
        public double factor(double epoch, double epochs) {
            return 1;
        }
    }

    /** Half a cosine wave from 1 down to {@code finalFraction}. */
    record Cosine(double finalFraction) implements LearningRateSchedule {
        public Cosine {
            Check.within("final_fraction", finalFraction, 0, 1);
        }

        @Override
        public double factor(double epoch, double epochs) {
            return between(1, finalFraction, epoch / epochs);
        }
    }

    /** Times {@code decayRate} in every {@code decayEpochs}. */
    record ExponentialDecay(double decayRate, double decayEpochs, boolean staircase) implements LearningRateSchedule {
        public ExponentialDecay {
            Check.positive("decay_rate", decayRate);
            Check.within("decay_rate", decayRate, 0, 1);
            Check.positive("decay_epochs", decayEpochs);
        }

        @Override
        public double factor(double epoch, double epochs) {
            return StrictMath.pow(decayRate, periods(epoch, decayEpochs, staircase));
        }
    }

    /** Divided by 1 + {@code decayRate} times the number of {@code decayEpochs} that are over. */
    record InverseTimeDecay(double decayRate, double decayEpochs, boolean staircase) implements LearningRateSchedule {
        public InverseTimeDecay {
            Check.positive("decay_rate", decayRate);
            Check.positive("decay_epochs", decayEpochs);
        }

        @Override
        public double factor(double epoch, double epochs) {
            return 1 / (1 + decayRate * periods(epoch, decayEpochs, staircase));
        }
    }

    /**
     * Constant between boundaries.
     *
     * @param boundaries epochs, rising: the second factor holds from boundary 0 on
     * @param factors one more than boundaries
     */
    record PiecewiseConstant(List<Double> boundaries, List<Double> factors) implements LearningRateSchedule {
        public PiecewiseConstant {
            boundaries = List.copyOf(boundaries);
            factors = List.copyOf(factors);
            if (factors.size() != boundaries.size() + 1) {
                throw new InvalidValueException(
                        "factors",
                        factors.size() + " numbers, expected " + (boundaries.size() + 1)
                                + ": one more than boundaries");
            }
            for (int i = 0; i < boundaries.size(); i++) {
                Check.positive("boundaries", boundaries.get(i));
                if (i > 0 && boundaries.get(i) <= boundaries.get(i - 1)) {
                    throw new InvalidValueException("boundaries", boundaries + ", expected rising numbers");
                }
            }
            factors.forEach(factor -> Check.within("factors", factor, 0, 1000));
        }

        @Override
        public double factor(double epoch, double epochs) {
            int passed = (int)
                    boundaries.stream().filter(boundary -> boundary <= epoch).count();
            return factors.get(passed);
        }
    }

    /** From 1 down to {@code finalFraction}: {@code power} 1 is a straight line. */
    record Polynomial(double finalFraction, double power) implements LearningRateSchedule {
        public Polynomial {
            Check.within("final_fraction", finalFraction, 0, 1);
            Check.positive("power", power);
        }

        @Override
        public double factor(double epoch, double epochs) {
            double left = Math.max(0, 1 - epoch / epochs);
            return finalFraction + (1 - finalFraction) * StrictMath.pow(left, power);
        }
    }

    /**
     * Up from {@code initialFraction} to 1 and down to {@code finalFraction}, each along half a cosine wave. Source: L. Smith, N. Topin,
     * "Super-convergence", 2018.
     *
     * @param warmupShare of all epochs, in which the rate rises
     */
    record OneCycle(double warmupShare, double initialFraction, double finalFraction) implements LearningRateSchedule {
        public OneCycle {
            Check.positive("warmup_share", warmupShare);
            Check.below("warmup_share", warmupShare, 0, 1);
            Check.within("initial_fraction", initialFraction, 0, 1);
            Check.within("final_fraction", finalFraction, 0, 1);
        }

        @Override
        public double factor(double epoch, double epochs) {
            double progress = epoch / epochs;
            return progress < warmupShare
                    ? between(initialFraction, 1, progress / warmupShare)
                    : between(1, finalFraction, (progress - warmupShare) / (1 - warmupShare));
        }
    }

    /** From 0 in a straight line to the other schedule's first factor; that schedule then has the epochs that are left. */
    record Warmup(double warmupEpochs, LearningRateSchedule then) implements LearningRateSchedule {
        public Warmup {
            Check.positive("warmup_epochs", warmupEpochs);
            Check.within("warmup_epochs", warmupEpochs, 0, 10_000);
            if (then instanceof Warmup || then instanceof OneCycle) {
                throw new InvalidValueException("warmup_epochs", "given, but the schedule has a warm-up of its own");
            }
        }

        @Override
        public double factor(double epoch, double epochs) {
            double left = Math.max(epochs - warmupEpochs, Double.MIN_NORMAL);
            return epoch < warmupEpochs
                    ? epoch / warmupEpochs * then.factor(0, left)
                    : then.factor(epoch - warmupEpochs, left);
        }
    }

    /** Half a cosine wave. */
    private static double between(double from, double to, double progress) {
        return to + (from - to) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(progress, 1)));
    }

    private static double periods(double epoch, double length, boolean whole) {
        double passed = epoch / length;
        return whole ? Math.floor(passed) : passed;
    }
}
