package dev.mote.trainer.recipe;

/** A factor of the learning rate that changes over the run. */
public sealed interface LearningRateSchedule {
    /** @param progress 0 before the first step, towards 1 at the last of all epochs */
    double factor(double progress);

    record Constant() implements LearningRateSchedule {
        @Override
        public double factor(double progress) {
            return 1;
        }
    }

    /** Half a cosine wave from 1 down to {@code finalFraction}. */
    record Cosine(double finalFraction) implements LearningRateSchedule {
        public Cosine {
            Check.within("final_fraction", finalFraction, 0, 1);
        }

        @Override
        public double factor(double progress) {
            return finalFraction + (1 - finalFraction) * 0.5 * (1 + StrictMath.cos(Math.PI * progress));
        }
    }
}
