package dev.mote.trainer.recipe;

/**
 * How a gradient moves the weights; the values that are left out are those of Keras 3. The learning rate of step t is learningRate / (1 +
 * decay * t), times the schedule's factor.
 */
public sealed interface Optimizer {
    double learningRate();

    /** Of the learning rate; per step, not per epoch. */
    double decay();

    /** As recipes call it. */
    String keyword();

    /** The same with another learning rate, without decay. */
    Optimizer withLearningRate(double rate);

    /** Plain gradient descent, or a velocity that each gradient is added to. */
    record Sgd(double learningRate, double momentum, boolean nesterov, double decay) implements Optimizer {
        public static final Sgd DEFAULT = new Sgd(0.01, 0, 0);

        public Sgd {
            checkRate(learningRate, decay);
            Check.below("momentum", momentum, 0, 1);
            if (nesterov && momentum == 0) {
                throw new InvalidValueException("nesterov", "true, but momentum is 0: give a momentum, as 0.9");
            }
        }

        public Sgd(double learningRate, double momentum, double decay) {
            this(learningRate, momentum, false, decay);
        }

        @Override
        public String keyword() {
            return "sgd";
        }

        @Override
        public Sgd withLearningRate(double rate) {
            return new Sgd(rate, momentum, nesterov, 0);
        }
    }

    record Adam(double learningRate, double beta1, double beta2, double epsilon, double decay) implements Optimizer {
        public static final Adam DEFAULT = new Adam(0.001, 0.9, 0.999, 1e-7, 0);

        public Adam {
            checkRate(learningRate, decay);
            checkBetas(beta1, beta2);
            Check.positive("epsilon", epsilon);
        }

        @Override
        public Adam withLearningRate(double rate) {
            return new Adam(rate, beta1, beta2, epsilon, 0);
        }

        /** Other values as in {@link #DEFAULT}. */
        public static Adam of(double learningRate) {
            return new Adam(learningRate, DEFAULT.beta1, DEFAULT.beta2, DEFAULT.epsilon, DEFAULT.decay);
        }

        @Override
        public String keyword() {
            return "adam";
        }
    }

    /** Adam, where before each step every kernel shrinks by learning rate times weightDecay of itself: no bias, no normalization. */
    record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay, double decay)
            implements Optimizer {
        public static final AdamW DEFAULT = new AdamW(0.001, 0.9, 0.999, 1e-7, 0.004, 0);

        public AdamW {
            checkRate(learningRate, decay);
            checkBetas(beta1, beta2);
            Check.positive("epsilon", epsilon);
            Check.within("weight_decay", weightDecay, 0, 1);
        }

        @Override
        public AdamW withLearningRate(double rate) {
            return new AdamW(rate, beta1, beta2, epsilon, weightDecay, 0);
        }

        @Override
        public String keyword() {
            return "adamw";
        }
    }

    /** @param centered divides by the deviation of the gradient, not by its root mean square */
    record RmsProp(double learningRate, double rho, double momentum, double epsilon, boolean centered, double decay)
            implements Optimizer {
        public static final RmsProp DEFAULT = new RmsProp(0.001, 0.9, 0, 1e-7, false, 0);

        public RmsProp {
            checkRate(learningRate, decay);
            Check.below("rho", rho, 0, 1);
            Check.below("momentum", momentum, 0, 1);
            Check.positive("epsilon", epsilon);
        }

        @Override
        public RmsProp withLearningRate(double rate) {
            return new RmsProp(rate, rho, momentum, epsilon, centered, 0);
        }

        @Override
        public String keyword() {
            return "rmsprop";
        }
    }

    record Adagrad(double learningRate, double initialAccumulator, double epsilon, double decay) implements Optimizer {
        public static final Adagrad DEFAULT = new Adagrad(0.001, 0.1, 1e-7, 0);

        public Adagrad {
            checkRate(learningRate, decay);
            Check.within("initial_accumulator_value", initialAccumulator, 0, 1e6);
            Check.positive("epsilon", epsilon);
        }

        @Override
        public Adagrad withLearningRate(double rate) {
            return new Adagrad(rate, initialAccumulator, epsilon, 0);
        }

        @Override
        public String keyword() {
            return "adagrad";
        }
    }

    record Adadelta(double learningRate, double rho, double epsilon, double decay) implements Optimizer {
        public static final Adadelta DEFAULT = new Adadelta(0.001, 0.95, 1e-7, 0);

        public Adadelta {
            checkRate(learningRate, decay);
            Check.below("rho", rho, 0, 1);
            Check.positive("epsilon", epsilon);
        }

        @Override
        public Adadelta withLearningRate(double rate) {
            return new Adadelta(rate, rho, epsilon, 0);
        }

        @Override
        public String keyword() {
            return "adadelta";
        }
    }

    private static void checkRate(double learningRate, double decay) {
        Check.positive("learning_rate", learningRate);
        Check.within("decay", decay, 0, 1);
    }

    private static void checkBetas(double beta1, double beta2) {
        Check.below("beta_1", beta1, 0, 1);
        Check.below("beta_2", beta2, 0, 1);
    }
}
