package dev.mote.trainer.tensorflow;

import dev.mote.trainer.network.Parameter;
import dev.mote.trainer.network.Weights;
import dev.mote.trainer.recipe.Optimizer;
import dev.mote.trainer.recipe.TrainingOptions;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.train.ApplyMomentum;
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
    private final Slots slots;
    private final Op step;

    Updates(Ops tf, TrainingOptions options, Variables variables, Objective objective, Forward.Result forward) {
        this.tf = tf;
        this.optimizer = options.optimizer();
        this.learningRate = scalar();
        this.beta1Power = scalar();
        this.beta2Power = scalar();
        List<Parameter> trainable = variables.trainable();
        slots = new Slots(tf, optimizer, trainable);
        List<Operand<TFloat32>> gradients = gradients(objective, variables, trainable);
        List<Operand<TFloat32>> clipped = ClipGradients.of(tf, options.clipping(), gradients);
        List<Operation> computed = new ArrayList<>();
        computed.add(objective.loss().op());
        clipped.forEach(gradient -> computed.add(gradient.op()));
        Ops after = tf.withControlDependencyOps(computed);
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < trainable.size(); i++) {
            Parameter parameter = trainable.get(i);
            updates.add(update(after, parameter, variables.get(parameter.name()), clipped.get(i)));
        }
        for (Forward.MovingAverage average : forward.movingAverages()) {
            Operand<TFloat32> gap = after.math.sub(average.variable(), average.batch());
            updates.add(after.assignSub(
                    average.variable(), after.math.mul(gap, after.constant((float) (1 - average.momentum())))));
        }
        step = tf.withControlDependencies(updates).noOp();
    }

    private List<Operand<TFloat32>> gradients(Objective objective, Variables variables, List<Parameter> trainable) {
        List<Operand<TFloat32>> operands = trainable.stream()
                .map(parameter -> variables.get(parameter.name()))
                .toList();
        var gradients = tf.gradients(objective.loss(), operands);
        List<Operand<TFloat32>> all = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            all.add(gradients.dy(i));
        }
        return all;
    }

    private Placeholder<TFloat32> scalar() {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
    }

    private Op update(Ops after, Parameter parameter, Operand<TFloat32> weights, Operand<TFloat32> gradient) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd
            when sgd.momentum() == 0 -> after.train.applyGradientDescent(weights, learningRate, gradient);
            case Optimizer.Sgd sgd ->
                after.train.applyMomentum(
                        weights,
                        slots.get(parameter, "momentum"),
                        learningRate,
                        gradient,
                        constant(sgd.momentum()),
                        ApplyMomentum.useNesterov(sgd.nesterov()));
            case Optimizer.Adam adam ->
                adam(after, parameter, weights, gradient, adam.beta1(), adam.beta2(), adam.epsilon());
            case Optimizer.AdamW adam ->
                adam(
                        parameter.isKernel() && adam.weightDecay() > 0
                                ? shrunk(after, weights, adam.weightDecay())
                                : after,
                        parameter,
                        weights,
                        gradient,
                        adam.beta1(),
                        adam.beta2(),
                        adam.epsilon());
            case Optimizer.RmsProp prop -> rmsProp(after, parameter, weights, gradient, prop);
            case Optimizer.Adagrad grad ->
                after.train.applyAdagrad(weights, slots.get(parameter, "accumulator"), learningRate, gradient);
            case Optimizer.Adadelta delta ->
                after.train.applyAdadelta(
                        weights,
                        slots.get(parameter, "accumulator"),
                        slots.get(parameter, "delta"),
                        learningRate,
                        constant(delta.rho()),
                        constant(delta.epsilon()),
                        gradient);
        };
    }

    /** What follows happens after the weights became smaller. */
    private Ops shrunk(Ops after, Operand<TFloat32> weights, double weightDecay) {
        Operand<TFloat32> share = after.math.mul(learningRate, constant(weightDecay));
        return tf.withControlDependencies(after.assignSub(weights, after.math.mul(weights, share)));
    }

    private Op adam(
            Ops after,
            Parameter parameter,
            Operand<TFloat32> weights,
            Operand<TFloat32> gradient,
            double beta1,
            double beta2,
            double epsilon) {
        return after.train.applyAdam(
                weights,
                slots.get(parameter, "m"),
                slots.get(parameter, "v"),
                beta1Power,
                beta2Power,
                learningRate,
                constant(beta1),
                constant(beta2),
                constant(epsilon),
                gradient);
    }

    private Op rmsProp(
            Ops after,
            Parameter parameter,
            Operand<TFloat32> weights,
            Operand<TFloat32> gradient,
            Optimizer.RmsProp prop) {
        Operand<TFloat32> squares = slots.get(parameter, "rms");
        Operand<TFloat32> momentum = slots.get(parameter, "momentum");
        Operand<TFloat32> rho = constant(prop.rho());
        Operand<TFloat32> kept = constant(prop.momentum());
        Operand<TFloat32> epsilon = constant(prop.epsilon());
        return prop.centered()
                ? after.train.applyCenteredRmsProp(
                        weights,
                        slots.get(parameter, "mean"),
                        squares,
                        momentum,
                        learningRate,
                        rho,
                        kept,
                        epsilon,
                        gradient)
                : after.train.applyRmsProp(weights, squares, momentum, learningRate, rho, kept, epsilon, gradient);
    }

    private Operand<TFloat32> constant(double value) {
        return tf.constant((float) value);
    }

    void initialize(Session session) {
        slots.initialize(session);
    }

    /** What the optimizer remembers. */
    Weights state(Session session) {
        return slots.read(session);
    }

    void state(Session session, Weights state) {
        slots.write(session, state);
    }

    List<Parameter> stateParameters() {
        return slots.parameters();
    }

    /**
     * Adds the updates to what {@code runner} does.
     *
     * @param number of the step, counted from 0
     * @return the fed tensors, to be closed after the run
     */
    List<TFloat32> prepare(Session.Runner runner, long number, double rate) {
        List<TFloat32> fed = new ArrayList<>();
        feed(runner, learningRate, rate, fed);
        switch (optimizer) {
            case Optimizer.Adam adam -> feedPowers(runner, adam.beta1(), adam.beta2(), number, fed);
            case Optimizer.AdamW adam -> feedPowers(runner, adam.beta1(), adam.beta2(), number, fed);
            case Optimizer.Sgd sgd -> {}
            case Optimizer.RmsProp prop -> {}
            case Optimizer.Adagrad grad -> {}
            case Optimizer.Adadelta delta -> {}
        }
        runner.addTarget(step);
        return fed;
    }

    private void feedPowers(Session.Runner runner, double beta1, double beta2, long number, List<TFloat32> fed) {
        feed(runner, beta1Power, StrictMath.pow(beta1, number + 1.0), fed);
        feed(runner, beta2Power, StrictMath.pow(beta2, number + 1.0), fed);
    }

    private static void feed(
            Session.Runner runner, Placeholder<TFloat32> placeholder, double value, List<TFloat32> fed) {
        TFloat32 tensor = TFloat32.scalarOf((float) value);
        runner.feed(placeholder, tensor);
        fed.add(tensor);
    }
}
