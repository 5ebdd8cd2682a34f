package dev.mote.trainer.tensorflow;

import dev.mote.trainer.recipe.Optimizer;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Writes the step of an optimizer into a TensorFlow graph. Every update waits for every gradient, so that no gradient sees a weight that
 * has moved already, and the powers of Adam's betas come from outside: both make a run reproducible.
 */
final class Updates {
    private final Ops tf;
    private final Optimizer optimizer;
    private final Placeholder<TFloat32> learningRate;
    private final Placeholder<TFloat32> beta1Power;
    private final Placeholder<TFloat32> beta2Power;
    private final List<Op> initializers = new ArrayList<>();
    private final List<Op> steps = new ArrayList<>();

    Updates(Ops tf, Optimizer optimizer, Variables variables, Objective objective, Forward.Result forward) {
        this.tf = tf;
        this.optimizer = optimizer;
        this.learningRate = scalar();
        this.beta1Power = scalar();
        this.beta2Power = scalar();
        List<Variable<TFloat32>> trainable = variables.trainable();
        Gradients gradients = tf.gradients(objective.loss(), trainable);
        List<Operation> computed = new ArrayList<>();
        computed.add(objective.loss().op());
        gradients.dy().forEach(gradient -> computed.add(gradient.op()));
        Ops after = tf.withControlDependencyOps(computed);
        for (int i = 0; i < trainable.size(); i++) {
            Shape shape = trainable.get(i).shape();
            steps.add(update(after, trainable.get(i), gradients.dy(i), shape));
        }
        for (Forward.MovingAverage average : forward.movingAverages()) {
            Operand<TFloat32> gap = after.math.sub(average.variable(), average.batch());
            steps.add(after.assignSub(
                    average.variable(), after.math.mul(gap, after.constant((float) (1 - average.momentum())))));
        }
    }

    private Placeholder<TFloat32> scalar() {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    private Op update(Ops after, Variable<TFloat32> variable, Operand<TFloat32> gradient, Shape shape) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd
            when sgd.momentum() == 0 -> after.train.applyGradientDescent(variable, learningRate, gradient);
            case Optimizer.Sgd sgd ->
                after.train.applyMomentum(
                        variable, slot(shape), learningRate, gradient, tf.constant((float) sgd.momentum()));
            case Optimizer.Adam adam ->
                after.train.applyAdam(
                        variable,
                        slot(shape),
                        slot(shape),
                        beta1Power,
                        beta2Power,
                        learningRate,
                        tf.constant((float) adam.beta1()),
                        tf.constant((float) adam.beta2()),
                        tf.constant((float) adam.epsilon()),
                        gradient);
        };
    }

    /** What the optimizer remembers about one variable; starts at 0. */
    private Variable<TFloat32> slot(Shape shape) {
        Variable<TFloat32> slot = tf.variable(shape, TFloat32.class);
        initializers.add(tf.assign(slot, tf.zeros(tf.constant(shape.asArray()), TFloat32.class)));
        return slot;
    }

    void initialize(Session session) {
        Session.Runner runner = session.runner();
        initializers.forEach(runner::addTarget);
        if (!initializers.isEmpty()) {
            runner.run().close();
        }
    }

    /**
     * Adds the updates to what {@code runner} does.
     *
     * @param step counted from 0
     * @return the fed tensors, to be closed after the run
     */
    List<TFloat32> prepare(Session.Runner runner, long step, double rate) {
        List<TFloat32> fed = new ArrayList<>();
        feed(runner, learningRate, rate, fed);
        switch (optimizer) {
            case Optimizer.Sgd sgd -> {}
            case Optimizer.Adam adam -> {
                feed(runner, beta1Power, StrictMath.pow(adam.beta1(), step + 1.0), fed);
                feed(runner, beta2Power, StrictMath.pow(adam.beta2(), step + 1.0), fed);
            }
        }
        steps.forEach(runner::addTarget);
        return fed;
    }

    private static void feed(
            Session.Runner runner, Placeholder<TFloat32> placeholder, double value, List<TFloat32> fed) {
        TFloat32 tensor = TFloat32.scalarOf((float) value);
        runner.feed(placeholder, tensor);
        fed.add(tensor);
    }
}
