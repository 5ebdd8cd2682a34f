package dev.mote.trainer.recipe;

/** How a gradient moves the weights. The learning rate of step t is learningRate / (1 + decay * t), times the schedule's factor. */
public sealed interface Optimizer {
    double learningRate();

    /** Per step, not per epoch. */
    double decay();

    /** The same with another learning rate, without decay. */
    Optimizer withLearningRate(double rate);

    record Sgd(double learningRate, double momentum, double decay) implements Optimizer {
        public static final Sgd DEFAULT = new Sgd(0.01, 0, 0);

        public Sgd {
            Check.positive("learning_rate", learningRate);
            Check.below("momentum", momentum, 0, 1);
            Check.within("decay", decay, 0, 1);
        }

        @Override
        public Sgd withLearningRate(double rate) {
            return new Sgd(rate, momentum, 0);
        }
    }

    record Adam(double learningRate, double beta1, double beta2, double epsilon, double decay) implements Optimizer {
        public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-7, 0);

        public Adam {
            Check.positive("learning_rate", learningRate);
            Check.below("beta_1", beta1, 0, 1);
            Check.below("beta_2", beta2, 0, 1);
            Check.positive("epsilon", epsilon);
            Check.within("decay", decay, 0, 1);
        }

        @Override
        public Adam withLearningRate(double rate) {
            return new Adam(rate, beta1, beta2, epsilon, 0);
        }

        /** Other values as in {@link #DEFAULT}. */
        public static Adam of(double learningRate) {
            return new Adam(learningRate, DEFAULT.beta1, DEFAULT.beta2, DEFAULT.epsilon, DEFAULT.decay);
        }
    }
}
